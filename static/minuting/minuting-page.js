// The minuting page, and how it is posted and read: what its scripts share.

/**
 * @template {Element} E
 * @param {string} selector of what every minuting page has
 */
export const the = (selector) => /** @type {E} */ (document.querySelector(selector))

/** @type {HTMLFormElement} */
export const form = the('#quick-form')
/** @param {string} name */
export const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name))
/** @param {string} name of what the page knows: who types here, and where to ask */
export const known = (name) => form.dataset[name] ?? ''
export const box = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('text'))
/** @type {HTMLElement} */
export const state = the('#quick-state')
/** @type {HTMLElement} */
export const reading = the('#quick-reading')
export const SOON = 150
export const AGAIN = 3000
export const LATE = 500

/** @param {string} words */
export const say = (words, isLate = false) => {
  if (state.textContent !== words) state.textContent = words
  state.classList.toggle('late', isLate)
}
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
/** @param {Record<string, string>} more */
export const fieldsOf = (more) =>
  new URLSearchParams({
    who: known('who'),
    key: field('key').value,
    last: field('last').value,
    seen: field('seen').value,
    ...more,
  })

/** The server has forgotten who we are, and says where that is told. */
export class Away extends Error {
  /** @param {string} to */
  constructor(to) {
    super('away')
    this.to = to
  }
}

/**
 * Posts as a part. Throws where the server was not reached, or has forgotten who we are.
 * @param {string} path
 * @param {URLSearchParams} body
 * @param {AbortSignal} [signal]
 */
export const post = async (path, body, signal) => {
  const answer = await fetch(path, {
    method: 'POST',
    body,
    signal: signal ?? null,
    headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
    redirect: 'error',
  })
  const to = answer.headers.get('hx-redirect')
  if (to) throw new Away(to)
  if (answer.status >= 500) throw new Error('down')
  return { ok: answer.ok, html: await answer.text() }
}

/**
 * What an answer holds, to be put where it stands.
 * @param {string} html
 */
export const parse = (html) => {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}
/**
 * What a page that was refused says of it.
 * @param {string} html
 */
export const whyNot = (html) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return (
    ['.lineform .error', '#quick-error', 'main h1 + [role=alert]', 'main h1']
      .map((place) => page.querySelector(place)?.textContent.trim())
      .find(Boolean) ?? 'This was not saved'
  )
}
