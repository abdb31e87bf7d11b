import { readdirSync, readFileSync } from 'node:fs'

/**
 * Which characters the fonts in a folder have, in every weight of their family together: a letter
 * that none of them has would be drawn as a box. Read from the tables of the fonts themselves.
 *
 * @param folder of TrueType files. Source: OpenType 1.9, `cmap`, formats 4 and 12.
 */
export const lettersIn = (folder: string): ((text: string) => boolean) => {
  const bold = new Set<number>()
  const plain = new Set<number>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ttf')))
    for (const [first, last] of rangesOf(readFileSync(`${folder}/${file}`)))
      for (let at = first; at <= last; at += 1) (file.includes('-700-') ? bold : plain).add(at)
  return (text) =>
    [...text].every((letter) => {
      const code = letter.codePointAt(0)!
      return /\s/.test(letter) || (bold.has(code) && plain.has(code))
    })
}

type Range = [first: number, last: number]

const rangesOf = (font: Buffer): Range[] => {
  const cmap = tableAt(font, 'cmap')
  const count = font.readUInt16BE(cmap + 2)
  return Array.from(
    { length: count },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i),
  ).flatMap((at) => {
    const format = font.readUInt16BE(at)
    return format === 4 ? shortRanges(font, at) : format === 12 ? longRanges(font, at) : []
  })
}

const tableAt = (font: Buffer, name: string): number => {
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const at = 12 + 16 * i
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  }
  throw new Error(`A font has no ${name} table`)
}

/** Segments that end with one at 0xFFFF, which is no character. */
const shortRanges = (font: Buffer, at: number): Range[] => {
  const bytes = font.readUInt16BE(at + 6)
  return Array.from({ length: bytes / 2 }, (_, i): Range => {
    const end = at + 14 + 2 * i
    return [font.readUInt16BE(end + 2 + bytes), font.readUInt16BE(end)]
  }).filter(([first]) => first !== 0xffff)
}

const longRanges = (font: Buffer, at: number): Range[] =>
  Array.from({ length: font.readUInt32BE(at + 12) }, (_, i): Range => {
    const group = at + 16 + 12 * i
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })
