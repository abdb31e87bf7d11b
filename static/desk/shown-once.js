// What is shown once can be copied and printed with one press. Without this file it is selected by hand, and printed by
// the browser's own menu.
const ways = document.querySelector('#ways')
const all = /** @type {HTMLTextAreaElement | null} */ (document.querySelector('#to-copy'))
ways?.removeAttribute('hidden')
document.querySelector('#print')?.addEventListener('click', () => print())
document.querySelector('#copy')?.addEventListener('click', async () => {
  const said = document.querySelector('#copied')
  try {
    await navigator.clipboard.writeText(all?.value ?? '')
    if (said) said.textContent = all?.dataset.copied ?? ''
  } catch {
    all?.select()
    if (said) said.textContent = 'It is selected. Copy it with your keyboard.'
  }
})
