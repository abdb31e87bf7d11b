import {
  PDFArray,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { get, type Copy, type Maybe } from './copy.ts'
import { tokensOf, written, type Token } from './tokens.ts'
import { numberIn } from './unpacked.ts'
import { NOT_READ, Wrong } from './wrong.ts'

const BY_COUNT: Record<number, string> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }
const DEVICES = Object.values(BY_COUNT)
const CALIBRATED: Record<string, string> = { CalGray: 'DeviceGray', CalRGB: 'DeviceRGB' }

/**
 * A way to say colours. Profiles go, with all that is written in them; a colour of ink keeps what it
 * looks like, and not what it is called. `called` are the colours of the page, by name.
 */
export const colourSpace = (copy: Copy, value: Maybe, deep = 0): Maybe => {
  const found = copy.look(value)
  if (deep > 4) throw new Wrong(NOT_READ)
  if (found instanceof PDFName) {
    const name = found.decodeText()
    const device =
      DEVICES.includes(name) || name === 'Pattern'
        ? name
        : Object.hasOwn(CALIBRATED, name)
          ? CALIBRATED[name]
          : undefined
    return device === undefined ? undefined : PDFName.of(device)
  }
  if (!(found instanceof PDFArray)) return undefined
  const [kind, one, two, three] = found.asArray()
  const name = copy.look(kind)
  if (!(name instanceof PDFName)) return undefined
  const within = (): Maybe => colourSpace(copy, one, deep + 1)
  switch (name.decodeText()) {
    case 'ICCBased':
      return PDFName.of(BY_COUNT[numberIn(copy.dict(one) ?? gone(), 'N', 3)] ?? 'DeviceRGB')
    case 'Lab': {
      const lab = copy.dict(one) ?? gone()
      return copy.listOf([PDFName.of('Lab'), copy.dictOf(copy.numbers(lab, 'WhitePoint', 'Range'))])
    }
    case 'Indexed':
      return indexed(copy, colourSpace(copy, one, deep + 1), two, three)
    case 'Separation': {
      const ink = copy.look(one)
      const all = ink instanceof PDFName && ['All', 'None'].includes(ink.decodeText())
      const alike = [colourSpace(copy, two, deep + 1), functionOf(copy, three)]
      return copy.listOf([PDFName.of('Separation'), all ? ink : PDFName.of('Ink'), ...alike])
    }
    case 'DeviceN': {
      const inks = copy.array(one).map((_, i) => PDFName.of(`Ink${i}`))
      const alike = [colourSpace(copy, two, deep + 1), functionOf(copy, three)]
      return copy.listOf([PDFName.of('DeviceN'), copy.listOf(inks), ...alike])
    }
    case 'Pattern':
      return copy.listOf([PDFName.of('Pattern'), within()])
    default:
      return colourSpace(copy, name, deep + 1)
  }
}
const gone = (): never => {
  throw new Wrong(NOT_READ)
}

/** How many numbers say one colour. */
export const componentsOf = (space: Maybe): number => {
  const name = space instanceof PDFArray ? space.lookup(0) : space
  const first = name instanceof PDFName ? name.decodeText() : ''
  if (first === 'DeviceN' && space instanceof PDFArray) return space.lookup(1, PDFArray).size()
  return { DeviceGray: 1, Indexed: 1, Separation: 1, DeviceCMYK: 4 }[first] ?? 3
}

const indexed = (copy: Copy, base: Maybe, last: Maybe, table: Maybe): Maybe => {
  const [most, found] = [copy.look(last), copy.look(table)]
  if (!base || !(most instanceof PDFNumber)) return undefined
  const highest = Math.min(255, Math.max(0, most.asNumber()))
  const bytes =
    found instanceof PDFRawStream
      ? copy.unpack(found).bytes
      : found instanceof PDFString || found instanceof PDFHexString
        ? Buffer.from(found.asBytes())
        : Buffer.alloc(0)
  const size = (highest + 1) * componentsOf(base)
  const colours = Buffer.concat([bytes, Buffer.alloc(size)]).subarray(0, size)
  copy.kept.bytes(colours)
  return copy.listOf([
    PDFName.of('Indexed'),
    base,
    PDFNumber.of(highest),
    PDFHexString.of(colours.toString('hex')),
  ])
}

/** What works out one number from others. */
export const functionOf = (copy: Copy, value: Maybe): Maybe => {
  if (copy.look(value) instanceof PDFArray)
    return copy.listOf(copy.array(value).map((each) => functionOf(copy, each)))
  return copy.once('function', value, (found) => {
    const dict = copy.dict(found)
    if (!dict) return undefined
    const kind = numberIn(dict, 'FunctionType', -1)
    const common = copy.numbers(dict, 'FunctionType', 'Domain', 'Range')
    if (kind === 2) return copy.dictOf({ ...common, ...copy.numbers(dict, 'C0', 'C1', 'N') })
    if (kind === 3) {
      const parts = copy.listOf(
        copy.array(get(dict, 'Functions')).map((one) => functionOf(copy, one)),
      )
      return copy.dictOf({ ...common, ...copy.numbers(dict, 'Bounds', 'Encode'), Functions: parts })
    }
    if (!(found instanceof PDFRawStream)) return undefined
    const { bytes } = copy.unpack(found)
    if (kind === 4) return copy.stream(common, calculated(bytes))
    if (kind !== 0) return undefined
    const rest = copy.numbers(dict, 'Size', 'BitsPerSample', 'Order', 'Encode', 'Decode')
    copy.kept.bytes(bytes)
    return copy.stream({ ...common, ...rest }, bytes)
  })
}

/** The words that such a sum may be made of. Source: ISO 32000-1, 7.10.5.2. */
const SUMS = new Set(
  'abs add atan ceiling cos cvi cvr div exp floor idiv ln log mod mul neg round sin sqrt sub truncate and bitshift eq false ge gt le lt ne not or true xor if ifelse copy dup exch index pop roll { }'.split(
    ' ',
  ),
)
const calculated = (bytes: Buffer): Buffer => {
  const tokens = tokensOf(bytes)
  const kept: Token[] = []
  for (let token = tokens.next(); token; token = tokens.next())
    if (token.is === 'number' || (token.is === 'word' && SUMS.has(token.word))) kept.push(token)
  return Buffer.from(kept.map(written).join(' '))
}

const SHADES = [
  'ShadingType',
  'Background',
  'BBox',
  'AntiAlias',
  'Coords',
  'Domain',
  'Extend',
  'Matrix',
]
const MESHES = ['BitsPerCoordinate', 'BitsPerComponent', 'BitsPerFlag', 'Decode', 'VerticesPerRow']

/** Colours that run into one another. */
export const shading = (copy: Copy, value: Maybe): Maybe =>
  copy.once('shading', value, (found) => {
    const dict = copy.dict(found)
    if (!dict) return undefined
    const heads = {
      ...copy.numbers(dict, ...SHADES),
      ColorSpace: colourSpace(copy, get(dict, 'ColorSpace')),
      Function: get(dict, 'Function') && functionOf(copy, get(dict, 'Function')),
    }
    if (!(found instanceof PDFRawStream)) return copy.dictOf(heads)
    const { bytes } = copy.unpack(found)
    copy.kept.bytes(bytes)
    return copy.stream({ ...heads, ...copy.numbers(dict, ...MESHES) }, bytes)
  })
