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
