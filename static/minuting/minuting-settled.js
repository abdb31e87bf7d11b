// A list is passed over with the arrow keys to get to what one means: it is chosen once the keyboard
// has left it, and at once where it was tapped (3.2.2). Where this file is missing, the button saves.

/** @type {EventTarget | null} */
let byKeys = null
/** @type {{ list: HTMLSelectElement, value: string } | null} */
let unsettled = null

/** @param {HTMLFormElement | null} form */
const settle = (form) => form?.dispatchEvent(new Event('settled'))

document.addEventListener('keydown', ({ target, key }) => {
  if (key !== 'Tab') byKeys = target
})
document.addEventListener('pointerdown', () => {
  byKeys = null
})
document.addEventListener('change', ({ target }) => {
  const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (target)
  if (!field.form?.matches('[data-hx-trigger^=settled]')) return
  if (field instanceof HTMLSelectElement && byKeys === field)
    unsettled = { list: field, value: field.value }
  else settle(field.form)
})
document.addEventListener('focusout', ({ target }) => {
  if (target !== unsettled?.list) return
  const { form } = unsettled?.list ?? { form: null }
  unsettled = null
  settle(form)
})
// An answer to what was saved before is drawn around it.
document.addEventListener('htmx:after:swap', () => {
  if (unsettled) unsettled.list.value = unsettled.value
})
