import { wrongInside } from './pdf-inside.ts'

/** The largest file that can be put here, in bytes. */
export const MOST_PDF_BYTES = 4 * 1024 * 1024
/** The longest text that is kept of it, in characters. */
const MOST_TEXT = 200_000

export interface ReadPdf {
  bytes: Buffer
  /** The words in it, page by page; nothing where it is a picture. */
  text: string
}

/**
 * Looks at a file that someone chose. It is a PDF from its first byte to its last, is not locked,
 * runs nothing, and does not say who made it: a name among its properties would be read by everyone
 * (R14). Its words are read, so that they are checked like ours (R12).
 * @param mayMake names that may stand as its maker: those of organisations.
 */
export const readPdf = async (
  file: Uint8Array,
  mayMake: string[],
): Promise<ReadPdf | { wrong: string }> => {
  const bytes = Buffer.from(file)
  if (bytes.length === 0) return { wrong: 'Choose a file' }
  if (bytes.length > MOST_PDF_BYTES)
    return {
      wrong: `This file is too large: ${(Math.ceil(bytes.length / 1024 / 102.4) / 10).toFixed(1)} MB. 4 MB at most, so that it opens on an old phone`,
    }
  const raw = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(raw) || !/^%%EOF[\s\0]*$/.test(raw.slice(raw.lastIndexOf('%%EOF'))))
    return NOT_WHOLE
  const wrong = wrongInside(bytes, raw, mayMake)
  if (wrong !== undefined) return { wrong }
  const text = await wordsIn(bytes)
  return text === undefined ? NOT_WHOLE : { bytes, text: text.slice(0, MOST_TEXT) }
}

const NOT_WHOLE = {
  wrong: 'This is not a whole PDF file. Save the leaflet as a PDF and choose that',
}

/** Its words, as a reader of such files finds them; nothing where it cannot be opened. */
const wordsIn = async (bytes: Buffer): Promise<string | undefined> => {
  // Read only when someone brings a file: it is a large library.
  const { extractText, getDocumentProxy } = await import('unpdf')
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      verbosity: 0,
    })
    const { text } = await extractText(pdf, { mergePages: true })
    await pdf.cleanup()
    return text
  } catch {
    return undefined
  }
}
