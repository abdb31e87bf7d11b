/** The words of a file, or why it has none. */
export type FileText = { text: string } | { wrong: string }

const COPY = 'Save it as CSV, or copy the cells and paste them here'

/** Files that are no text, by what they begin with. */
const KINDS: [RegExp, string][] = [
  [/^\xD0\xCF\x11\xE0/, `This is an old Excel or Word file. ${COPY}`],
  [/^%PDF/, 'This is a PDF. Open it, copy the list or the table, and paste it here'],
  [/^\{\\rtf/, 'This is a document. Open it, copy the list or the table, and paste it here'],
  [/^(?:\xFF\xD8\xFF|\x89PNG|GIF8|BM.{4}\0|II\*\0|MM\0\*|RIFF)/s, `This is a picture. ${COPY}`],
  [/^\s*<(?:!doctype|html|table|\?xml|\?mso)/i, `This is a web page, and not a table. ${COPY}`],
]
export const NOT_TEXT = `We cannot read this file: it is not text. ${COPY}`

/**
 * The words of a file that someone chose: UTF-8; UTF-16, which spreadsheets call Unicode text, with
 * its mark or by its zeros; or else what older spreadsheets on Windows write. Nothing that is not
 * text is taken for words.
 */
export const readText = (file: Uint8Array): FileText => {
  const begins = Buffer.from(file.subarray(0, 64)).toString('latin1')
  const kind = KINDS.find(([magic]) => magic.test(begins))
  if (kind) return { wrong: kind[1] }
  const text = decoded(file)
    ?.replace(/^\uFEFF/, '')
    .replace(/\u001A\s*$/, '')
  // Line ends of every kind; a control that is none of them is no text.
  if (text === undefined || UNTYPED.test(text)) return { wrong: NOT_TEXT }
  return { text: text.replace(/\r\n?|[\v\f\u2028\u2029\u0085]/g, '\n') }
}

const UNTYPED = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFE\uFFFF]/

const decoded = (file: Uint8Array): string | undefined => {
  const wide = wideIn(file)
  if (wide) return new TextDecoder(wide).decode(file)
  if (file.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}

/** Two bytes for each letter: by the mark, or where most of every second byte is nought. */
const wideIn = (file: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (file[0] === 0xff && file[1] === 0xfe)
    return file[2] === 0 && file[3] === 0 ? undefined : 'utf-16le'
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be'
  const some = file.subarray(0, 4000)
  const noughts = (from: number): number =>
    some.reduce((count, byte, i) => count + (i % 2 === from && byte === 0 ? 1 : 0), 0)
  const half = some.length / 2
  const [even, odd] = [noughts(0), noughts(1)]
  if (file.length % 2 !== 0 || half < 2) return undefined
  if (odd > half * 0.6 && even === 0) return 'utf-16le'
  if (even > half * 0.6 && odd === 0) return 'utf-16be'
  // Letters of Arabic have no noughts; the blanks and line ends between them do.
  if (odd > even * 4 && isWorded(file, 'utf-16le')) return 'utf-16le'
  return even > odd * 4 && isWorded(file, 'utf-16be') ? 'utf-16be' : undefined
}

/** Read so, all of it is letters and signs that exist, with blanks or line ends between them. */
const isWorded = (file: Uint8Array, wide: 'utf-16le' | 'utf-16be'): boolean => {
  try {
    const text = new TextDecoder(wide, { fatal: true }).decode(file)
    const blanks = text.match(/[ \t\n]/g)?.length ?? 0
    return blanks * 60 > text.length && !/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\s]/u.test(text)
  } catch {
    return false
  }
}
