import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { get, nameIn, type Copy, type Maybe } from '../copy.ts'
import { fontAnew } from './font-file.ts'
import { tokensOf, written, type Token } from '../tokens.ts'
import { ODD_LETTERS, Wrong } from '../wrong.ts'

/** Glyphs that are drawn as a page is: made by whoever knows pages. */
export type DrawsGlyphs = (glyph: Maybe, around: PDFDict) => Maybe

const KINDS = ['Type0', 'Type1', 'MMType1', 'TrueType', 'Type3']
const ENCODINGS = ['WinAnsiEncoding', 'MacRomanEncoding', 'MacExpertEncoding', 'StandardEncoding']
const ORDERINGS = ['Identity', 'Japan1', 'GB1', 'CNS1', 'Korea1', 'KR']

/** A font: what draws its letters, and what they mean. Its names are checked, its makers' left out. */
export const font = (copy: Copy, value: Maybe, draws: DrawsGlyphs): Maybe =>
  copy.once('font', value, (found) => {
    if (!(found instanceof PDFDict)) return undefined
    const kind = nameIn(copy, found, 'Subtype') ?? ''
    if (!KINDS.includes(kind)) return undefined
    return copy.dictOf({
      Type: PDFName.of('Font'),
      Subtype: PDFName.of(kind),
      ...checkedName(copy, found, 'BaseFont'),
      ...copy.numbers(found, 'FirstChar', 'LastChar', 'Widths'),
      Encoding: encodingOf(copy, found, kind),
      ToUnicode: meaningOf(copy, get(found, 'ToUnicode')),
      FontDescriptor: descriptor(copy, get(found, 'FontDescriptor')),
      ...(kind === 'Type0' && {
        DescendantFonts: copy.listOf(
          copy.array(get(found, 'DescendantFonts')).map((each) => descendant(copy, each)),
        ),
      }),
      ...(kind === 'Type3' && drawnGlyphs(copy, found, draws)),
    })
  })

const checkedName = (copy: Copy, dict: PDFDict, key: string): Record<string, Maybe> => {
  const name = nameIn(copy, dict, key)
  if (name === undefined) return {}
  copy.kept.name(name.replace(/^[A-Z]{6}\+/, ''))
  return { [key]: PDFName.of(name) }
}

const drawnGlyphs = (copy: Copy, dict: PDFDict, draws: DrawsGlyphs): Record<string, Maybe> => {
  const glyphs = copy.dict(get(dict, 'CharProcs'))
  const made = (glyphs?.entries() ?? []).map(([name, glyph]): [string, Maybe] => {
    copy.kept.name(name.decodeText())
    return [name.decodeText(), draws(glyph, dict)]
  })
  return {
    ...copy.numbers(dict, 'FontBBox', 'FontMatrix'),
    CharProcs: copy.dictOf(Object.fromEntries(made)),
  }
}

const descendant = (copy: Copy, value: Maybe): Maybe =>
  copy.once('descendant', value, (found) => {
    if (!(found instanceof PDFDict)) return undefined
    const system = copy.dict(get(found, 'CIDSystemInfo'))
    const said = system && copy.look(get(system, 'Ordering'))
    const ordering =
      said instanceof PDFString || said instanceof PDFHexString ? said.decodeText() : ''
    const known = ORDERINGS.includes(ordering) ? ordering : 'Identity'
    const glyphs = copy.look(get(found, 'CIDToGIDMap'))
    return copy.dictOf({
      Type: PDFName.of('Font'),
      ...copy.oneOf(found, 'Subtype', 'CIDFontType0', 'CIDFontType2'),
      ...checkedName(copy, found, 'BaseFont'),
      CIDSystemInfo: copy.dictOf({
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of(known),
        Supplement: PDFNumber.of(0),
      }),
      ...copy.numbers(found, 'DW', 'W', 'DW2', 'W2'),
      FontDescriptor: descriptor(copy, get(found, 'FontDescriptor')),
      CIDToGIDMap:
        glyphs instanceof PDFRawStream
          ? copy.once('glyphs', get(found, 'CIDToGIDMap'), () =>
              bytesOf(copy, glyphs, {}, (bytes) => bytes.subarray(0, 131_072)),
            )
          : PDFName.of('Identity'),
    })
  })

const MEASURES = [
  'Flags',
  'FontBBox',
  'ItalicAngle',
  'Ascent',
  'Descent',
  'Leading',
  'CapHeight',
  'XHeight',
  'StemV',
  'StemH',
  'AvgWidth',
  'MaxWidth',
  'MissingWidth',
]

const descriptor = (copy: Copy, value: Maybe): Maybe =>
  copy.once('descriptor', value, (found) => {
    if (!(found instanceof PDFDict)) return undefined
    return copy.dictOf({
      Type: PDFName.of('FontDescriptor'),
      ...checkedName(copy, found, 'FontName'),
      ...copy.numbers(found, ...MEASURES),
      FontFile: program(
        copy,
        get(found, 'FontFile'),
        (bytes) => bytes,
        'Length1',
        'Length2',
        'Length3',
      ),
      FontFile2: program(copy, get(found, 'FontFile2'), fontAnew),
      FontFile3: program(copy, get(found, 'FontFile3'), (bytes) =>
        bytes.subarray(0, 4).toString('latin1') === 'OTTO' ? fontAnew(bytes) : bytes,
      ),
    })
  })

