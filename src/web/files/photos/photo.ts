import { openSharp } from '../pictures/open-sharp.ts'

/** How many photos go with one update, and how large each may be when it comes, in bytes. */
export const MOST_PHOTOS = 3
export const MOST_PHOTO_BYTES = 12 * 1024 * 1024
/** More than any phone takes: what says it has more is a bomb, and is not unpacked. */
const MOST_PIXELS = 64_000_000
/** The longest side that is kept, in pixels: enough to see, and small on an old phone. */
const LONGEST_SIDE = 1600
/** ... and for residents, who may pay for every kilobyte. */
const LONGEST_SHOWN = 800
const SECONDS = 20

/** A picture of ours: made anew from what came, with nothing of the phone in it. */
export interface ReadPhoto {
  bytes: Buffer
  width: number
  height: number
}

/** Reads photos one after the other; the first that is wrong says why, in words for its sender. */
export const readPhotos = async (files: Uint8Array[]): Promise<ReadPhoto[] | { wrong: string }> => {
  if (files.length > MOST_PHOTOS) return { wrong: `Choose ${MOST_PHOTOS} photos at most` }
  const photos: ReadPhoto[] = []
  for (const [i, file] of files.entries()) {
    const which = files.length === 1 ? 'This photo' : `Photo ${i + 1}`
    const read = await readPhoto(Buffer.from(file))
    if ('wrong' in read) return { wrong: `${which} ${read.wrong}` }
    photos.push(read)
  }
  return photos
}

/**
 * Turned upright, made small and written anew as a JPEG: place, time, name of the phone and all
 * that stood beside the picture are gone.
 */
const readPhoto = async (file: Buffer): Promise<ReadPhoto | { wrong: string }> => {
  if (file.length > MOST_PHOTO_BYTES)
    return { wrong: `is larger than ${MOST_PHOTO_BYTES / 1024 / 1024} MB. Choose a smaller one` }
  const wrong = wrongKind(file)
  if (wrong) return { wrong }
  try {
    const sharp = await openSharp()
    const { data, info } = await sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({
        width: LONGEST_SIDE,
        height: LONGEST_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: 78, mozjpeg: true })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch (error) {
    return /pixel limit/i.test(String(error))
      ? { wrong: 'has too many pixels. Choose a smaller one' }
      : { wrong: 'could not be read. Take it again, or choose another' }
  }
}

/** A picture of ours as residents are shown it: small enough for an old phone and little data. */
export const madeSmall = async (picture: Buffer): Promise<ReadPhoto> => {
  const sharp = await openSharp()
  const { data, info } = await sharp(picture)
    .resize({
      width: LONGEST_SHOWN,
      height: LONGEST_SHOWN,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .jpeg({ quality: 68, mozjpeg: true })
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

/** By its first bytes, and never by its name. */
const wrongKind = (file: Buffer): string | undefined => {
  const begins = file.subarray(0, 12).toString('latin1')
  if (/^\xFF\xD8\xFF|^\x89PNG\r\n\x1A\n|^RIFF[^]{4}WEBP/.test(begins)) return undefined
  return /^[^]{4}ftyp(hei|hev|mif|msf)/.test(begins)
    ? 'is a HEIC file, which we cannot read. Send it as a JPEG'
    : 'is no photo that we can read. Choose a JPEG, PNG or WebP picture'
}
