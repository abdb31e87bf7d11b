// A line that is typed better where it stands, what opens by itself on a wide screen, and the time.

import { place } from './minuting-news.js'
import { Away, fieldsOf, known, parse, post, say, SOON, the, whyNot } from './minuting-page.js'

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
const saveLine = async (form, submitter) => {
  const typed = Object.fromEntries(new FormData(form, submitter))
  try {
    const { ok, html } = await post(form.action, fieldsOf(textsOf(typed)))
    if (!ok) return refused(form, whyNot(html))
    // Its place is drawn anew, without the form.
    form.remove()
    say(`Saved ${place(html)}`)
    /** @type {HTMLElement} */
    const box = the('#quick-text')
    box.focus({ preventScroll: true })
  } catch (error) {
    if (error instanceof Away) location.assign(error.to)
    else say('Not saved yet. Save it again', true)
  }
}
/**
 * Why it cannot stand there is said beside it, with all that was typed (R23).
 * @param {HTMLFormElement} form
 * @param {string} why
 */
const refused = (form, why) => {
  const there = form.querySelector('.error')
  const error = there ?? document.createElement('p')
  error.className = 'error'
  error.setAttribute('role', 'alert')
  error.textContent = why
  if (!there) form.prepend(error)
  form.querySelector('textarea')?.focus()
}

// What was just opened has the keyboard, behind its last word.
document.addEventListener('htmx:after:swap', () => {
  /** @type {HTMLTextAreaElement | null} */
  const opened = document.querySelector('[data-line=opened] textarea[autofocus]')
  opened?.removeAttribute('autofocus')
  opened?.focus()
  opened?.setSelectionRange(opened.value.length, opened.value.length)
})

// How it will be read, as it is typed (R2).
let timer = 0
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || !target.form?.matches('[data-line]')) return
  const { form } = target
  clearTimeout(timer)
  timer = setTimeout(async () => {
    const { once: _once, ...typed } = Object.fromEntries(new FormData(form))
    const { ok, html } = await post(known('reading'), fieldsOf(textsOf(typed))).catch(() => FAILED)
    if (ok) form.querySelector('.reading')?.replaceChildren(parse(html))
  }, SOON)
})
const FAILED = { ok: false, html: '' }
/** @param {Record<string, FormDataEntryValue>} typed */
const textsOf = (typed) => /** @type {Record<string, string>} */ (typed)

document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target)
  if (!form.matches('[data-line]')) return
  event.preventDefault()
  saveLine(form, event.submitter)
})
document.addEventListener('keydown', (event) => {
  const { target } = event
  if (!(target instanceof HTMLTextAreaElement) || !target.form?.matches('[data-line]')) return
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    target.form.requestSubmit()
  }
})

// In the midst of a meeting the newest line is in view; before anything was written, what comes first.
const hasBegun = the('#added').childElementCount > 0 && !document.querySelector('#to-agree form')
if (hasBegun && !location.hash && !location.search)
  scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })

const wide = matchMedia('(min-width: 80rem)')
const openWide = () => {
  for (const fold of document.querySelectorAll('details[data-wide]'))
    fold.toggleAttribute('open', wide.matches)
}
if (wide.matches) openWide()
wide.addEventListener('change', openWide)

// The clock of the room goes on from the time that the server said.
/** @type {HTMLElement} */
const first = the('#quick-clock')
const [hours = 0, minutes = 0] = (first.textContent ?? '').split('.').map(Number)
const from = hours * 60 + minutes - Math.floor(performance.now() / 60_000)
setInterval(() => {
  const now = (from + Math.floor(performance.now() / 60_000)) % 1440
  const words = `${Math.floor(now / 60)}.${String(now % 60).padStart(2, '0')}`
  /** @type {HTMLElement} */
  const clock = the('#quick-clock')
  if (clock.textContent !== words) clock.textContent = words
}, 5000)
