// Arrow up in an empty box brings the last line back, to be typed better in its place.

import { box, field, say, the } from './minuting-page.js'

/** @returns whether there is a line that can be changed. */
export const bringBack = () => {
  /** @type {HTMLElement} */
  const bar = the('#quick-bar')
  const { back = '', backOf = '', backBasedOn = '' } = bar.dataset
  if (!back) return false
  field('instead').value = backOf
  field('basedOn').value = backBasedOn
  box.value = back
  box.setSelectionRange(back.length, back.length)
  say('You are changing your last line. Escape leaves it as it was')
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
