// The quick line: what is typed is kept on the server as it is typed, written down by Enter, and
// sent again until it arrives. Without this file the box is a form like any other.

import {
  closeOffers,
  enterAfterTab,
  forgetTab,
  isWaiting,
  offersCame,
  tabCompletes,
  waitsForOffers,
} from './minuting-completing.js'
import { backIfWanted, isOver, leave, over, sayEmpty, wantBack } from './minuting-back.js'
import './minuting-forms.js'
import { forgetHeld, holdHere, readHeld } from './minuting-held.js'
import './minuting-keys.js'
import './minuting-lines.js'
import { listen, place, savedAt } from './minuting-news.js'
import {
  AGAIN,
  Away,
  box,
  field,
  fieldsOf,
  form,
  known,
  LATE,
  newKey,
  parse,
  post,
  reading,
  say,
  SOON,
  state,
  the,
  whyNot,
} from './minuting-page.js'

// Lines on their way: one at a time, in the order they were typed, until each has arrived.
const { queue, text: heldText } = readHeld()
let isSending = false
let unkept = ''

const hold = () => holdHere(queue, unkept)
const forget = () => {
  queue.length = 0
  unkept = ''
  forgetTab()
  box.value = ''
  forgetHeld()
}

/**
 * Without a session: run out, and all is held until someone signs in again; or signed out, and
 * nothing stays here.
 * @param {{ to: string }} gone
 */
const away = ({ to }) => {
  if (to === '/sign-in') {
    forget()
    location.assign(to)
    return
  }
  say(
    'You have been signed out. What you typed is kept. Sign in again in another tab, and it goes on by itself',
    true,
  )
  // All of it goes to the server for its writer alone, in case this tab is closed. What is sent on
  // from here is taken out there.
  const all = [...queue.map((line) => line.text), box.value]
    .filter((line) => line.trim())
    .join('\n')
  if (queue.length > 1) post(known('reading'), fieldsOf({ text: all })).catch(() => {})
}

/** @returns {Promise<void>} */
const send = async () => {
  const [line] = queue
  if (isSending || !line || waitsForOffers(line)) return
  isSending = true
  try {
    const { ok, html } = await post(
      form.action,
      new URLSearchParams({
        ...line,
        who: known('who'),
        last: field('last').value,
        seen: field('seen').value,
      }),
    )
    queue.shift()
    hold()
    if (ok) {
      const at = place(html, true)
      say(queue.length ? sending() : savedAt(at))
      backIfWanted(queue.length, keepSoon)
    } else refusedLine(line, html)
  } catch (error) {
    hold()
    if (error instanceof Away) away(error)
    else say(`Not saved yet, trying. ${sending()}`, true)
    await new Promise((resolve) => {
      setTimeout(resolve, AGAIN)
    })
  } finally {
    isSending = false
  }
  return send()
}
const sending = () =>
  queue.length === 1 ? '1 line is on its way' : `${queue.length} lines are on their way`

/**
 * The minutes were finished, or the line was too long: its words go back into the box, and the page
 * says why.
 * @param {import('./minuting-held.js').QueuedLine} line
 * @param {string} html
 */
const refusedLine = (line, html) => {
  if (line.instead) {
    field('instead').value = line.instead
    field('basedOn').value = line.basedOn ?? ''
  }
  box.value = [line.text, box.value].filter(Boolean).join('\n')
  unkept = box.value
  hold()
  say(whyNot(html), true)
}

const write = () => {
  const text = box.value.trim()
  if (text === '') return sayEmpty()
  clearTimeout(timer)
  const line = { key: field('key').value, text, step: 'save', ...over() }
  leave()
  enterAfterTab(line, send)
  if (!isWaiting()) asking?.abort()
  queue.push(line)
  field('key').value = newKey()
  box.value = ''
  box.defaultValue = ''
  unkept = ''
  hold()
  reading.replaceChildren()
  box.focus()
  // Most lines are there before this could be read.
  setTimeout(() => {
    if (queue.length && !state.classList.contains('late')) say(sending())
  }, LATE)
  send()
}

// As it is typed: kept, and read.
let timer = 0
/** @type {AbortController | undefined} */
let asking
/** @returns {Promise<void>} */
const keep = async () => {
  // What Tab was pressed on is answered first.
  if (isWaiting()) return keepSoon()
  asking?.abort()
  asking = new AbortController()
  const text = box.value
  try {
    const { ok, html } = await post(known('reading'), fieldsOf({ text, ...over() }), asking.signal)
    offersCame(text, ok ? parse(html) : null)
    if (box.value !== text) return
    if (!ok) {
      unkept = text
      hold()
      say(whyNot(html), true)
      return
    }
    reading.replaceChildren(...(parse(html).firstElementChild?.childNodes ?? []))
    box.defaultValue = text
    unkept = ''
    hold()
    if (queue.length === 0 && !isOver()) say('')
  } catch (error) {
    // Written down or typed on in the meantime: then these are no longer the words to keep.
    if (error instanceof DOMException && error.name === 'AbortError') return
    offersCame(text, null)
    if (box.value !== text) return
    unkept = text
    hold()
    if (error instanceof Away) away(error)
    else say('Not saved yet, trying', true)
    timer = setTimeout(keep, AGAIN)
  }
}
const keepSoon = () => {
  clearTimeout(timer)
  timer = setTimeout(keep, SOON)
}

const keepNow = () => {
  clearTimeout(timer)
  keep()
}

box.addEventListener('input', keepSoon)
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    write()
  }
  if (event.key === 'Escape') {
    closeOffers()
    if (isOver()) {
      box.value = ''
      leave()
      keepSoon()
    }
  }
  if (event.key === 'ArrowUp' && box.value === '') {
    event.preventDefault()
    wantBack()
    backIfWanted(queue.length, keepSoon)
  }
  if (event.key === 'Tab' && !event.shiftKey && tabCompletes(keepNow)) event.preventDefault()
})
form.addEventListener('submit', (event) => {
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter)
  if (button?.value !== 'preview') {
    event.preventDefault()
    write()
  }
})
/** @type {HTMLButtonElement} */
const preview = the('#quick-preview')
preview.hidden = true

// A shared laptop keeps nothing.
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', (event) => {
  const isUnsaved = queue.length > 0 || unkept !== ''
  if (isUnsaved && !confirm('What you typed is not saved yet. Sign out and lose it?'))
    event.preventDefault()
  else forget()
})
addEventListener('beforeunload', (event) => {
  if (queue.length) event.preventDefault()
})
addEventListener('online', send)
// What this tab holds is newer than what the server kept of it.
if (heldText || queue.length) {
  box.value = heldText
  keepSoon()
}
send()
setTimeout(() => listen(() => isSending, away), AGAIN)
