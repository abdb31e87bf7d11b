import { extractText, getDocumentProxy } from 'unpdf'
import { fileWords } from '../../../domain/publishing/wording/file-words.ts'
import type { ReadPdf } from './read-pdf.ts'
import { rewrite, type Rewritten } from './rewrite.ts'
import { NOT_READ, TOO_MUCH, Wrong } from './wrong.ts'

/** The longest text of a leaflet, in characters: all of it is checked, or none is taken. */
const MOST_TEXT = 100_000

/** Made anew, with its words read, here and now: what takes long is ended by whoever asks. */
export const readHere = async (file: Uint8Array): Promise<ReadPdf | { wrong: string }> => {
  try {
    const made = await rewrite(file)
    return { bytes: made.bytes, text: await wordsOf(made) }
  } catch (error) {
    return { wrong: error instanceof Wrong ? error.message : NOT_READ }
  }
}

/** The words of the new file, as a reader of such files finds them. */
const wordsOf = async ({ bytes, words, beneath, letters }: Rewritten): Promise<string> => {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, verbosity: 0 })
  const { text } = await extractText(pdf, { mergePages: true })
  const shown = plain([text, ...words])
  const under = plain([...beneath, ...otherLetters(letters, shown)])
  if (shown.length + under.length > MOST_TEXT) throw new Wrong(TOO_MUCH)
  return fileWords(shown, under)
}

const plain = (lines: string[]): string => lines.join('\n').replace(/[\0-\t\v-\x1f]/g, ' ')

/** Letters that are kept as one thing and shown as another. */
const otherLetters = (letters: string, shown: string): string[] => {
  const there = bare(shown)
  return letters
    .split(/\s+/)
    .filter(
      (word) => !/[\0-\x1f]/.test(word) && bare(word).length >= 3 && !there.includes(bare(word)),
    )
}
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '')
