/** One rule of a style sheet, and the conditions it stands under, outermost first. */
export interface CssRule {
  within: string[]
  selectors: string[]
  declarations: { property: string; value: string }[]
}

/**
 * The rules of a style sheet, in their order. It knows what ours is made of: comments, rules, and
 * rules within @media and the like.
 */
export const rulesOf = (css: string, within: string[] = []): CssRule[] => {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, ' ')
  const rules: CssRule[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === ';') {
      rules.push({ within, selectors: [text.slice(from, at).trim()], declarations: [] })
      from = at + 1
    }
    if (text[at] !== '{') continue
    const head = text.slice(from, at).trim().replace(/\s+/g, ' ')
    const end = closing(text, at)
    const body = text.slice(at + 1, end)
    if (head.startsWith('@') && body.includes('{')) rules.push(...rulesOf(body, [...within, head]))
    else if (body.includes('{'))
      throw new Error(`a rule within a rule, which old browsers do not read: ${head}`)
    else
      rules.push({
        within,
        selectors: apart(head, ','),
        declarations: apart(body, ';')
          .filter((each) => each !== '')
          .map((each) => ({
            property: each.slice(0, each.indexOf(':')).trim(),
            value: each.slice(each.indexOf(':') + 1).trim(),
          })),
      })
    at = end
    from = end + 1
  }
  return rules
}

const closing = (text: string, from: number): number => {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  throw new Error('a rule that does not end')
}

/** Pieces between marks that stand outside brackets and quotes. */
export const apart = (text: string, mark: string): string[] => {
  const pieces: string[] = []
  let [depth, from, quote] = [0, 0, '']
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (quote) quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if ('(['.includes(letter)) depth++
    else if (')]'.includes(letter)) depth--
    else if (letter === mark && depth === 0) {
      pieces.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  return [...pieces, text.slice(from).trim()]
}
