// Small comforts for people who type fast. Every page works without this file.

// A line that was sent leaves its box at once, so that the next one can be typed while the first is
// on its way.
document.addEventListener('htmx:before:request', ({ target }) => {
  if (target instanceof HTMLFormElement && target.hasAttribute('data-clear')) target.reset()
})

// Typed text is not left behind without a word.
const typedIn = new Set()
document.addEventListener('input', ({ target }) => {
  if (target.form?.method === 'post') typedIn.add(target.form)
})
for (const sent of ['submit', 'reset'])
  document.addEventListener(sent, ({ target }) => typedIn.delete(target), true)
addEventListener('beforeunload', (event) => {
  const isLeft = (form) =>
    form.isConnected &&
    [...form.querySelectorAll('textarea, input[type=text]')].some(
      (field) => field.value.trim() !== field.defaultValue.trim(),
    )
  if ([...typedIn].some(isLeft)) event.preventDefault()
})
