// From anywhere on the page, `/` goes to the line unless that was turned off, and Escape back to it.

import { box } from './minuting-page.js'

/** @param {EventTarget | null} target */
const isField = (target) =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]')
/** Set where the key is told of (static/desk/menu.js). */
const isOff = () => localStorage.getItem('search by /') === 'off'
document.addEventListener('keydown', (event) => {
  const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey
  if (event.key === '/' && isAlone && !isOff() && !isField(event.target)) {
    event.preventDefault()
    box.focus()
  }
  if (event.key === 'Escape' && isField(event.target) && event.target !== box) box.focus()
})
