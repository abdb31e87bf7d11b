import { inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { NOT_READ, TOO_MUCH, Wrong } from './wrong.ts'

/** How much may be unpacked of one file, all its parts together. */
const MOST_UNPACKED = 96 * 1024 * 1024

/** Filters that hold a picture; it is read as one. */
const OF_PICTURES = ['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']

/** With `info` Node says how much of the packed was used; its types do not know. */
interface Inflated {
  buffer: Buffer
  engine: { bytesWritten: number }
}

export interface Unpacked {
  bytes: Buffer
  /** The filter of a picture that is left. */
  picture: string | null
}

/** Opens what is packed in a file, and no more of it than there is room for. */
export const keepUnpacking = () => {
  let left = MOST_UNPACKED
  const take = (bytes: Uint8Array): Buffer => {
    left -= bytes.length
    if (left < 0) throw new Wrong(TOO_MUCH)
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }
  const inflated = (packed: Buffer): { bytes: Buffer; used: number } => {
    try {
      // A stream that is cut short is read as far as it goes, as everyone reads it.
      const options = { maxOutputLength: left + 1, finishFlush: 2, info: true }
      const { buffer, engine } = inflateSync(packed, options) as unknown as Inflated
      return { bytes: take(buffer), used: engine.bytesWritten }
    } catch (error) {
      const isFull = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
      throw new Wrong(isFull ? TOO_MUCH : NOT_READ)
    }
  }
  return {
    inflated,
    unpack: ({ dict, contents }: PDFRawStream): Unpacked => {
      let bytes: Buffer = Buffer.from(contents)
      const filters = listOf(dict, 'Filter').map((each) => nameOf(each))
      const parms = listOf(dict, 'DecodeParms')
      for (const [i, filter] of filters.entries()) {
        if (OF_PICTURES.includes(filter)) {
          if (i < filters.length - 1) throw new Wrong(NOT_READ)
          return { bytes, picture: filter }
        }
        const how = parms[i] instanceof PDFDict ? parms[i] : undefined
        if (filter === 'FlateDecode') bytes = inflated(bytes).bytes
        else bytes = take(otherwise(dict, filter, how, bytes))
        const predicted = how && numberIn(how, 'Predictor', 1)
        if (predicted && predicted > 1) bytes = unpredicted(bytes, how, predicted)
      }
      return { bytes, picture: null }
    },
  }
}

const nameOf = (value: unknown): string => {
  if (!(value instanceof PDFName)) throw new Wrong(NOT_READ)
  return value.decodeText()
}

const listOf = (dict: PDFDict, key: string): unknown[] => {
  const value = dict.lookup(PDFName.of(key))
  if (value instanceof PDFArray) return value.asArray().map((_, i) => value.lookup(i))
  return value === undefined ? [] : [value]
}

export const numberIn = (dict: PDFDict, key: string, otherwise: number): number => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : otherwise
}

/** The older ways to pack. */
const otherwise = (dict: PDFDict, filter: string, how: PDFDict | undefined, bytes: Buffer) => {
  if (!['LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'].includes(filter))
    throw new Wrong(NOT_READ)
  const one = PDFDict.withContext(dict.context)
  one.set(PDFName.of('Filter'), PDFName.of(filter))
  if (how) one.set(PDFName.of('DecodeParms'), how)
  return decodePDFRawStream(PDFRawStream.of(one, bytes)).decode()
}

/** Rows that say how they differ from the one above. Source: ISO 32000-1, 7.4.4.4; PNG, 9. */
const unpredicted = (bytes: Buffer, how: PDFDict, predictor: number): Buffer => {
  const [colours, bits, columns] = [
    numberIn(how, 'Colors', 1),
    numberIn(how, 'BitsPerComponent', 8),
    numberIn(how, 'Columns', 1),
  ]
  const step = Math.max(1, (colours * bits) >> 3)
  const row = (colours * bits * columns + 7) >> 3
  if (!(row > 0 && row < 1_000_000)) throw new Wrong(NOT_READ)
  if (predictor === 2) {
    if (bits !== 8) throw new Wrong(NOT_READ)
    for (let i = 0; i < bytes.length; i++)
      if (i % row >= step) bytes[i] = (bytes[i]! + bytes[i - step]!) & 255
    return bytes
  }
  const rows = Math.ceil(bytes.length / (row + 1))
  const out = Buffer.alloc(rows * row)
  for (let y = 0; y < rows; y++) {
    const kind = bytes[y * (row + 1)]!
    for (let x = 0; x < row; x++) {
      const at = y * row + x
      const left = x >= step ? out[at - step]! : 0
      const up = y > 0 ? out[at - row]! : 0
      const corner = x >= step && y > 0 ? out[at - row - step]! : 0
      out[at] = ((bytes[y * (row + 1) + 1 + x] ?? 0) + foretold(kind, left, up, corner)) & 255
    }
  }
  return out
}

const foretold = (kind: number, left: number, up: number, corner: number): number => {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const [l, u, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
  return l! <= u! && l! <= c! ? left : u! <= c! ? up : corner
}
