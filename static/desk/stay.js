// Some minutes before a session ends the page says so, and offers to stay (2.2.1). It asks the server,
// since what was done in another tab counts as well. Without this file nothing that is typed is lost
// either: it is kept, and waits on the desk after signing in again.

const place = /** @type {HTMLElement | null} */ (document.querySelector('#stay'))
const MINUTE = 60_000

/** @param {string} [stay] */
const ask = async (stay = '') => {
  const answer = await fetch(`/desk/session${stay}`, {
    headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
  })
  if (!answer.ok) throw new Error('down')
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#session')
}

/** @param {Element | null} session */
const show = (session) => {
  if (!place) return
  if (session?.getAttribute('data-soon') === 'yes') {
    // Said once: the hour stands in it, and no minutes that run.
    if (place.querySelector('#session')?.textContent !== session.textContent)
      place.replaceChildren(session)
    place.querySelector('button')?.addEventListener('click', stayOn)
  } else if (session) place.replaceChildren()
  else if (place.querySelector('[data-over]') === null) {
    const over = document.createElement('p')
    over.dataset.over = ''
    over.textContent =
      'You have been signed out. Sign in again in another tab, then go on here. What you typed is kept.'
    place.replaceChildren(over)
  }
}

const stayOn = async () => {
  const here = place?.contains(document.activeElement)
  try {
    show(await ask('?stay=yes'))
    if (here) document.querySelector('main')?.focus()
  } catch {
    // The button stays where it is.
  }
}

const look = async () => {
  try {
    show(await ask())
  } catch {
    // The network comes back, or it does not.
  }
}
setInterval(() => void look(), MINUTE)

export {}
