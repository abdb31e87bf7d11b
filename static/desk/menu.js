// The menu closes when one goes on without it: Escape, a tap beside it, the keyboard elsewhere.
// Without this file it opens and closes all the same.
const menu = document.querySelector('.menu')

/** @returns {HTMLDetailsElement | null | undefined} */
const opened = () => menu?.querySelector('details[open]')

document.addEventListener('keydown', ({ key }) => {
  const group = opened()
  if (key !== 'Escape' || !group) return
  const hadFocus = group.contains(document.activeElement)
  group.open = false
  if (hadFocus) group.querySelector('summary')?.focus()
})

for (const away of ['click', 'focusin'])
  document.addEventListener(away, ({ target }) => {
    const group = opened()
    if (group && target instanceof Node && !group.contains(target)) group.open = false
  })

// `/` goes to the search from any page, unless that was turned off on the page of the search, and
// the arrow keys go through what was found.
const box = /** @type {HTMLInputElement | null} */ (document.querySelector('#find, #search-q'))
const found = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.found a'))
const KEY = 'search by /'
const isOff = () => localStorage.getItem(KEY) === 'off'

/** @param {EventTarget | null} target */
const isField = (target) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')

document.addEventListener('keydown', (event) => {
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  // The page of the minutes has a box of its own, which the same key goes to.
  if (key === '/' && box?.checkVisibility() && !isField(target) && !isOff()) {
    if (document.querySelector('#quick-text')) return
    event.preventDefault()
    box.select()
    box.focus()
  }
  const way = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (way === undefined || found.length === 0) return
  const at = [...found].findIndex((each) => each === document.activeElement)
  if (at === -1 && target !== box) return
  const next = at + way
  if (next >= found.length || (at === -1 && way < 0)) return
  event.preventDefault()
  if (next < 0) box?.focus()
  else found[next]?.focus()
})

const slash = document.querySelector('#slash')
/** Says what the key does now. */
const saySlash = () => {
  if (slash) slash.textContent = isOff() ? 'Turn the / key on' : 'Turn the / key off'
}
slash?.parentElement?.removeAttribute('hidden')
saySlash()
slash?.addEventListener('click', () => {
  localStorage.setItem(KEY, isOff() ? 'on' : 'off')
  saySlash()
})
