import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { colourSpace, functionOf, shading } from './colours.ts'
import { get, nameIn, type Copy, type Maybe } from './copy.ts'
import { drawnAnew } from './drawing.ts'
import { font } from './letters/fonts.ts'
import { picture } from './pictures.ts'
import type { Token } from './tokens.ts'
import { numberIn } from './unpacked.ts'

type One = (copy: Copy, value: Maybe) => Maybe

/** What a page is drawn with, kind by kind: other kinds are left out. */
const KINDS: Record<string, One> = {
  Font: (copy, value) => font(copy, value, (glyph, around) => glyphOf(copy, glyph, around)),
  XObject: (copy, value) => drawn(copy, value),
  ColorSpace: (copy, value) => colourSpace(copy, value),
  Pattern: (copy, value) => pattern(copy, value),
  Shading: (copy, value) => shading(copy, value),
  ExtGState: (copy, value) => state(copy, value),
}

export const resources = (copy: Copy, value: Maybe): Maybe =>
  copy.once('resources', value, (found) => {
    if (!(found instanceof PDFDict)) return undefined
    const kinds = Object.entries(KINDS).map(([kind, one]): [string, Maybe] => {
      const entries = copy.dict(get(found, kind))?.entries() ?? []
      const made = entries.map(([name, each]): [string, Maybe] => {
        copy.kept.name(name.decodeText())
        return [name.decodeText(), copy.count(() => one(copy, each))]
      })
      return [kind, made.length > 0 ? copy.dictOf(Object.fromEntries(made)) : undefined]
    })
    return copy.dictOf(Object.fromEntries(kinds))
  })

/** What is drawn, said anew; marks that are called by name are written where they stand. */
export const drawing = (copy: Copy, bytes: Buffer, around: Maybe): Buffer => {
  const own = copy.dict(around)
  const marks = own && copy.dict(get(own, 'Properties'))
  return drawnAnew(bytes, {
    kept: copy.kept,
    inflated: copy.inflated,
    marked: (name) => {
      const mark = marks && copy.dict(get(marks, name))
      return mark?.entries().flatMap(([key, value]): Token[] => {
        const token = tokenOf(copy.look(value))
        return token ? [{ is: 'name', name: key.decodeText() }, token] : []
      })
    },
  })
}

const tokenOf = (value: Maybe): Token | undefined => {
  if (value instanceof PDFNumber) return { is: 'number', text: String(value.asNumber()) }
  return value instanceof PDFString || value instanceof PDFHexString
    ? { is: 'string', bytes: Buffer.from(value.asBytes()) }
    : undefined
}

/** A picture, or a piece of a page that is drawn again and again. */
const drawn: One = (copy, value) =>
  copy.once('drawn', value, (found) => {
    if (!(found instanceof PDFRawStream)) return undefined
    const kind = nameIn(copy, found.dict, 'Subtype')
    if (kind === 'Image') return picture(copy, found)
    return kind === 'Form' ? piece(copy, found) : undefined
  })

const piece = (copy: Copy, found: PDFRawStream): Maybe => {
  const { dict } = found
  const own = get(dict, 'Resources')
  return copy.stream(
    {
      Type: PDFName.of('XObject'),
      Subtype: PDFName.of('Form'),
      ...copy.numbers(dict, 'BBox', 'Matrix', 'StructParent', 'StructParents'),
      Resources: resources(copy, own),
      Group: group(copy, get(dict, 'Group')),
    },
    drawing(copy, copy.unpack(found).bytes, own),
  )
}

export const group: One = (copy, value) => {
  const dict = copy.dict(value)
  if (!dict || nameIn(copy, dict, 'S') !== 'Transparency') return undefined
  return copy.dictOf({
    S: PDFName.of('Transparency'),
    CS: colourSpace(copy, get(dict, 'CS')),
    ...copy.numbers(dict, 'I', 'K'),
  })
}

/** A glyph that is drawn as a page is, with what its font, or itself, brings. */
const glyphOf = (copy: Copy, glyph: Maybe, around: PDFDict): Maybe =>
  copy.once('glyph', glyph, (found) => {
    if (!(found instanceof PDFRawStream)) return undefined
    return copy.stream({}, drawing(copy, copy.unpack(found).bytes, get(around, 'Resources')))
  })

const pattern: One = (copy, value) =>
  copy.once('pattern', value, (found) => {
    const dict = copy.dict(found)
    if (!dict) return undefined
    const common = copy.numbers(dict, 'PatternType', 'Matrix')
    if (numberIn(dict, 'PatternType', 0) === 2)
      return copy.dictOf({
        ...common,
        Shading: shading(copy, get(dict, 'Shading')),
        ExtGState: get(dict, 'ExtGState') && state(copy, get(dict, 'ExtGState')),
      })
    if (!(found instanceof PDFRawStream)) return undefined
    const own = get(dict, 'Resources')
    return copy.stream(
      {
        ...common,
        ...copy.numbers(dict, 'PaintType', 'TilingType', 'BBox', 'XStep', 'YStep'),
        Resources: resources(copy, own),
      },
      drawing(copy, copy.unpack(found).bytes, own),
    )
  })

const STATES = 'LW LC LJ ML D OP op OPM FL SM SA CA ca AIS TK'.split(' ')
const BLENDS =
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(
    ' ',
  )
const INTENTS = ['AbsoluteColorimetric', 'RelativeColorimetric', 'Saturation', 'Perceptual']

/** How it is drawn: thick or thin, through or not. */
const state: One = (copy, value) =>
  copy.once('state', value, (found) => {
    if (!(found instanceof PDFDict)) return undefined
    return copy.dictOf({
      ...copy.numbers(found, ...STATES),
      ...copy.oneOf(found, 'BM', ...BLENDS),
      ...copy.oneOf(found, 'RI', ...INTENTS),
      SMask: softMask(copy, get(found, 'SMask')),
      Font: fontOfState(copy, get(found, 'Font')),
    })
  })

const fontOfState = (copy: Copy, value: Maybe): Maybe => {
  const found = copy.look(value)
  if (!(found instanceof PDFArray)) return undefined
  const size = copy.look(found.get(1))
  const own = KINDS.Font!(copy, found.get(0))
  return own && size instanceof PDFNumber ? copy.listOf([own, size]) : undefined
}

const softMask = (copy: Copy, value: Maybe): Maybe => {
  const found: PDFObject | undefined = copy.look(value)
  if (found instanceof PDFName) return PDFName.of('None')
  if (!(found instanceof PDFDict)) return undefined
  const through = copy.look(get(found, 'TR'))
  return copy.dictOf({
    ...copy.oneOf(found, 'S', 'Alpha', 'Luminosity'),
    ...copy.numbers(found, 'BC'),
    G: drawn(copy, get(found, 'G')),
    TR:
      through instanceof PDFName || through instanceof PDFBool || !through
        ? undefined
        : functionOf(copy, get(found, 'TR')),
  })
}
