// The minuting page, and how it is posted and read: what its scripts share.

export const form = document.querySelector('#quick-form')
export const box = form.elements.text
export const state = document.querySelector('#quick-state')
export const reading = document.querySelector('#quick-reading')
export const SOON = 150
export const AGAIN = 3000
export const LATE = 500

export const say = (words, isLate = false) => {
  if (state.textContent !== words) state.textContent = words
  state.classList.toggle('late', isLate)
}
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
export const fieldsOf = (more) =>
  new URLSearchParams({
    who: form.dataset.who,
    key: form.elements.key.value,
    last: form.elements.last.value,
    seen: form.elements.seen.value,
    ...more,
  })

/** Posts as a part. Throws where the server was not reached, or has forgotten who we are. */
export const post = async (path, body, signal) => {
  const answer = await fetch(path, {
    method: 'POST',
    body,
    signal,
    headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
    redirect: 'error',
  })
  if (answer.headers.get('hx-redirect'))
    throw Object.assign(new Error('away'), { to: answer.headers.get('hx-redirect') })
  if (answer.status >= 500) throw new Error('down')
  return { ok: answer.ok, html: await answer.text() }
}

/** What an answer holds, to be put where it stands. */
export const parse = (html) => {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}
/** What a page that was refused says of it. */
export const whyNot = (html) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return (
    ['#quick-error', 'main h1 + [role=alert]', 'main h1']
      .map((place) => page.querySelector(place)?.textContent.trim())
      .find(Boolean) ?? 'This was not saved'
  )
}
