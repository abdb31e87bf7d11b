export interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
  text: string
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads XML and throws where it is not well formed: tags that do not match, an attribute twice, a
 * bare & or <, a character that XML has no room for.
 */
export const readXml = (xml: string): Node => {
  const bad = xml.match(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
  if (bad) throw new Error(`U+${bad[0].codePointAt(0)!.toString(16)} cannot stand in XML`)
  const text = (raw: string): string => {
    if (/</.test(raw)) throw new Error(`a bare < in “${raw}”`)
    return raw.replace(/&([^;]*;?)/g, (_, reference: string) => {
      const name = reference.replace(/;$/, '')
      const code = name.match(/^#(?:x([0-9a-f]+)|(\d+))$/i)
      if (!reference.endsWith(';') || (!code && !(name in NAMED)))
        throw new Error(`“&${reference.slice(0, 20)}” is no reference`)
      return code
        ? String.fromCodePoint(code[1] ? parseInt(code[1], 16) : Number(code[2]))
        : NAMED[name]!
    })
  }
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let at = 0
  for (const match of xml
    .replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '')
    .matchAll(
      /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g,
    )) {
    const [whole, closing, name, inside, own, words, stray] = match
    if (stray) throw new Error(`a bare < at ${at}`)
    at += whole.length
    const here = open.at(-1)!
    if (words !== undefined) here.text += text(words)
    else if (closing) {
      if (here.name !== name || open.length === 1)
        throw new Error(`</${name}> closes <${here.name}>`)
      open.pop()
    } else {
      const attributes: Record<string, string> = {}
      for (const [, key, value] of inside!.matchAll(/([\w.:-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
        if (key! in attributes) throw new Error(`${key} stands twice in <${name}>`)
        attributes[key!] = text(value!.slice(1, -1))
      }
      const node = { name: name!, attributes, children: [], text: '' }
      here.children.push(node)
      if (!own) open.push(node)
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed`)
  if (root.children.length !== 1 || root.text.trim() !== '')
    throw new Error('one element holds all')
  return root.children[0]!
}

export const child = (node: Node, name: string): Node | undefined =>
  node.children.find((each) => each.name === name)
export const children = (node: Node, name: string): Node[] =>
  node.children.filter((each) => each.name === name)
export const wordsOf = (node: Node, name: string): string => child(node, name)?.text.trim() ?? ''
