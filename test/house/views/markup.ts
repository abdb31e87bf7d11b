/**
 * Each tag of a template and the code in it, in the order they come, with what is written out
 * where.
 */
export const OUTPUT = /<%([=~]?)-?_?\s*([\s\S]*?)\s*[-_]?%>/g
/** The markup alone: what is written out becomes `{n}`, so that attributes can be read. */
export const markup = (text: string): { html: string; wrote: string[] } => {
  const wrote: string[] = []
  const html = text.replace(OUTPUT, (_, kind: string, inside: string) =>
    kind === '' ? '' : `{${wrote.push(inside) - 1}}`,
  )
  return { html: html.replace(/<!--[\s\S]*?-->/g, ''), wrote }
}
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g
export interface Attribute {
  tag: string
  name: string
  value: string | null
  quoted: boolean
}
export const attributesOf = (text: string): { attributes: Attribute[]; wrote: string[] } => {
  const { html, wrote } = markup(text)
  const attributes = [
    ...html.matchAll(/<([a-z][a-z0-9]*|\{\d+\})((?:\s+|"[^"]*"|'[^']*'|[^"'<>])*)>/gi),
  ].flatMap(([, tag, inside]) =>
    [...inside!.matchAll(ATTRIBUTE)].map(([, name, value]) => ({
      tag: tag!,
      name: name!,
      value: value === undefined ? null : value.replace(/^(["'])(.*)\1$/s, '$2'),
      quoted: value === undefined || /^["']/.test(value),
    })),
  )
  return { attributes, wrote }
}
/**
 * A whole address from to(), a name that to() was given in the same template, or a place on the
 * same page.
 */
export function isMade(value: string, wrote: string[], text: string): boolean {
  if (/^#[\w{}-]*$/.test(value)) return true
  const only = value.match(/^\{(\d+)\}$/)
  if (!only) return false
  const inside = wrote[Number(only[1])]!
  if (
    /^((it\.)?to(\.(tel|mail|webcal|in|whole|away|found|main))?|it\.asset)\(/.test(inside) &&
    closes(inside)
  )
    return true
  return (
    /^\w+$/.test(inside) &&
    new RegExp(`\\bconst ${inside} = (it\\.)?to\\(`).test(text) &&
    (text.match(new RegExp(`\\b(const|let|var) ${inside}\\b`, 'g')) ?? []).length === 1
  )
}

/**
 * True when the first bracket closes at the very end, so that nothing is added to what to() made.
 */
function closes(text: string): boolean {
  let depth = 0
  for (const [i, letter] of [...text].entries()) {
    if (letter === '(') depth += 1
    if (letter === ')' && (depth -= 1) === 0) return i === text.length - 1
  }
  return false
}

/**
 * The opening tags of the elements that stand in nothing else, for each way through the template:
 * one that is nothing but a choice between elements has as many ways as choices.
 */
export function rootsOf(text: string): string[][] {
  const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
  const ways: string[][] = [[]]
  let elements = 0
  for (const [whole, choice, closing, tag, own] of choices(text).matchAll(
    /(\u0001)|<(\/?)([a-z][a-z0-9]*|\{\d*\})(?:"[^"]*"|'[^']*'|[^"'<>])*?(\/?)>/gi,
  )) {
    if (choice) {
      if (elements === 0) ways.push([])
    } else if (closing) elements -= 1
    else {
      if (elements === 0) ways.at(-1)!.push(whole)
      if (!own && !VOID.test(tag!)) elements += 1
    }
  }
  return ways.filter((roots) => roots.length > 0)
}

/** The markup with a mark at each choice that stands within no other choice. */
function choices(text: string): string {
  let depth = 0
  return text.replace(OUTPUT, (_, kind: string, inside: string) => {
    if (kind === '=') return '{}'
    if (kind === '~') return ''
    let least = depth
    for (const letter of inside) {
      if (letter === '{') depth += 1
      if (letter === '}') least = Math.min(least, (depth -= 1))
    }
    return least === 0 && /^(if\b|\})/.test(inside) ? '\u0001' : ''
  })
}
