// What a browser can say of a page as it stands. Each of these is sent into the page by itself, so
// it uses nothing from outside it.
type Element = any

/** Words that stand outside the window, or in a box that cuts them. */
export const cutOff = (html: Element): string[] => {
  const document = html.ownerDocument
  const window = document.defaultView
  const wide = html.clientWidth
  const wrong: string[] = []
  const walker = document.createTreeWalker(document.body, 4)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement
    if (!text.data.trim() || parent.closest('.vh, .skip, option, svg, script')) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) continue
    if (box.left < -1 || box.right > wide + 1)
      wrong.push(`words stand outside the window: “${text.data.trim().slice(0, 40)}”`)
    for (let each = parent; each && each !== document.body; each = each.parentElement) {
      if (!/hidden|clip/.test(window.getComputedStyle(each).overflow)) continue
      const around = each.getBoundingClientRect()
      if (
        box.right > around.right + 1 ||
        box.left < around.left - 1 ||
        box.bottom > around.bottom + 1
      )
        wrong.push(`words are cut off: “${text.data.trim().slice(0, 40)}”`)
    }
  }
  return wrong
}

/** Words that lie on other words. */
export const clashes = (html: Element): string[] => {
  const document = html.ownerDocument
  const boxes: { text: string; left: number; right: number; top: number; bottom: number }[] = []
  const walker = document.createTreeWalker(document.body, 4)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (!text.data.trim() || text.parentElement.closest('.vh, .skip, option, svg')) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const box of range.getClientRects())
      if (box.width > 0)
        boxes.push({
          text: text.data.trim().slice(0, 30),
          left: box.left,
          right: box.right,
          top: box.top,
          bottom: box.bottom,
        })
  }
  const wrong: string[] = []
  for (const each of html.querySelectorAll('[data-label]')) {
    const label = document.defaultView.getComputedStyle(each, '::before')
    if (
      label.position === 'absolute' &&
      parseFloat(label.width) >
        parseFloat(document.defaultView.getComputedStyle(each).paddingInlineStart)
    )
      wrong.push(`“${each.dataset.label}” lies on what it names`)
  }
  const down = boxes.toSorted((a, b) => a.top - b.top)
  for (const [i, a] of down.entries()) {
    for (let j = i + 1; j < down.length && down[j]!.top < a.bottom; j += 1) {
      const b = down[j]!
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const deep = Math.min(a.bottom, b.bottom) - b.top
      if (across > 4 && deep > Math.min(a.bottom - a.top, b.bottom - b.top) / 2)
        wrong.push(`“${a.text}” lies on “${b.text}”`)
    }
  }
  return wrong
}

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

/**
 * Words in another script, or in English on a page that is not, that do not say which language they
 * are in (3.1.2).
 */
export const foreign = (html: Element): string[] => {
  const document = html.ownerDocument
  const wrong: string[] = []
  // Names are the same in every language, and so is what a reader typed or what stands in brackets
  // beside its translation.
  const NAMES =
    /\b(Atom|JSON|Feed|CSV|QR|AA|Mosaic Community Trust|Mosaic|Church Street|Crimestoppers|Section 60)\b|“[^”]*”|«[^»]*»|\([^)]*\)|\S+@\S+/g
  const walker = document.createTreeWalker(document.body, 4)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement
    // Numbers of telephones and of messages, addresses, and what a reader typed are in no language.
    if (parent.closest('[dir=ltr]:not(html, [lang]), .code, .typed, textarea, script, style'))
      continue
    const words = text.data.replace(NAMES, '')
    const speaks = (parent.closest('[lang]')?.getAttribute('lang') ?? '').slice(0, 2)
    const isArabicScript = ['ar', 'fa', 'ck', 'ur'].includes(speaks)
    if (
      isArabicScript
        ? /\p{Script=Latin}{2,}/u.test(words)
        : speaks === 'bn'
          ? /\p{Script=Latin}{2,}|\p{Script=Arabic}/u.test(words)
          : /\p{Script=Arabic}|\p{Script=Bengali}/u.test(words)
    ) {
      wrong.push(
        `has no language of its own: “${text.data.trim().slice(0, 60)}” stands in ${speaks || 'none'}`,
      )
    }
  }
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
 * Words whose colour is too near to the ground they stand on, with what axe leaves aside: grounds
 * that a drawn shape touches.
 */
export const faint = (html: Element): string[] => {
  const document = html.ownerDocument
  const window = document.defaultView
  const wrong: string[] = []
  const parse = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const light = (colour: number[]): number => {
    const [r, g, b] = colour.slice(0, 3).map((each) => {
      const part = each / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const seen = new Set<Element>()
  const walker = document.createTreeWalker(document.body, 4)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement
    if (
      !text.data.trim() ||
      seen.has(parent) ||
      parent.closest('script, option, svg') ||
      !parent.checkVisibility()
    )
      continue
    seen.add(parent)
    let ground = [255, 255, 255]
    for (let each = parent; each; each = each.parentElement) {
      const colour = parse(window.getComputedStyle(each).backgroundColor)
      if (colour.length === 3 || colour[3]! > 0.99) {
        ground = colour
        break
      }
    }
    const style = window.getComputedStyle(parent)
    const [a, b] = [light(parse(style.color)), light(ground)].toSorted((x, y) => y - x) as [
      number,
      number,
    ]
    const ratio = (a + 0.05) / (b + 0.05)
    const size = parseFloat(style.fontSize)
    if (ratio < (size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5))
      wrong.push(`faint in ${ratio.toFixed(1)}: “${text.data.trim().slice(0, 40)}”`)
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
    const step = Number(each.getAttribute('data-walked') ?? -1)
    if (step <= last)
      wrong.push(
        `${step < 0 ? 'never reached' : 'reached out of order'}: ${each.outerHTML.slice(0, 100)}`,
      )
    else last = step
  }
  return wrong
}
