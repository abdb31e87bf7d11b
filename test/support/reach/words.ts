import type { Element } from './element.ts'

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
    // What is folded has a place in the page, and is not seen.
    if (!text.parentElement.checkVisibility()) continue
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
