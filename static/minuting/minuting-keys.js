// From anywhere on the page, `/` goes to the line, and Escape back to it.

import { box } from './minuting-page.js'

/** @param {EventTarget | null} target */
const isField = (target) =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]')
document.addEventListener('keydown', (event) => {
  const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey
  if (event.key === '/' && isAlone && !isField(event.target)) {
    event.preventDefault()
    box.focus()
  }
  if (event.key === 'Escape' && isField(event.target) && event.target !== box) box.focus()
})
