import { PDFArray, PDFName, PDFNumber, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { colourSpace, componentsOf } from './colours.ts'
import { get, nameIn, type Copy, type Maybe } from './copy.ts'
import { numberIn } from './unpacked.ts'
import { ODD_PICTURE, TOO_MUCH, Wrong } from './wrong.ts'

/** More dots than a leaflet can show, in one picture and in all of them. */
const MOST_PIXELS = 40_000_000
const SECONDS = 10

const isMask = (copy: Copy, dict: PDFDict): boolean =>
  String(copy.look(get(dict, 'ImageMask'))) === 'true'

/** A picture, made anew of its dots: nothing of what stood beside them is left. */
export const picture = (copy: Copy, { dict, contents }: PDFRawStream): Maybe => {
  const [width, height] = [numberIn(dict, 'Width', 0), numberIn(dict, 'Height', 0)]
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0))
    throw new Wrong(ODD_PICTURE)
  if (width * height > MOST_PIXELS) throw new Wrong(TOO_MUCH)
  const mask = isMask(copy, dict)
  const heads: Record<string, Maybe> = {
    Type: PDFName.of('XObject'),
    Subtype: PDFName.of('Image'),
    ...copy.numbers(
      dict,
      'Width',
      'Height',
      'BitsPerComponent',
      'Decode',
      'Interpolate',
      'StructParent',
    ),
    ...(mask ? copy.numbers(dict, 'ImageMask') : masksOf(copy, dict)),
  }
  const { bytes, picture: how } = copy.unpack(PDFRawStream.of(dict, contents))
  if (how === 'DCTDecode' && !mask) return photo(copy, heads, get(dict, 'ColorSpace'), bytes)
  if (how !== null) throw new Wrong(ODD_PICTURE)
  const space = mask ? undefined : colourSpace(copy, get(dict, 'ColorSpace'))
  const bits = mask ? 1 : numberIn(dict, 'BitsPerComponent', 8)
  if ((!mask && !space) || ![1, 2, 4, 8, 16].includes(bits)) throw new Wrong(ODD_PICTURE)
  const size = Math.ceil((width * bits * (mask ? 1 : componentsOf(space))) / 8) * height
  // What is missing is blank, and what stands behind the last dot is let go.
  const dots =
    bytes.length >= size
      ? bytes.subarray(0, size)
      : Buffer.concat([bytes, Buffer.alloc(Math.min(size - bytes.length, MOST_PIXELS * 4))])
  return copy.stream({ ...heads, ColorSpace: space }, dots)
}

const masksOf = (copy: Copy, dict: PDFDict): Record<string, Maybe> => {
  const through = copy.look(get(dict, 'Mask'))
  const one = (key: string): Maybe =>
    copy.once('picture', get(dict, key), (found) =>
      found instanceof PDFRawStream && nameIn(copy, found.dict, 'Subtype') === 'Image'
        ? picture(copy, found)
        : undefined,
    )
  return {
    ...(through instanceof PDFArray ? copy.numbers(dict, 'Mask') : { Mask: one('Mask') }),
    SMask: one('SMask'),
    ...copy.numbers(dict, 'Matte'),
  }
}

/** A photo is drawn again as photos of owners are: place, time and name of the phone are gone. */
const photo = (
  copy: Copy,
  heads: Record<string, Maybe>,
  space: Maybe,
  bytes: Buffer,
): PDFRawStream => {
  // The bytes are put in later, and what they turn out to be.
  const made = copy.stream(heads, Buffer.alloc(0), true)
  const own = colourSpace(copy, space)
  copy.later.push(async () => {
    const { data, channels, width, height } = await drawnAgain(bytes)
    const set = (key: string, value: Maybe): void =>
      void (value && made.dict.set(PDFName.of(key), value))
    const isOwn = own !== undefined && componentsOf(own) === channels && channels === 1
    set('ColorSpace', isOwn ? own : PDFName.of(channels === 1 ? 'DeviceGray' : 'DeviceRGB'))
    // Four inks became three colours, and whatever turned them round is done.
    if (own && componentsOf(own) === 4) made.dict.delete(PDFName.of('Decode'))
    set('BitsPerComponent', PDFNumber.of(8))
    set('Width', PDFNumber.of(width))
    set('Height', PDFNumber.of(height))
    set('Filter', PDFName.of('DCTDecode'))
    set('Length', PDFNumber.of(data.length))
    made.updateContents(data)
  })
  return made
}

const drawnAgain = async (bytes: Buffer) => {
  try {
    const read = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { channels: had } = await read.metadata()
    const isGrey = had === 1
    const { data, info } = await read
      .toColourspace(isGrey ? 'b-w' : 'srgb')
      .jpeg({ quality: 82, mozjpeg: true })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true })
    return { data, channels: isGrey ? 1 : 3, width: info.width, height: info.height }
  } catch (error) {
    throw new Wrong(/pixel limit/i.test(String(error)) ? TOO_MUCH : ODD_PICTURE)
  }
}
