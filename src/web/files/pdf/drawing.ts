import { deflateSync } from 'node:zlib'
import { tokensOf, written, type Token, type Tokens } from './tokens.ts'
import { NOT_READ, ODD_PICTURE, Wrong } from './wrong.ts'
import type { Kept } from './kept.ts'

/**
 * What a page may be drawn with, and what each takes: a number, a string, a name, a list. Nothing
 * else is written again. Source: ISO 32000-1, annex A.
 */
const TAKES: Record<string, string> = {
  ...each('q Q h S s f F f* B B* b b* n W W* BT ET T* EMC', ''),
  ...each('w J j M i Tc Tw Tz TL Tr Ts G g', 'n'),
  ...each('Td TD l d0', 'nn'),
  ...each('RG rg', 'nnn'),
  ...each('v y re K k', 'nnnn'),
  ...each('cm c Tm d1', 'nnnnnn'),
  ...each('gs ri CS cs sh Do BMC', 'N'),
  ...each("Tj '", 's'),
  d: 'ln',
  m: 'nn',
  Tf: 'Nn',
  TJ: 'l',
  '"': 'nns',
}
function each(words: string, takes: string): Record<string, string> {
  return Object.fromEntries(words.split(' ').map((word) => [word, takes]))
}
const LETTER: Record<Token['is'], string> = {
  number: 'n',
  string: 's',
  name: 'N',
  list: 'l',
  dict: 'D',
  word: '?',
}
const MOST_OPERANDS = 64

/** What a marked piece of a page is called by the resources of the page. */
export interface Around {
  kept: Kept
  /** The list that a name stands for, where pieces of a page are marked by name. */
  marked: (name: string) => Token[] | undefined
  inflated: (packed: Buffer) => { bytes: Buffer; used: number }
}

/** Draws the same again: every word of it known, every name and string handed to be checked. */
export const drawnAnew = (bytes: Buffer, around: Around): Buffer => {
  const tokens = tokensOf(bytes)
  const lines: string[] = []
  let operands: Token[] = []
  for (let token = tokens.next(); token; token = tokens.next()) {
    if (token.is !== 'word' || ['true', 'false', 'null'].includes(token.word)) {
      operands.push(token)
      if (operands.length > MOST_OPERANDS) operands.shift()
      continue
    }
    const line =
      token.word === 'BI' ? pictureIn(tokens, around) : lineOf(token.word, operands, around)
    if (line !== undefined) lines.push(line)
    operands = []
  }
  return Buffer.from(lines.join('\n'), 'latin1')
}

const lineOf = (word: string, operands: Token[], around: Around): string | undefined => {
  const { kept } = around
  if (word === 'BDC') return markOf(operands, around)
  if (['SC', 'SCN', 'sc', 'scn'].includes(word)) {
    const colour = operands.filter(({ is }) => is === 'number' || is === 'name')
    return lineWith(word, colour, kept)
  }
  const takes = Object.hasOwn(TAKES, word) ? TAKES[word]! : undefined
  if (takes === undefined || operands.length < takes.length) return undefined
  const taken = takes === '' ? [] : operands.slice(-takes.length)
  if (taken.map(({ is }) => LETTER[is]).join('') !== takes) return undefined
  return lineWith(word, taken.map(onlyDrawn), kept)
}

/** In a list stand numbers and strings, and nothing else. */
const onlyDrawn = (token: Token): Token =>
  token.is === 'list'
    ? { is: 'list', items: token.items.filter(({ is }) => is === 'number' || is === 'string') }
    : token

const NEW_LINE = ['Td', 'TD', 'T*', 'Tm', 'ET', "'", '"']
const lineWith = (word: string, operands: Token[], kept: Kept): string => {
  if (NEW_LINE.includes(word)) kept.letters(' ')
  for (const token of operands.flatMap((one) => (one.is === 'list' ? one.items : [one]))) {
    if (token.is === 'string') kept.letters(token.bytes.toString('latin1'))
    if (token.is === 'name') kept.name(token.name)
  }
  return [...operands.map(written), word].join(' ')
}

