// What completes the word that is being typed: Tab takes the first offer. Whoever types faster than
// the offers come is answered when they do, with all that they typed in the meantime.

import { AGAIN, box, reading, the } from './minuting-page.js'

const OFFER = '.offers [data-insert]'
/** The end of a text for which offers may come: a mark, a month, the number of an action. */
const MAY_BE_OFFERED =
  /(?:^|\s)[@+#!][\p{L}\p{N}’'-]*$|\sby\s+[a-z ]{0,12}$|(?:^|\n)u\s+[\d.]*$|(?:^|\n)# +\S.*$/iu

/** @typedef {import('./minuting-held.js').QueuedLine} QueuedLine */
/** @typedef {{ text: string, line: QueuedLine | null, send: (() => void) | null }} Waiting */
/**
 * The words that Tab was pressed on, and the line that Enter made of them before the offers came.
 * @type {Waiting | null}
 */
let waiting = null

/**
 * @param {HTMLElement} offer
 * @param {number} at where the word ends, when more was typed after it.
 */
const complete = ({ dataset }, at = box.value.length) => {
  const { typed = '', insert = '' } = dataset
  const caret = at === box.value.length ? 'end' : 'preserve'
  box.setRangeText(insert, at - typed.length, at, caret)
  box.focus()
  closeOffers()
  // To whoever keeps what is typed, it is typed.
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * What was meant, in place of what was typed: the last such piece in the box.
 * @param {HTMLElement} meant
 */
const correct = ({ dataset: { insteadOf = '', put = '' } }) => {
  const at = box.value.lastIndexOf(insteadOf)
  if (at < 0) return
  box.setRangeText(put, at, at + insteadOf.length, 'preserve')
  box.focus()
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

export const closeOffers = () => reading.querySelector('.offers')?.remove()

/**
 * @param {() => void} ask asks for the offers at once.
 * @returns whether Tab completes a word: now, or as soon as the offers are here.
 */
export const tabCompletes = (ask) => {
  const text = box.value
  if (box.selectionEnd !== text.length) return false
  const offer = offerIn(reading)
  const isRead = text === box.defaultValue
  // Before anything of a month is typed its offers fit any text: only the one they were made for.
  if (offer && fits(offer, text) && (isRead || offer.dataset.typed !== '')) complete(offer)
  else if (isRead || !MAY_BE_OFFERED.test(text)) return false
  else waitForOffers(text, ask)
  return true
}

/**
 * @param {ParentNode | null} place
 * @returns {HTMLElement | null}
 */
const offerIn = (place) => place?.querySelector(OFFER) ?? null

/**
 * @param {string} text
 * @param {() => void} ask
 */
const waitForOffers = (text, ask) => {
  waiting = null
  ask()
  /** @type {Waiting} */
  const mine = { text, line: null, send: null }
  waiting = mine
  setTimeout(() => {
    if (waiting === mine) offersCame(text, null)
  }, AGAIN)
}

export const isWaiting = () => waiting !== null
/**
 * Whether a line is finished only by the offers that it waits for.
 * @param {QueuedLine | undefined} line
 */
export const waitsForOffers = (line) => waiting !== null && waiting.line === line

/**
 * Enter came before the offers: they finish the line, and then it is sent.
 * @param {QueuedLine} line
 * @param {() => void} send
 */
export const enterAfterTab = (line, send) => {
  if (waiting?.line === null) {
    const isIts = line.text.startsWith(waiting.text.trimStart())
    if (isIts) Object.assign(waiting, { line, send })
    else waiting = null
  }
}

/**
 * The answer for a text. Where it holds no offer, Tab goes where it goes everywhere.
 * @param {string} text
 * @param {ParentNode | null} answer
 */
export const offersCame = (text, answer) => {
  if (waiting?.text !== text) return
  const { line, send } = waiting
  const found = offerIn(answer)
  const offer = found && fits(found, text) ? found : null
  waiting = null
  if (line) {
    if (offer) line.text = completed(line.text, text.trimStart().length, offer)
    send?.()
  } else if (offer && box.value.startsWith(text)) complete(offer, text.length)
  else if (box.value === text && document.activeElement === box) saveButton.focus()
}

/** @type {HTMLButtonElement} */
const saveButton = the('#quick-form [value=save]')

/**
 * @param {HTMLElement} offer
 * @param {string} text
 */
const fits = (offer, text) => text.endsWith(offer.dataset.typed ?? '')

/**
 * @param {string} text
 * @param {number} at
 * @param {HTMLElement} offer
 */
const completed = (text, at, { dataset: { typed = '', insert = '' } }) =>
  (text.slice(0, at - typed.length) + insert + text.slice(at)).trim()

/** What was typed is thrown away. */
export const forgetTab = () => {
  waiting = null
}

reading.addEventListener('click', ({ target }) => {
  const offer = /** @type {HTMLElement} */ (target)
  if (offer.dataset.insert !== undefined) complete(offer)
  if (offer.dataset.put !== undefined) correct(offer)
})
