// The way back to a page that the browser kept as it was: it is asked for anew, since more may have
// been said meanwhile. What someone was writing on it stays. Without this file it is as it was.

/** @param {Element} field */
const isTouched = (field) =>
  field instanceof HTMLSelectElement
    ? ([...field.options].find((each) => each.defaultSelected) ?? field.options[0])?.selected ===
      false
    : field instanceof HTMLTextAreaElement
      ? field.value !== field.defaultValue
      : field instanceof HTMLInputElement &&
        (field.value !== field.defaultValue || field.checked !== field.defaultChecked)

addEventListener('pageshow', ({ persisted }) => {
  const forms = [...document.forms].filter((form) => form.method === 'post')
  if (persisted && !forms.some((form) => [...form.elements].some(isTouched))) location.reload()
})
