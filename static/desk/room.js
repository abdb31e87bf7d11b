// What the room sees on the wall follows whoever minutes: it asks whether anything is new, and draws
// it again. Without this file the page loads itself again every few seconds.
const main = /** @type {HTMLElement} */ (document.querySelector('#main'))
const OFTEN = 700
const SELDOM = 5000
const SMALLEST = 0.5

/** Letters as large as fit, so that the newest line is always in view. */
const fit = () => {
  const { style } = document.documentElement
  for (let size = 1; size >= SMALLEST; size -= 0.05) {
    style.setProperty('--room', String(size))
    if (document.documentElement.scrollHeight <= innerHeight) return
  }
}

/** @returns {Promise<boolean>} whether the page goes on as it is. */
const ask = async () => {
  const now = /** @type {HTMLElement} */ (main.querySelector('#room-now'))
  const answer = await fetch(`${main.dataset.room}?seen=${now.dataset.seen}`, {
    headers: { 'HX-Request-Type': 'partial' },
  })
  const away = answer.headers.get('hx-redirect')
  if (away) {
    location.assign(away)
    return false
  }
  if (answer.status !== 200) return true
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector('#room-now')
  if (!fresh) return true
  const isSame = fresh.innerHTML === now.innerHTML
  if (isSame) now.dataset.seen = /** @type {HTMLElement} */ (fresh).dataset.seen ?? '0'
  else now.replaceWith(fresh)
  if (!isSame) fit()
  return true
}

const follow = async () => {
  let next = OFTEN
  try {
    if (document.visibilityState === 'visible' && !(await ask())) return
  } catch {
    // The network comes back, or it does not: what stands here stays.
    next = SELDOM
  }
  setTimeout(() => void follow(), next)
}

fit()
addEventListener('resize', fit)
if (main.dataset.room) void follow()