/** What draws the letters. Words that stand in it are checked with the others. */
const program = (
  copy: Copy,
  value: Maybe,
  anew: (bytes: Buffer) => Buffer,
  ...lengths: string[]
): Maybe =>
  copy.once('program', value, (found) => {
    if (!(found instanceof PDFRawStream)) return undefined
    const heads = {
      ...copy.numbers(found.dict, ...lengths),
      ...copy.oneOf(found.dict, 'Subtype', 'Type1C', 'CIDFontType0C', 'OpenType'),
    }
    return bytesOf(copy, found, heads, anew)
  })

const bytesOf = (
  copy: Copy,
  found: PDFRawStream,
  heads: Record<string, Maybe>,
  anew: (bytes: Buffer) => Buffer,
): PDFRawStream => {
  const bytes = anew(copy.unpack(found).bytes)
  copy.kept.bytes(bytes)
  const isType1 = heads.Length1 !== undefined
  return copy.stream({ ...heads, ...(!isType1 && { Length1: PDFNumber.of(bytes.length) }) }, bytes)
}

const encodingOf = (copy: Copy, dict: PDFDict, kind: string): Maybe => {
  const found = copy.look(get(dict, 'Encoding'))
  if (kind === 'Type0') {
    const name = found instanceof PDFName ? found.decodeText() : ''
    if (!/^[A-Za-z0-9-]{1,24}-[HV]$/.test(name)) throw new Wrong(ODD_LETTERS)
    copy.kept.name(name)
    return PDFName.of(name)
  }
  if (found instanceof PDFName) return ENCODINGS.includes(found.decodeText()) ? found : undefined
  if (!(found instanceof PDFDict)) return undefined
  const differences = copy.look(get(found, 'Differences'))
  const items = differences instanceof PDFArray ? differences.asArray() : []
  return copy.dictOf({
    Type: PDFName.of('Encoding'),
    ...copy.oneOf(found, 'BaseEncoding', ...ENCODINGS),
    Differences: copy.listOf(
      items.map((each) => {
        const item = copy.look(each)
        if (item instanceof PDFNumber) return PDFNumber.of(item.asNumber())
        if (!(item instanceof PDFName)) return undefined
        copy.kept.name(item.decodeText())
        return PDFName.of(item.decodeText())
      }),
    ),
  })
}

const MAPS = ['codespacerange', 'bfchar', 'bfrange']
const MOST_LETTERS = 8

/** What each letter means, for whoever copies it or has it read out: the pairs, and no more. */
const meaningOf = (copy: Copy, value: Maybe): Maybe =>
  copy.once('meaning', value, (found) => {
    if (!(found instanceof PDFRawStream)) return undefined
    const tokens = tokensOf(copy.unpack(found).bytes)
    const parts: string[] = []
    let pairs: Token[] = []
    for (let token = tokens.next(); token; token = tokens.next()) {
      if (token.is !== 'word') {
        pairs.push(token)
        continue
      }
      const map = MAPS.find((each) => token.word === `end${each}`)
      if (map) parts.push(...mapsOf(copy, map, pairs))
      pairs = []
    }
    const head = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def'
    const whole = [head, ...parts, 'endcmap end end'].join('\n')
    return copy.stream({}, Buffer.from(whole))
  })

const MOST_PAIRS = 100
const mapsOf = (copy: Copy, map: string, pairs: Token[]): string[] => {
  const width = map === 'bfrange' ? 3 : 2
  const lines: string[] = []
  for (let i = 0; i + width <= pairs.length; i += width) {
    const line = pairs.slice(i, i + width).map((token) => meant(copy, token))
    if (line.every((each) => each !== undefined)) lines.push(line.join(' '))
  }
  const parts: string[] = []
  for (let i = 0; i < lines.length; i += MOST_PAIRS) {
    const some = lines.slice(i, i + MOST_PAIRS)
    parts.push(`${some.length} begin${map}\n${some.join('\n')}\nend${map}`)
  }
  return parts
}

/** A letter may mean a few (“ffi”), and never a sentence. */
const meant = (copy: Copy, token: Token): string | undefined => {
  if (token.is === 'list') {
    const each = token.items.map((item) => meant(copy, item))
    return each.every((one) => one !== undefined) ? `[${each.join(' ')}]` : undefined
  }
  if (token.is !== 'string' || token.bytes.length > MOST_LETTERS * 2) return undefined
  if (token.bytes.length > 2)
    copy.kept.name(
      Buffer.from(token.bytes.subarray(0, token.bytes.length & ~1))
        .swap16()
        .toString('utf16le'),
    )
  return written(token)
}
