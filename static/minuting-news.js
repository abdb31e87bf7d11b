// What changed, put where it stands: never over something that is being typed.

import { AGAIN, fieldsOf, form, parse, say } from './minuting-page.js'

/** @returns the time on the server's clock, `10.42`. */
export const place = (html) => {
  const news = parse(html).querySelector('#news')
  if (!news) return ''
  form.elements.seen.value = news.dataset.seen
  form.elements.last.value = news.dataset.last
  const under = document.querySelector('#quick-under')
  under.textContent = news.dataset.under
  under.classList.toggle('late', news.dataset.held === 'yes')
  for (const gone of news.querySelectorAll('[data-gone]'))
    document.getElementById(gone.dataset.gone)?.remove()
  for (const part of Array.from(news.children))
    if (part.id) put(part, document.getElementById(part.id))
  return news.dataset.at
}
const put = (part, there) => {
  if (!there) {
    const into = document.getElementById(part.dataset.into)
    if (!into) return
    into.append(part)
    part.scrollIntoView({ block: 'nearest' })
  } else if (isBeingTyped(there)) {
    for (const live of part.querySelectorAll('[data-live]'))
      there.querySelector(`#${CSS.escape(live.id)}`)?.replaceWith(live)
    return
  } else there.replaceWith(part)
  globalThis.htmx?.process(part)
}
const isBeingTyped = (part) =>
  part.contains(document.activeElement) ||
  [...part.querySelectorAll('textarea, input[type=text]')].some(
    (field) => field.value !== field.defaultValue,
  )

/**
 * What others write on the same table, within seconds.
 * @param isSending whether a line is on its way, which brings the news with it.
 * @param away what is done without a session.
 */
export const listen = async (isSending, away) => {
  try {
    if (!isSending() && !document.hidden) {
      const answer = await fetch(`${form.dataset.news}?${fieldsOf({})}`, {
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
