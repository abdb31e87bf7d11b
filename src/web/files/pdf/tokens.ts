import { NOT_READ, Wrong } from './wrong.ts'

/** A piece of what a page is drawn with. Source: ISO 32000-1, 7.2, 7.3 and 7.8. */
export type Token =
  | { is: 'number'; text: string }
  | { is: 'string'; bytes: Buffer }
  | { is: 'name'; name: string }
  | { is: 'list'; items: Token[] }
  | { is: 'dict'; items: Token[] }
  | { is: 'word'; word: string }

const DEEPEST = 12
const BLANK = '\0\t\n\f\r '
const SIGNS = '()<>[]{}/%'
const ends = (char: string | undefined): boolean =>
  char === undefined || BLANK.includes(char) || SIGNS.includes(char)

/** Reads from the front to the back, and never twice. What is written behind a `%` is let go. */
export const tokensOf = (bytes: Buffer) => {
  const text = bytes.toString('latin1')
  let at = 0
  const skip = (): void => {
    for (; at < text.length; at++) {
      if (text[at] === '%') while (at < text.length && !'\r\n'.includes(text[at]!)) at++
      else if (!BLANK.includes(text[at]!)) return
    }
  }
  const regular = (): string => {
    const from = at
    while (!ends(text[at])) at++
    return text.slice(from, at)
  }
  const within = (close: string, depth: number): Token[] => {
    if (depth > DEEPEST) throw new Wrong(NOT_READ)
    const items: Token[] = []
    for (;;) {
      skip()
      if (at >= text.length) return items
      if (text.startsWith(close, at)) {
        at += close.length
        return items
      }
      const token = next(depth + 1)
      if (token) items.push(token)
    }
  }
  const next = (depth = 0): Token | undefined => {
    skip()
    const char = text[at]
    if (char === undefined) return undefined
    if (char === '(') return { is: 'string', bytes: taken(inBrackets(text, at)) }
    if (text.startsWith('<<', at)) {
      at += 2
      return { is: 'dict', items: within('>>', depth) }
    }
    if (char === '<') return { is: 'string', bytes: taken(inHex(text, at)) }
    at++
    if (char === '[') return { is: 'list', items: within(']', depth) }
    if (char === '/') return { is: 'name', name: plainName(regular()) }
    if (SIGNS.includes(char)) return { is: 'word', word: char }
    at--
    const word = regular()
    return isNumber(word) ? { is: 'number', text: plainNumber(word) } : { is: 'word', word }
  }
  const taken = ([bytes, to]: [Buffer, number]): Buffer => {
    at = to
    return bytes
  }
  return {
    next: () => next(),
    /** What follows one blank, as it stands: the bytes of a picture within a page. */
    rest: () => bytes.subarray(at + 1),
    goOn: (by: number) => {
      at += by
    },
  }
}
export type Tokens = ReturnType<typeof tokensOf>

/** A string in hex, and where it ends. */
const inHex = (text: string, from: number): [Buffer, number] => {
  const to = text.indexOf('>', from)
  const end = to < 0 ? text.length : to
  const hex = text.slice(from + 1, end).replace(/[^0-9a-fA-F]/g, '')
  return [Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex'), end + 1]
}

/** ... and one in brackets, which may stand in one another. */
const inBrackets = (text: string, from: number): [Buffer, number] => {
  const out: number[] = []
  let depth = 0
  let at = from
  for (; at < text.length; at++) {
    const char = text[at]!
    if (char === '\\') {
      const [codes, length] = escapedAt(text, at + 1)
      out.push(...codes)
      at += length
      continue
    }
    if (char === '(' && depth++ === 0) continue
    if (char === ')' && --depth === 0) break
    out.push(char.charCodeAt(0))
  }
  return [Buffer.from(out), at + 1]
}

/** What a backslash makes of what follows, and how much of it. */
const escapedAt = (text: string, at: number): [codes: number[], length: number] => {
  const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3))?.[0]
  if (octal !== undefined) return [[parseInt(octal, 8) & 255], octal.length]
  if (text.startsWith('\r\n', at)) return [[], 2]
  const char = text[at] ?? ''
  if (char === '' || char === '\r' || char === '\n') return [[], 1]
  return [[(ESCAPED[char] ?? char).charCodeAt(0)], 1]
}

const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const isNumber = (word: string): boolean =>
  word.length <= LONGEST_NUMBER &&
  /^[+-]{0,9}(?:\d+|\d*\.\d*)(?:-\d*)?$/.test(word) &&
  /\d/.test(word)
const LONGEST_NUMBER = 24
/** As every reader takes it: `--5` and `5-3`, which some programs write, as they do. */
const plainNumber = (word: string): string => {
  if (/^-?(?:\d+|\d*\.\d*)$/.test(word)) return word
  const value = Number.parseFloat(word.replace(/^[+-]*-/, '-').replace(/^\++/, ''))
  return Number.isFinite(value) ? value.toFixed(6) : '0'
}

/** `/J#61vaScript` says JavaScript as well. */
const plainName = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** ... and written again. */
export const written = (token: Token): string => {
  if (token.is === 'number') return token.text
  if (token.is === 'string') return `<${token.bytes.toString('hex')}>`
  if (token.is === 'name')
    return `/${token.name.replace(/[^A-Za-z0-9_.+*-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
  if (token.is === 'list') return `[${token.items.map(written).join(' ')}]`
  if (token.is === 'dict') return `<<${token.items.map(written).join(' ')}>>`
  return token.word
}