/** What a screen reader says in place of what is drawn, and the number of the piece. */
const markOf = (operands: Token[], { kept, marked }: Around): string => {
  const [tag, how] = operands.slice(-2)
  if (tag?.is !== 'name' || tag.name === 'OC') return '/Span BMC'
  kept.name(tag.name)
  const items = how?.is === 'dict' ? how.items : how?.is === 'name' ? (marked(how.name) ?? []) : []
  const said: Token[] = []
  for (let i = 0; i + 1 < items.length; i += 2) {
    const [key, value] = [items[i]!, items[i + 1]!]
    if (key.is !== 'name') continue
    if (key.name === 'MCID' && value.is === 'number') said.push(key, value)
    if (['ActualText', 'Alt', 'E'].includes(key.name) && value.is === 'string') {
      kept.words(textOf(value.bytes))
      said.push(key, value)
    }
  }
  return `${written(tag)} ${said.length > 0 ? `${written({ is: 'dict', items: said })} BDC` : 'BMC'}`
}

/** The marks at the beginning say in which letters it is written. */
export const textOf = (bytes: Buffer): string => {
  const mark = bytes.subarray(0, 3).toString('hex')
  if (mark.startsWith('feff'))
    return Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
      .swap16()
      .toString('utf16le')
  if (mark.startsWith('fffe')) return bytes.subarray(2).toString('utf16le')
  return mark === 'efbbbf' ? bytes.subarray(3).toString('utf8') : bytes.toString('latin1')
}

const LONG: Record<string, string> = {
  W: 'Width',
  H: 'Height',
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  F: 'Filter',
  D: 'Decode',
  IM: 'ImageMask',
  I: 'Interpolate',
}
const COLOURS: Record<string, number> = {
  G: 1,
  RGB: 3,
  CMYK: 4,
  DeviceGray: 1,
  DeviceRGB: 3,
  DeviceCMYK: 4,
}
const MOST_SIDE = 5000

/** A small picture that stands within the page: its dots, and nothing behind them. */
const pictureIn = (tokens: Tokens, { inflated }: Around): string => {
  const said = new Map<string, Token>()
  for (;;) {
    const key = tokens.next()
    if (!key) throw new Wrong(NOT_READ)
    if (key.is === 'word' && key.word === 'ID') break
    const value = tokens.next()
    if (key.is === 'name' && value)
      said.set(Object.hasOwn(LONG, key.name) ? LONG[key.name]! : key.name, value)
  }
  const number = (key: string, otherwise: number): number => {
    const value = said.get(key)
    return value?.is === 'number' ? Number(value.text) : otherwise
  }
  const [width, height] = [number('Width', 0), number('Height', 0)]
  const mask = said.get('ImageMask')
  const isMask = mask?.is === 'word' && mask.word === 'true'
  const colours = said.get('ColorSpace')
  const components = isMask
    ? 1
    : colours?.is === 'name' && Object.hasOwn(COLOURS, colours.name)
      ? COLOURS[colours.name]
      : undefined
  const bits = isMask ? 1 : number('BitsPerComponent', 8)
  const filter = said.get('Filter')
  const first = filter?.is === 'list' && filter.items.length === 1 ? filter.items[0] : filter
  const isOdd =
    !components || !(width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE)
  if (isOdd || ![1, 2, 4, 8].includes(bits) || said.has('DecodeParms') || said.has('DP'))
    throw new Wrong(ODD_PICTURE)
  const size = Math.ceil((width * components * bits) / 8) * height
  const rest = tokens.rest()
  const name = first === undefined ? '' : first.is === 'name' ? first.name : '?'
  if (!['', 'Fl', 'FlateDecode'].includes(name)) throw new Wrong(ODD_PICTURE)
  const read = name === '' ? { bytes: rest, used: size } : inflated(rest)
  const dots = read.bytes.subarray(0, size)
  if (dots.length < size) throw new Wrong(ODD_PICTURE)
  tokens.goOn(1 + read.used)
  const end = tokens.next()
  if (end?.is !== 'word' || end.word !== 'EI') throw new Wrong(ODD_PICTURE)
  const packed = deflateSync(dots, { level: 9 })
  const decode = said.get('Decode')
  const heads = [
    `/W ${width} /H ${height} /BPC ${bits} /F /Fl /L ${packed.length}`,
    isMask ? '/IM true' : `/CS ${written(colours!)}`,
    decode?.is === 'list' ? `/D ${written(onlyDrawn(decode))}` : '',
  ]
  return `BI ${heads.join(' ')} ID ${packed.toString('latin1')}\nEI`
}
