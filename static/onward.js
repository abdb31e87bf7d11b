// Spares one tap on the way back from a work account. The button does the same, and is put out of
// reach: the answer counts once.
/** @type {HTMLFormElement | null} */
const form = document.querySelector('form[data-onward]')
if (form) {
  form.requestSubmit()
  const button = form.querySelector('button')
  if (button) button.disabled = true
}
