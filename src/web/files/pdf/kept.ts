/**
 * Everything in a file that can be read, by whom: words that a reader is shown or told, and beneath
 * them what only someone who looks inside would find. Both are checked (R12).
 */
export const keepWords = () => {
  const words: string[] = []
  const beneath = new Set<string>()
  let letters = ''
  let spelled = ''
  return {
    /** What readers are told: behind a link, or in place of a picture. */
    words: (text: string): void => {
      // Programs say letter by letter what is joined or drawn from right to left.
      if (text.length < SHORT) spelled += text
      else if (text.trim() !== '') words.push(text)
    },
    /** Letters of a page as they stand in the file, whatever they are shown as. */
    letters: (text: string): void => {
      letters += text
    },
    /** A name within the file. */
    name: (text: string): void => {
      if (LETTERS.test(text)) beneath.add(text)
    },
    /** Words among bytes: in a font, say. */
    bytes: (bytes: Buffer): void => {
      for (const [run] of bytes.toString('latin1').matchAll(RUN)) beneath.add(run)
      for (const [run] of bytes.toString('latin1').matchAll(WIDE_RUN))
        beneath.add(run.replaceAll('\0', ''))
    },
    all: () => ({ words, beneath: [spelled, ...beneath].filter(Boolean), letters }),
  }
}
export type Kept = ReturnType<typeof keepWords>

/** Shorter words than these do not lead to anyone by themselves. */
const SHORT = 5
const LETTERS = /\p{L}{3}/u
/** Six letters and blanks in a row are words, and not chance. */
const RUN = /[A-Za-z'., -]{6,}/g
const WIDE_RUN = /(?:\0[A-Za-z'., -]){6,}|(?:[A-Za-z'., -]\0){6,}/g
