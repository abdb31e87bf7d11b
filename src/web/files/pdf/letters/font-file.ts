import { ODD_LETTERS, Wrong } from '../wrong.ts'

/**
 * What draws the letters, in a font of this kind; what names it and its makers is left out. Source:
 * ISO 32000-1, 9.9; OpenType, “Font tables”.
 */
const DRAWS = [
  'cmap',
  'cvt ',
  'fpgm',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'post',
  'prep',
  'vhea',
  'vmtx',
  'CFF ',
  'OS/2',
  'VORG',
]
const MOST_TABLES = 60

/** Writes a TrueType or OpenType font anew: its tables for drawing, one behind the other. */
export const fontAnew = (font: Buffer): Buffer => {
  const kind = font.subarray(0, 4).toString('latin1')
  if (!['\0\x01\0\0', 'true', 'OTTO'].includes(kind) || font.length < 12)
    throw new Wrong(ODD_LETTERS)
  const count = font.readUInt16BE(4)
  if (count > MOST_TABLES || font.length < 12 + count * 16) throw new Wrong(ODD_LETTERS)
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 12 + i * 16
    const [from, size] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)]
    const tag = font.subarray(at, at + 4).toString('latin1')
    return { tag, bytes: tableAnew(tag, font.subarray(from, from + size)) }
  }).filter(({ tag }) => DRAWS.includes(tag))
  return whole(font.subarray(0, 4), tables)
}

/** The names of glyphs go: version 3 of this table has none. The maker's four letters go too. */
const tableAnew = (tag: string, bytes: Buffer): Buffer => {
  if (tag === 'post' && bytes.length >= 32) {
    const short = Buffer.from(bytes.subarray(0, 32))
    short.writeUInt32BE(0x00030000, 0)
    return short
  }
  if (tag === 'OS/2' && bytes.length >= 62) {
    const plain = Buffer.from(bytes.subarray(0, 100))
    plain.fill(32, 58, 62)
    return plain
  }
  return bytes
}

const whole = (kind: Buffer, tables: { tag: string; bytes: Buffer }[]): Buffer => {
  const head = Buffer.alloc(12 + tables.length * 16)
  const power = Math.floor(Math.log2(Math.max(1, tables.length)))
  kind.copy(head)
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(2 ** power * 16, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE((tables.length - 2 ** power) * 16, 10)
  const parts: Buffer[] = [head]
  let at = head.length
  for (const [i, { tag, bytes }] of tables.entries()) {
    const entry = 12 + i * 16
    head.write(tag, entry, 'latin1')
    head.writeUInt32BE(sumOf(bytes), entry + 4)
    head.writeUInt32BE(at, entry + 8)
    head.writeUInt32BE(bytes.length, entry + 12)
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4)
    bytes.copy(padded)
    parts.push(padded)
    at += padded.length
  }
  return Buffer.concat(parts)
}

const sumOf = (bytes: Buffer): number => {
  let sum = 0
  for (let i = 0; i + 4 <= bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0
  return sum
}
