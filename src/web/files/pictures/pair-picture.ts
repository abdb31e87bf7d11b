import { cutShort } from '../../../domain/first-few.ts'
import type { OverlayOptions } from 'sharp'
import { halfMoons } from './half-moons.ts'
import { openSharp } from './open-sharp.ts'
import type { Moon, PairWords } from './picture.ts'

/** What every place that shows a link asks for, in pixels. */
export const PICTURE = { width: 1200, height: 630 }
const HALF = PICTURE.width / 2
const FOOT = 78
const PAD = 52
/** Beside the seam, where the disc stands. */
const SEAM = 66
const TOP = 44
const DISC = 92
const SIZES = [54, 46, 40, 34, 29]
const LABEL = 27

const INK = '#20221e'
const PAPER = '#fffdf8'
const SAID = '#f8e6be'
const DEED = '#114438'
const TINT = '#e3ede6'

/** The ground of what was done, and what is written on it. */
const GROUND: Record<
  Moon,
  { ground: string; ink: string; disc: readonly [number, number, number] }
> = {
  done: { ground: DEED, ink: PAPER, disc: [248, 230, 190] },
  standing: { ground: DEED, ink: PAPER, disc: [248, 230, 190] },
  doing: { ground: TINT, ink: INK, disc: [17, 68, 56] },
  cannot: { ground: PAPER, ink: INK, disc: [17, 68, 56] },
  unanswered: { ground: PAPER, ink: INK, disc: [17, 68, 56] },
}

/**
 * A pair as a PNG of 1200 by 630: what was said beside what was done, on the seam. It is put together
 * from plain ground, raw pixels and set text, so that no reader of pictures is opened for it.
 */
export const drawPair = async (words: PairWords): Promise<Buffer> => {
  const { ground, ink, disc } = GROUND[words.moon]
  const [saidAt, didAt] = words.fromRight ? [HALF, 0] : [0, HALF]
  return onPaper([
    area(saidAt, 0, HALF, PICTURE.height - FOOT, SAID),
    area(didAt, 0, HALF, PICTURE.height - FOOT, ground),
    area(0, PICTURE.height - FOOT, PICTURE.width, 4, DEED),
    {
      ...halfMoons(DISC, words.moon, words.fromRight, [17, 68, 56], disc),
      left: HALF - DISC / 2,
      top: TOP - 6,
    },
    ...(await column(saidAt, words.saidLabel, words.said, INK, words.fromRight)),
    ...(await column(didAt, words.didLabel, words.did, ink, words.fromRight)),
    await foot(words.name, words.fromRight),
  ])
}

/** The mark alone, for words that have letters which we cannot draw. */
export const drawMark = (): Promise<Buffer> => {
  const size = 300
  return onPaper([
    area(0, 0, HALF, PICTURE.height, SAID),
    area(HALF, 0, HALF, PICTURE.height, DEED),
    {
      ...halfMoons(size, 'done', false, [17, 68, 56], [248, 230, 190]),
      left: HALF - size / 2,
      top: (PICTURE.height - size) / 2,
    },
  ])
}

const onPaper = async (pieces: OverlayOptions[]): Promise<Buffer> => {
  const sharp = await openSharp()
  return sharp({ create: { ...PICTURE, channels: 3, background: PAPER } })
    .composite(pieces)
    .png({ palette: true, quality: 90, effort: 4 })
    .toBuffer()
}

const area = (
  left: number,
  top: number,
  width: number,
  height: number,
  background: string,
): OverlayOptions => ({ input: { create: { width, height, channels: 3, background } }, left, top })

/** A label, and under it as many words as there is room for, as large as they may be. */
const column = async (
  left: number,
  label: string,
  words: string,
  ink: string,
  fromRight: boolean,
): Promise<OverlayOptions[]> => {
  const room = { width: HALF - PAD - SEAM, height: PICTURE.height - FOOT - TOP - LABEL * 2 - PAD }
  const start = left + (left === 0 ? PAD : SEAM)
  const head = await set(label, 'Bold', LABEL, ink, room.width)
  const placedHead = { ...head, ...placed(head, start, TOP, room.width, fromRight) }
  if (words.trim() === '') return [placedHead]
  const body = await fitted(words, ink, room)
  return [
    placedHead,
    { ...body, ...placed(body, start, TOP + LABEL * 2, room.width, isFromRight(words)) },
  ]
}

const foot = async (name: string, fromRight: boolean): Promise<OverlayOptions> => {
  const text = await set(name, 'Bold', 26, DEED, PICTURE.width - 2 * PAD)
  const top = PICTURE.height - FOOT + Math.round((FOOT + 4 - text.raw.height) / 2)
  return { ...text, ...placed(text, PAD, top, PICTURE.width - 2 * PAD, fromRight) }
}

type Room = { width: number; height: number }
type SetText = { input: Buffer; raw: { width: number; height: number; channels: 4 } }

const placed = (
  { raw }: SetText,
  left: number,
  top: number,
  width: number,
  fromRight: boolean,
) => ({
  left: fromRight ? left + width - raw.width : left,
  top,
})

/** The largest size that has room for all of it; at the smallest, the beginning that has room. */
const fitted = async (words: string, ink: string, room: Room): Promise<SetText> => {
  for (const size of SIZES) {
    const text = await set(shortened(words, MOST), 'Regular', size, ink, room.width)
    if (text.raw.height <= room.height) return text
  }
  for (let most = MOST; most > 20; most = Math.floor(most * 0.8)) {
    const text = await set(shortened(words, most), 'Regular', SIZES.at(-1)!, ink, room.width)
    if (text.raw.height <= room.height) return text
  }
  return set('…', 'Regular', SIZES[0]!, ink, room.width)
}

const MOST = 280
const shortened = (words: string, most: number): string =>
  cutShort(words.replace(/\s+/g, ' ').trim(), most)

/** Words of ours in our fonts (static/fonts), with nothing in them read as markup. */
const set = async (
  words: string,
  weight: 'Bold' | 'Regular',
  size: number,
  ink: string,
  width: number,
): Promise<SetText> => {
  const sharp = await openSharp()
  const text = `<span foreground="${ink}">${escaped(words)}</span>`
  const { data, info } = await sharp({
    text: {
      text,
      font: `Noto Sans ${weight} ${size}`,
      width,
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { input: data, raw: { width: info.width, height: info.height, channels: 4 } }
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** By its first letter that has a direction. */
const isFromRight = (words: string): boolean =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words)
