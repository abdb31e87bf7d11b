// Arrow up in an empty box brings the last line back, to be typed better in its place.

import { box, field, say, the } from './minuting-page.js'

let isWanted = false
export const wantBack = () => {
  isWanted = true
}

/**
 * The last line may be on its way still: it comes back when it has arrived.
 * @param {number} onTheirWay how many lines are.
 * @param {() => void} keep keeps what is in the box.
 */
export const backIfWanted = (onTheirWay, keep) => {
  if (onTheirWay > 0 || !isWanted) return
  isWanted = false
  if (box.value === '' && bringBack()) keep()
}

/** @returns whether there is a line that can be changed. */
const bringBack = () => {
  /** @type {HTMLElement} */
  const bar = the('#quick-bar')
  const { back = '', backOf = '', backBasedOn = '' } = bar.dataset
  if (!back) return false
  field('instead').value = backOf
  field('basedOn').value = backBasedOn
  box.value = back
  box.setSelectionRange(back.length, back.length)
  say('Changing your last line. Escape leaves it')
  return true
}

/** Whether the box holds a line in the place of another. */
export const isOver = () => field('instead').value !== ''

/** What is sent with a line that stands in the place of another. */
export const over = () =>
  isOver() ? { instead: field('instead').value, basedOn: field('basedOn').value } : undefined

export const leave = () => {
  if (isOver()) say('')
  field('instead').value = ''
  field('basedOn').value = ''
}

/** A line that is changed to nothing is not taken out by that. */
export const sayEmpty = () => {
  if (isOver()) say('Write the line. To take it out, use Change beside it', true)
}
