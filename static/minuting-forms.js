// The other forms of the page are kept as they are typed too.

import { AGAIN, form, parse, post, SOON } from './minuting-page.js'

const kept = document.querySelector('#kept')
const timers = new Map()
const keepForm = async (other) => {
  const fields = Object.fromEntries(
    [...new FormData(other)].filter(([, value]) => typeof value === 'string'),
  )
  try {
    const { ok, html } = await post(
      '/desk/unsent',
      new URLSearchParams({
        who: form.dataset.who,
        place: location.pathname,
        form: other.dataset.form,
        fields: JSON.stringify(fields),
      }),
    )
    if (ok) kept.textContent = parse(html).textContent.trim()
  } catch {
    kept.textContent = 'Not kept yet, trying'
    timers.set(
      other,
      setTimeout(() => keepForm(other), AGAIN),
    )
  }
}
document.addEventListener('input', ({ target }) => {
  const other = target.form
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
