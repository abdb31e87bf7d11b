/**
 * A template in pieces, as they stand one after another: what Eta does (`<% %>`), tags of HTML with
 * what Eta does in them, and the text between. One pass, however long it is.
 */
export const piecesOf = (template: string): string[] => {
  const pieces: string[] = []
  let at = 0
  while (at < template.length) {
    const end = endOf(template, at)
    pieces.push(template.slice(at, end))
    at = end
  }
  return pieces
}

const endOf = (template: string, at: number): number => {
  if (template.startsWith('<%', at)) return endOfEta(template, at)
  if (/[a-z!/]/i.test(template[at] === '<' ? (template[at + 1] ?? '') : ''))
    return endOfTag(template, at)
  const next = template.indexOf('<', at + 1)
  return next < 0 ? template.length : next
}

const endOfEta = (template: string, at: number): number => {
  const end = template.indexOf('%>', at)
  return end < 0 ? template.length : end + 2
}

/** A tag ends at the first `>` that stands neither in a value nor in what Eta does. */
const endOfTag = (template: string, from: number): number => {
  let isQuoted = false
  for (let at = from + 1; at < template.length; at++) {
    if (template.startsWith('<%', at)) at = endOfEta(template, at) - 1
    else if (template[at] === '"') isQuoted = !isQuoted
    else if (template[at] === '>' && !isQuoted) return at + 1
  }
  return template.length
}
