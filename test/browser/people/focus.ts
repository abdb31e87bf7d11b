/** Empty where the focus is drawn around this and can be seen; else what is wrong. */
export const visibleFocus = (element: any): string => {
  const page = element.ownerDocument
  const style = page.defaultView.getComputedStyle(element)
  const what = `${element.tagName} ${element.id || element.textContent.trim().slice(0, 40)}`
  const drawn =
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ||
    style.boxShadow !== 'none'
  if (!drawn) return `${what}: no outline`
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const view = page.defaultView
  if (bottom <= 0 || top >= view.innerHeight || right <= 0 || left >= view.innerWidth)
    return `${what}: outside the window`
  const points = [
    [left + 2, top + 2],
    [right - 2, bottom - 2],
    [(left + right) / 2, (top + bottom) / 2],
    [left + 2, bottom - 2],
    [right - 2, top + 2],
  ]
  const bare = points.some(([x, y]) => {
    const there = page.elementFromPoint(x, y)
    return there !== null && (element.contains(there) || there.contains(element))
  })
  return bare ? '' : `${what}: something lies over it`
}
