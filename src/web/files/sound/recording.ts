/** The largest recording that can be put here, in bytes: some two minutes of speech. */
export const MOST_RECORDING_BYTES = 1024 * 1024

export interface ReadRecording {
  bytes: Buffer
  seconds: number
}

/**
 * Looks at a recording that someone chose. It is an MP3, which every phone plays, and nothing is
 * kept of it but its frames of sound: name, place, picture and program stand before and after them
 * (ID3, APE, Xing) and stay behind.
 */
export const readRecording = (file: Uint8Array): ReadRecording | { wrong: string } => {
  const bytes = Buffer.from(file)
  if (bytes.length === 0) return { wrong: 'Choose a file' }
  if (bytes.length > MOST_RECORDING_BYTES)
    return {
      wrong:
        'This recording is too large. 1 MB at most: two minutes in mono at 64 kilobits a second',
    }
  const start = afterId3(bytes)
  const frames: Frame[] = []
  for (let at = start, frame = frameAt(bytes, at); frame; frame = frameAt(bytes, at)) {
    frames.push(frame)
    at = frame.to
  }
  const end = frames.at(-1)?.to ?? start
  if (frames.length < LEAST_FRAMES || !isAfterSound(bytes.subarray(end))) return NOT_SOUND
  const sound = frames.filter((each, i) => i > 0 || !isIndex(bytes.subarray(each.at, each.to)))
  return {
    bytes: Buffer.concat(sound.map(({ at, to }) => bytes.subarray(at, to))),
    seconds: Math.max(1, Math.round(sound.reduce((sum, each) => sum + each.seconds, 0))),
  }
}

const NOT_SOUND = {
  wrong:
    'This is not a whole MP3 file. Save the recording as MP3, which old phones play, and choose that',
}
const LEAST_FRAMES = 20

interface Frame {
  at: number
  to: number
  seconds: number
}

/** What stands before the sound: its length is written in seven bits to a byte. */
const afterId3 = (bytes: Buffer): number =>
  bytes.subarray(0, 3).toString('latin1') === 'ID3' && bytes.length > 10
    ? 10 +
      [6, 7, 8, 9].reduce((sum, i) => sum * 128 + (bytes[i]! & 0x7f), 0) +
      (bytes[5]! & 0x10 ? 10 : 0)
    : 0

/** What may stand behind it: tags, or nothing but zeros. */
const isAfterSound = (rest: Buffer): boolean =>
  rest.every((each) => each === 0) ||
  /^(TAG|APETAGEX|LYRICSBEGIN|ID3)/.test(rest.toString('latin1'))

/** A first frame without sound, where a program says its name and how long it all is. */
const isIndex = (frame: Buffer): boolean => /Xing|Info|VBRI/.test(frame.toString('latin1', 0, 200))

/** One frame of MPEG audio layer III, in any of its three versions (ISO 11172-3, 13818-3). */
const frameAt = (bytes: Buffer, at: number): Frame | undefined => {
  if (at + 4 > bytes.length) return undefined
  const [sync, kind, rates] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!]
  const version = (kind >> 3) & 3
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2 || version === 1) return undefined
  const isFirst = version === 3
  const kilobits = (isFirst ? FIRST : SECOND)[rates >> 4]
  const hertz = HERTZ[(rates >> 2) & 3]
  if (!kilobits || !hertz) return undefined
  const rate = hertz / (isFirst ? 1 : version === 2 ? 2 : 4)
  const samples = isFirst ? 1152 : 576
  const length = Math.floor(((samples / 8) * kilobits * 1000) / rate) + ((rates >> 1) & 1)
  const to = at + length
  return to <= bytes.length ? { at, to, seconds: samples / rate } : undefined
}

/** Kilobits a second; the first is free, which we do not take. */
const FIRST = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const SECOND = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const HERTZ = [44_100, 48_000, 32_000]
