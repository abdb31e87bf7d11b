import { apart, rulesOf, type CssRule } from '../css.ts'
import { feature, without } from './browsers.ts'

/**
 * What only adds: where a browser does not know it, words are all there, in order, and nothing is
 * covered or cut off. Each with what an older browser does instead.
 */
const ADDS: Record<string, string> = {
  'text-size-adjust': 'the same with its prefix, or letters as large as the phone makes them',
  'text-wrap': 'lines break where they are full',
  'text-underline-offset': 'the line is nearer to the letters',
  'text-decoration-thickness': 'the line is one pixel',
  'text-decoration-color': 'the line has the colour of the words',
  'accent-color': 'ticks have the colour of the browser',
  'color-scheme': 'the browser draws its own parts for the light',
  'scroll-padding-top': 'an anchor stands at the top edge',
  'scroll-padding-bottom': 'an anchor stands at the bottom edge',
  'scroll-margin-top': 'an anchor stands at the top edge',
  'scroll-margin-bottom': 'an anchor stands at the bottom edge',
  'scrollbar-width': 'a wider scroll bar',
  'forced-color-adjust': 'no forced colours there',
  'print-color-adjust': 'the same with its prefix',
  'box-decoration-break': 'the ground of words ends square at a line',
  'aspect-ratio': 'the drawing has a width and a height of its own',
  'container-type': 'the tables of figures stay tables',
  'field-sizing': 'a box of a few lines',
  'content-visibility': 'what is folded stays folded',
  contain: 'a column as tall as what is in it',
  'user-select': 'words are selected by hand',
  'touch-action': 'a double tap may zoom',
  cursor: 'a phone has no pointer',
  resize: 'a phone has no corner to pull',
  size: 'the paper of the printer',
  '@page': 'the edges of the printer',
  page: 'no number on the sheet',
  'break-before': 'a page may break there',
  'break-after': 'a page may break there',
  'break-inside': 'a page may break there',
  'letter-spacing': 'letters as wide as they are',
  '@container': 'the tables of figures stay tables',
  ':focus-visible': 'the ring of :focus, for every way to arrive',
  ':has': 'what depends on a choice is shown always',
  '::marker': 'the mark of the browser',
  '::details-content': 'what is folded opens with a tap',
}
/** Older browsers answer this question in the same way as whether they leave gaps in a row. */
const NO_GAPS = '@supports not (inset: 0)'
const GAPS = /^(row-|column-)?gap$/

/** What a style sheet asks of a browser that the oldest ones do not know, and that is missed. */
export const faultsOf = (css: string): string[] => {
  const rules = rulesOf(css)
  const plain = rules.filter((each) => !each.within.some((at) => /^@supports (?!not)/.test(at)))
  return [
    ...new Set(
      plain.flatMap((rule) => [
        ...rule.within.flatMap(inCondition),
        ...inSelectors(rule),
        ...rule.declarations.flatMap((_, i) => inDeclaration(rule, i)),
        ...inGaps(rule, rules),
      ]),
    ),
  ]
}

const missing = (name: string, ...path: string[]): string[] => {
  const it = feature(...path)
  if (!it?.__compat) return []
  const those = name in ADDS ? [] : without(it)
  return those.length > 0 ? [`${name}: ${those.join(', ')}`] : []
}

const inCondition = (head: string): string[] => {
  const [, name] = /^@([\w-]+)/.exec(head)!
  return missing(`@${name}`, 'at-rules', name!)
}

const inSelectors = ({ selectors }: CssRule): string[] => {
  if (selectors[0]!.startsWith('@')) return inCondition(selectors[0]!)
  const unknown = selectors.map((each) =>
    [...each.matchAll(/(::?)([a-z-]+)/g)]
      .filter(([, , name]) => !name!.startsWith('-'))
      .flatMap(([, dots, name]) =>
        without(feature('selectors', name!) ?? {}).length > 0 ? [`${dots}${name}`] : [],
      ),
  )
  const lists = selectors.filter((each) => /:not\([^()]*,/.test(each))
  return [
    ...lists.map((each) => `a list within :not: ${each}`),
    ...unknown.flat().filter((each) => !(each in ADDS)),
    // One selector that is not known takes the whole rule with it.
    ...(unknown.some((each) => each.length > 0) && unknown.some((each) => each.length === 0)
      ? [`known and unknown selectors in one rule: ${selectors.join(', ')}`]
      : []),
  ]
}

const inDeclaration = ({ selectors, declarations }: CssRule, i: number): string[] => {
  const { property, value } = declarations[i]!
  if (property.startsWith('-')) {
    return property.startsWith('--') ? inValue(property, value) : []
  }
  const unknown = missing(property, 'properties', property)
  if (unknown.length > 0 || property in ADDS) return unknown.map((each) => `${each} (${selectors})`)
  const faults = inValue(property, value)
  const before = declarations.slice(0, i).filter((each) => each.property === property)
  // What has a variable in it is not left out when it is read, but found to be nothing later.
  const fallsBack =
    !value.includes('var(') && before.some((each) => inValue(property, each.value).length === 0)
  return fallsBack ? [] : faults.map((each) => `${each} in ${property} (${selectors})`)
}

const inValue = (property: string, value: string): string[] => [
  ...[...value.matchAll(/([a-z-]+)\(/g)].flatMap(([, name]) =>
    missing(`${name}()`, 'types', name!),
  ),
  ...(/\d(dv|sv|lv)(h|w)\b/.test(value) ? ['a unit of the small or large window'] : []),
  ...apart(value, ' ').flatMap((word) =>
    /^[a-z-]+$/.test(word) ? missing(`${property}: ${word}`, 'properties', property, word) : [],
  ),
]

const inGaps = (rule: CssRule, rules: CssRule[]): string[] =>
  rule.declarations.some((each) => GAPS.test(each.property))
    ? rule.selectors
        .filter((one) => !displaysOf(one, rules).includes('grid') && !hasMargins(one, rules))
        .map((one) => `a gap in a row that is no grid, and no margin in its place: ${one}`)
    : []

const displaysOf = (selector: string, rules: CssRule[]): string[] =>
  rules
    .filter((each) => each.selectors.some((one) => isOf(selector, one)))
    .flatMap((each) =>
      each.declarations.flatMap(({ property, value }) => (property === 'display' ? [value] : [])),
    )

const hasMargins = (selector: string, rules: CssRule[]): boolean =>
  rules.some(
    (each) =>
      each.within.includes(NO_GAPS) &&
      each.selectors.some((one) => isOf(selector, one.replace(/ > \*( \+ \*)?$/, ''))),
  )

/** True where what a selector finds is also found by another that says less of where it stands. */
const isOf = (selector: string, other: string): boolean =>
  selector === other || selector.endsWith(` ${other}`)
