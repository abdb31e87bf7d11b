// Behind the door of links from letters alone: what an owner types is kept on their phone until it
// is sent, since the network in a stairwell comes and goes. Without this file the form is sent as
// any other. Nothing of it runs on a public page (R24).

import { forget, forgetAll, forgetOld, placeOfLink, read, write } from './kept-words-place.js'

const TOO_LONG_MS = 30_000
const TOO_LONG_WITH_PHOTOS_MS = 180_000

/**
 * A form, the name under which its words are kept, and where its reader is told of it.
 * @typedef {{ form: HTMLFormElement, name: string, told: HTMLElement }} Keeping
 * @typedef {HTMLButtonElement | HTMLInputElement} Presser
 * @typedef {import('./kept-words-place.js').Kept} Kept
 */

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const keep = (form, name) => {
  const told = document.createElement('div')
  told.setAttribute('role', 'status')
  // Beside the button that sends.
  form.querySelector('button[type=submit]')?.parentElement?.after(told)
  const keeping = { form, name, told }
  const before = read(name)
  // What the server sent back to be put right is newer.
  if (form.dataset.back) save(keeping)
  else if (before) putBack(keeping, before)
  form.addEventListener('input', () => {
    if (isEmpty(form)) {
      forget(name)
      say(keeping, '')
    } else if (save(keeping)) say(keeping, 'Kept on this phone until it is sent.')
  })
  form.addEventListener('submit', (event) => {
    const presser = /** @type {Presser | null} */ (event.submitter)
    // A ready-made sentence goes into the box, and sends nothing.
    if (form.dataset.plainly || !presser || presser.name === 'ready') return
    event.preventDefault()
    void send(keeping, presser)
  })
  addEventListener('online', () => {
    if (told.classList.contains('notice--warn'))
      told.querySelector('p')?.prepend('You are connected again. ')
  })
}

/**
 * @param {Keeping} keeping
 * @param {Presser} presser
 */
const send = async (keeping, presser) => {
  const { form, name } = keeping
  const isKept = isEmpty(form) || save(keeping, true)
  say(keeping, 'Sending…')
  presser.disabled = true
  const answer = await post(form, presser).catch(() => null)
  presser.disabled = false
  if (answer?.redirected && answer.ok) {
    forget(name)
    return location.assign(answer.url)
  }
  if (answer && answer.status < 500 && answer.status !== 429) {
    // A page that says what is wrong: it comes when the form is sent in the plain way.
    form.dataset.plainly = 'yes'
    return presser.click()
  }
  const where = isKept ? 'Your words are kept on this phone.' : 'Leave this page open.'
  const why = answer ? 'Not sent: it did not get through.' : 'Not sent: there is no connection.'
  say(keeping, `${why} ${where}`, 'notice notice--warn', {
    words: 'Try again',
    press: () => presser.click(),
  })
  keeping.told.scrollIntoView({ block: 'nearest' })
}

/**
 * @param {HTMLFormElement} form
 * @param {Presser} presser
 */
const post = (form, presser) => {
  const fields = new FormData(form)
  const isPlain = form.enctype !== 'multipart/form-data'
  const stop = new AbortController()
  setTimeout(() => stop.abort(), photosIn(form) ? TOO_LONG_WITH_PHOTOS_MS : TOO_LONG_MS)
  return fetch(presser.hasAttribute('formaction') ? presser.formAction : form.action, {
    method: 'POST',
    body: isPlain ? new URLSearchParams(textsOf(fields)) : fields,
    signal: stop.signal,
  })
}

/**
 * The words again, and the key of the form with them: what arrived though no answer came counts
 * once (R31).
 * @param {Keeping} keeping
 * @param {Kept} kept
 */
const putBack = (keeping, kept) => {
  const { form, name } = keeping
  for (const [field, value] of kept.fields) {
    const there = form.elements.namedItem(field)
    if (there && 'value' in there) there.value = value
  }
  for (const fold of form.querySelectorAll('details')) fold.open ||= !isEmpty(fold)
  const holder = form.closest('details')
  if (holder) holder.open = true
  const words = kept.tried
    ? 'Your words are still on this phone. If they did not arrive, send them again: they count once.'
    : 'Your words were kept on this phone. They are not sent yet.'
  const photos = kept.photos > 0 ? ' Choose your photos again: those are not kept.' : ''
  say(keeping, words + photos, 'notice', {
    words: 'Forget them',
    press: () => {
      forget(name)
      form.reset()
      say(keeping, 'Forgotten.')
    },
  })
}

/** @param {Keeping} keeping */
const save = ({ form, name }, tried = false) =>
  write(name, {
    at: Date.now(),
    tried,
    photos: photosIn(form),
    fields: textsOf(new FormData(form)),
  })

/** @param {FormData} fields */
const textsOf = (fields) =>
  /** @type {[string, string][]} */ ([...fields].filter(([, value]) => typeof value === 'string'))

/** @param {HTMLFormElement} form */
const photosIn = (form) =>
  [...new FormData(form).values()].filter((each) => each instanceof File && each.size > 0).length

/** @param {Element} within */
const isEmpty = (within) =>
  /** @type {HTMLInputElement[]} */ ([
    ...within.querySelectorAll('textarea, input[type=text]'),
  ]).every((field) => field.value.trim() === '')

/**
 * @param {Keeping} keeping
 * @param {string} words
 * @param {{ words: string, press: () => void }} [button]
 */
const say = ({ told }, words, look = 'hint', button) => {
  const line = document.createElement('p')
  line.textContent = `${words} `
  told.className = look
  told.replaceChildren(line)
  if (!button) return
  const pressed = document.createElement('button')
  pressed.type = 'button'
  pressed.className = 'button button--second'
  pressed.textContent = button.words
  pressed.addEventListener('click', button.press)
  told.append(pressed)
}

forgetOld()
// A link that is over may be over because its matter is held in private now, and its words may have
// been typed behind another link of the same letter (R11).
if (document.querySelector('[data-over]')) forgetAll()
const nameOf = await placeOfLink()
if (nameOf)
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (
    document.querySelectorAll('form[data-keep]')
  ))
    keep(form, nameOf(form.dataset.keep ?? ''))
