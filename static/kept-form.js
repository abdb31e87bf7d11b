// A large form is kept on the server as it is typed, so that a closed lid loses nothing of it.
// Without this file it is kept when it is sent and the session has ended.

const SOON = 1500
const AGAIN = 5000
const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-kept-form]'))
const state = document.querySelector('#kept')

/** @param {HTMLFormElement} typed */
const fieldsOf = (typed) => {
  /** @type {Record<string, string[]>} */
  const fields = {}
  for (const [name, value] of new FormData(typed))
    if (typeof value === 'string') (fields[name] ??= []).push(value)
  return Object.fromEntries(
    Object.entries(fields).map(([name, all]) => [name, name.endsWith('[]') ? all : all[0]]),
  )
}

/** @param {string} words */
const say = (words) => {
  if (state) state.textContent = words
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
/** @param {HTMLFormElement} typed */
const keep = async (typed) => {
  try {
    const answer = await fetch('/desk/unsent', {
      method: 'POST',
      body: new URLSearchParams({
        who: typed.dataset.who ?? '',
        place: typed.dataset.place ?? '',
        form: typed.dataset.keptForm ?? '',
        fields: JSON.stringify(fieldsOf(typed)),
      }),
      headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
      redirect: 'error',
    })
    if (answer.headers.get('hx-redirect'))
      return say(
        'You have been signed out. Sign in again in another tab, then write them down here',
      )
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (answer.ok) return say(page.querySelector('#kept')?.textContent.trim() ?? '')
    if (answer.status < 500) return say('Too long to be kept as you type. Write them down soon')
  } catch {
    // The next try says how it went.
  }
  say('Not kept yet, trying')
  timer = setTimeout(() => keep(typed), AGAIN)
}

if (form) {
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => keep(form), SOON)
  })
  form.addEventListener('submit', () => clearTimeout(timer))
}
