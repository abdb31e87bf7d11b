import { SaxesParser } from 'saxes'

export interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
  text: string
}

/** Reads XML and throws where it is not well formed. */
export const readXml = (xml: string): Node => {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: { ...attributes }, children: [], text: '' }
    open.at(-1)!.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    open.at(-1)!.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root.children[0]!
}

/** What makes XML ill-formed, each fault with its place; nothing where it is well formed. */
export const wrongInXml = (xml: string): string[] => {
  const wrong: string[] = []
  const parser = new SaxesParser()
  parser.on('error', ({ message }) => wrong.push(message))
  parser.write(xml).close()
  return wrong
}

/** The words of a Word document, or of a piece of one. */
export const wordsOfDocument = (xml: string): string => {
  let words = ''
  const open: string[] = []
  const parser = new SaxesParser({ fragment: true })
  parser.on('opentag', ({ name }) => open.push(name))
  parser.on('text', (text) => {
    if (open.at(-1) === 'w:t') words += text
  })
  parser.on('closetag', ({ name }) => {
    open.pop()
    if (name === 'w:p') words += '\n'
  })
  // A piece of a document has no declaration.
  parser.write(xml.replace(/^<\?xml[^?]*\?>/, '')).close()
  return words
}

export const child = (node: Node, name: string): Node | undefined =>
  node.children.find((each) => each.name === name)
export const children = (node: Node, name: string): Node[] =>
  node.children.filter((each) => each.name === name)
export const wordsOf = (node: Node, name: string): string => child(node, name)?.text.trim() ?? ''
