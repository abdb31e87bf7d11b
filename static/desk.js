// Small comforts for people who type fast. Every page works without this file.

// A line that was sent leaves its box at once, so that the next one can be typed while the first is
// on its way.
document.addEventListener('htmx:before:request', ({ target }) => {
  if (target instanceof HTMLFormElement && target.hasAttribute('data-clear')) target.reset()
})

// Typed text is not left behind without a word.
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @type {Set<HTMLFormElement>} */
const typedIn = new Set()
document.addEventListener('input', ({ target }) => {
  const { form } = /** @type {Field} */ (target)
  if (form?.method === 'post') typedIn.add(form)
})
for (const sent of ['submit', 'reset'])
  document.addEventListener(
    sent,
    ({ target }) => typedIn.delete(/** @type {HTMLFormElement} */ (target)),
    true,
  )
addEventListener('beforeunload', (event) => {
  /** @param {HTMLFormElement} form */
  const isLeft = (form) =>
    form.isConnected &&
    [
      .../** @type {NodeListOf<Field>} */ (form.querySelectorAll('textarea, input[type=text]')),
    ].some((field) => field.value.trim() !== field.defaultValue.trim())
  if ([...typedIn].some(isLeft)) event.preventDefault()
})
