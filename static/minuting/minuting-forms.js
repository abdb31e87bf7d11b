// The other forms of the page are kept as they are typed too.

import { AGAIN, known, parse, post, SOON, the } from './minuting-page.js'
import './minuting-settled.js'

/** @type {HTMLElement} */
const kept = the('#kept')
/** @type {Map<EventTarget | null, number>} */
const timers = new Map()
/** @param {HTMLFormElement} other */
const keepForm = async (other) => {
  const fields = Object.fromEntries(
    [...new FormData(other)].filter(([, value]) => typeof value === 'string'),
  )
  try {
    const { ok, html } = await post(
      '/desk/unsent',
      new URLSearchParams({
        who: known('who'),
        place: location.pathname,
        form: other.dataset.form ?? '',
        fields: JSON.stringify(fields),
      }),
    )
    if (ok) kept.textContent = parse(html).textContent?.trim() ?? ''
  } catch {
    kept.textContent = 'Not kept yet, trying'
    timers.set(
      other,
      setTimeout(() => keepForm(other), AGAIN),
    )
  }
}
document.addEventListener('input', ({ target }) => {
  const other = /** @type {HTMLInputElement} */ (target).form
  if (!other?.dataset.form) return
  clearTimeout(timers.get(other))
  timers.set(
    other,
    setTimeout(() => keepForm(other), SOON * 4),
  )
})
for (const sent of ['submit', 'reset'])
  document.addEventListener(
    sent,
    ({ target }) => {
      clearTimeout(timers.get(target))
    },
    true,
  )
