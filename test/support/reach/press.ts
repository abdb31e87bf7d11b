import type { Element } from './element.ts'

/** Things to press that are smaller than 24 by 24, but for links within a sentence (2.5.8). */
export const small = (html: Element): string[] => {
  const window = html.ownerDocument.defaultView
  const wrong: string[] = []
  for (const each of html.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary',
  )) {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.closest('.skip')) continue
    const box = each.getBoundingClientRect()
    const rects = [...each.getClientRects()]
    const inSentence =
      window.getComputedStyle(each).display === 'inline' &&
      [...each.parentElement.childNodes].some(
        (node: Element) => node.nodeType === 3 && node.data.trim(),
      )
    if (!inSentence && (box.width < 24 || Math.max(...rects.map((rect) => rect.height)) < 24))
      wrong.push(
        `smaller than 24 by 24: ${each.outerHTML.slice(0, 100)} is ${Math.round(box.width)} by ${Math.round(box.height)}`,
      )
  }
  return wrong
}

/**
 * What is wrong with the bones of a page: its one title, its headings one below the other, its
 * landmarks, links to places on it, ids.
 */
export const outline = (html: Element): string[] => {
  const document = html.ownerDocument
  const wrong: string[] = []
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((each) =>
    each.checkVisibility(),
  )
  const levels = headings.map((each) => Number(each.tagName[1]))
  const isRefused = document.querySelector('.errors') !== null
  if (levels.filter((level) => level === 1).length !== 1)
    wrong.push(`has ${levels.filter((level) => level === 1).length} headings of level 1`)
  levels.forEach((level, i) => {
    if (!(isRefused && i === 0) && level > (levels[i - 1] ?? 0) + 1)
      wrong.push(
        `a heading of level ${level} follows one of level ${levels[i - 1] ?? 0}: “${headings[i].textContent.trim().slice(0, 40)}”`,
      )
  })
  if (document.querySelectorAll('main').length !== 1) wrong.push('has not one main part')
  if (document.title.trim().length < 5) wrong.push('has no title')
  if (!document.body.matches('.poster')) {
    if (document.querySelectorAll('body > header, body > footer').length !== 2)
      wrong.push('has not one header and one footer')
    const order = [
      ...document.querySelectorAll('body > .skip, body > header, body > main, body > footer'),
    ].map((each) => each.tagName)
    if (order.join() !== 'A,HEADER,MAIN,FOOTER')
      wrong.push(`its parts stand in the order ${order.join()}`)
  }
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(link.getAttribute('href').slice(1)))
      wrong.push(`a link leads to ${link.getAttribute('href')}, which is not there`)
  for (const nav of document.querySelectorAll('nav'))
    if (!nav.getAttribute('aria-label')) wrong.push('a menu has no name')
  return wrong
}

/** Anything that moves. */
export const moving = (html: Element): string[] => {
  const document = html.ownerDocument
  const window = document.defaultView
  const wrong: string[] = document.getAnimations().map(() => 'something moves')
  for (const each of [html, ...html.querySelectorAll('body, body *')]) {
    for (const part of [null, '::before', '::after']) {
      const style = window.getComputedStyle(each, part)
      if (
        style.animationName !== 'none' ||
        /[1-9]/.test(style.transitionDuration) ||
        style.scrollBehavior === 'smooth'
      )
        wrong.push(`moves: ${each.outerHTML.slice(0, 80)}`)
    }
  }
  return wrong
}

/**
 * What has the focus now, and what is wrong with it: not shown, outside the window, covered by
 * something else. Null where the keyboard has left the page.
 */
export const hidden = (html: Element, step: number): { name: string; wrong: string[] } | null => {
  const document = html.ownerDocument
  const window = document.defaultView
  const at = document.activeElement
  if (!at || at === document.body || at === html) return null
  const name = `${at.tagName.toLowerCase()} ${(at.innerText || at.name || at.id).trim().replace(/\s+/g, ' ').slice(0, 40)}`
  const wrong: string[] = []
  // From the last thing on a page a browser goes to its own menus, or to the first thing again.
  if (at.dataset.walked === '0') return null
  if (at.hasAttribute('data-walked'))
    return { name, wrong: [`${name} takes the keyboard twice: a trap`] }
  at.setAttribute('data-walked', String(step))
  const style = window.getComputedStyle(at)
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)
    wrong.push(`${name} shows no focus`)
  const box = at.getClientRects()[0]
  if (
    !box ||
    box.bottom < 1 ||
    box.top > window.innerHeight - 1 ||
    box.right < 1 ||
    box.left > window.innerWidth - 1
  )
    return { name, wrong: [...wrong, `${name} has the focus outside the window`] }
  const [x, y] = [
    Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), window.innerWidth - 2),
    Math.min(Math.max(box.top + box.height / 2, 1), window.innerHeight - 2),
  ]
  const top = document.elementFromPoint(x, y)
  if (top !== at && !at.contains(top) && !top?.contains(at))
    wrong.push(`${name} has the focus and is covered by ${top?.outerHTML.slice(0, 80)}`)
  return { name, wrong }
}

/** What the keyboard did not come to on its walk, or came to out of its order. */
export const unreached = (html: Element): string[] => {
  const wrong: string[] = []
  let last = -1
  for (const each of html.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary',
  )) {
    if (!each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue
    // The keyboard stops once at a choice, at the one that is chosen.
    const isOther = each.matches('input[type=radio]:not(:checked)')
    if (isOther && html.querySelector(`input[type=radio][name="${each.name}"]:checked`)) continue
    const step = Number(each.getAttribute('data-walked') ?? -1)
    if (step <= last)
      wrong.push(
        `${step < 0 ? 'never reached' : 'reached out of order'}: ${each.outerHTML.slice(0, 100)}`,
      )
    else last = step
  }
  return wrong
}
