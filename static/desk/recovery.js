// The codes can be copied and printed with one press. Without this file they are selected by hand, and printed by the
// browser's own menu.
const ways = document.querySelector('#ways')
const all = /** @type {HTMLTextAreaElement | null} */ (document.querySelector('#all-codes'))
ways?.removeAttribute('hidden')
document.querySelector('#print')?.addEventListener('click', () => print())
document.querySelector('#copy')?.addEventListener('click', async () => {
  const said = document.querySelector('#copied')
  try {
    await navigator.clipboard.writeText(all?.value ?? '')
    if (said) said.textContent = 'Copied. Paste them where only you can read them.'
  } catch {
    all?.select()
    if (said) said.textContent = 'They are selected. Copy them with your keyboard.'
  }
})
