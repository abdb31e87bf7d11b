// What changed, put where it stands: never over something that is being typed.

import { AGAIN, field, fieldsOf, known, parse, say, the } from './minuting-page.js'

/**
 * @param {string} html
 * @param {boolean} [isMine] whether it answers a line of this page, which then stands in view.
 * @returns the time on the server's clock, `10.42`.
 */
export const place = (html, isMine = false) => {
  const wasAtEnd = isAtEnd()
  /** @type {HTMLElement | null} */
  const news = parse(html).querySelector('#news')
  if (!news) return ''
  field('seen').value = news.dataset.seen ?? ''
  field('last').value = news.dataset.last ?? ''
  for (const gone of elementsOf(news, '[data-gone]'))
    document.getElementById(gone.dataset.gone ?? '')?.remove()
  const parts = elementsOf(news, ':scope > [id]')
  const fresh = parts.filter((part) => put(part, document.getElementById(part.id)))
  if (the('#added').childElementCount > 0) the('#nothing-yet').setAttribute('hidden', '')
  const last = fresh.at(-1)
  if (wasAtEnd) scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
  else if (last && isMine) last.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  const [changed, ...more] = parts.filter(
    (part) => part.dataset.into === 'added' && part !== the('#added').lastElementChild,
  )
  const isElsewhere = changed && more.length === 0 && fresh.length === 0
  return (news.dataset.at ?? '') + (isElsewhere ? whereIs(changed) : '')
}
/**
 * @param {HTMLElement} within
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
const elementsOf = (within, selector) => Array.from(within.querySelectorAll(selector))
/**
 * R11: where the next lines go under an item that is held in private, they are out of sight.
 * @param {string} at
 */
export const savedAt = (at) =>
  `Saved ${at}${the('#quick-under').classList.contains('late') ? '. What follows is private too' : ''}`

/**
 * A line that went under an earlier item is out of sight: where it stands is said.
 * @param {HTMLElement} part
 */
const whereIs = (part) => {
  const number = part.querySelector('.n')?.lastChild?.textContent?.trim()
  return number ? `, in ${number}` : ''
}

/** Whether the newest line stands right above the box: then it goes on doing so. */
const isAtEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - NEARLY
const NEARLY = 48

/**
 * @param {HTMLElement} part
 * @param {HTMLElement | null} there
 * @returns whether it is new in the minutes.
 */
const put = (part, there) => {
  if (!there) {
    const into = document.getElementById(part.dataset.into ?? '')
    if (!into) return false
    into.append(part)
  } else if (isBeingTyped(there)) {
    for (const live of elementsOf(part, '[data-live]'))
      replaceUntyped(there.querySelector(`#${CSS.escape(live.id)}`), live)
    return false
  } else {
    // What was opened to be read stays open.
    if (there instanceof HTMLDetailsElement) part.toggleAttribute('open', there.open)
    there.replaceWith(part)
  }
  const { htmx } = /** @type {{ htmx?: { process(part: Element): void } }} */ (
    /** @type {unknown} */ (globalThis)
  )
  htmx?.process(part)
  return !there
}
/**
 * @param {HTMLElement | null} there
 * @param {HTMLElement} live
 */
const replaceUntyped = (there, live) => {
  if (there && !isBeingTyped(there)) there.replaceWith(live)
}
/** @param {HTMLElement} part */
const isBeingTyped = (part) =>
  part.contains(document.activeElement) ||
  part.querySelector('[data-line=opened]') !== null ||
  elementsOf(part, 'textarea, input[type=text]').some((each) => {
    const { value, defaultValue } = /** @type {HTMLInputElement} */ (each)
    return value !== defaultValue
  })

/**
 * What others write on the same table, within seconds.
 * @param {() => boolean} isSending whether a line is on its way, which brings the news with it.
 * @param {(gone: { to: string }) => void} away what is done without a session.
 * @returns {Promise<void>}
 */
export const listen = async (isSending, away) => {
  try {
    if (!isSending() && !document.hidden) {
      const answer = await fetch(`${known('news')}?${fieldsOf({})}`, {
        headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
      })
      const to = answer.headers.get('hx-redirect')
      if (to === '/sign-in') return away({ to })
      if (answer.status === 200 && !to && !isSending()) place(await answer.text())
      if (answer.status === 404) return say('These minutes are finished. Open the page again', true)
    }
  } catch {
    /* The next one will say it. */
  }
  setTimeout(() => listen(isSending, away), AGAIN)
}
