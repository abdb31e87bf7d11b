import { inflateSync } from 'node:zlib'

/** The largest file that can be put here, in bytes. */
export const MOST_PDF_BYTES = 4 * 1024 * 1024
/** How much of what is packed inside is opened to look at. */
const MOST_INFLATED = 16 * 1024 * 1024
/** The longest text that is kept of it, in characters. */
const MOST_TEXT = 200_000

export interface ReadPdf { bytes: Buffer; /** The words in it, page by page; nothing where it is a picture. */ text: string }

/** What a file may not hold: programs, other files, and forms that send what is typed elsewhere. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Movie|Sound)\b/

/**
 * Looks at a file that someone chose. It is a PDF from its first byte to its last, is not locked, runs nothing, and does not say who made it: a name
 * among its properties would be read by everyone (R14). Source of the format: ISO 32000-1, 7.5 and 14.3.
 * @param mayMake names that may stand as its maker: those of organisations.
 */
export const readPdf = async (file: Uint8Array, mayMake: string[]): Promise<ReadPdf | { wrong: string }> => {
  const bytes = Buffer.from(file)
  if (bytes.length === 0) return { wrong: 'Choose a file' }
  if (bytes.length > MOST_PDF_BYTES) return { wrong: `This file is too large: ${(bytes.length / 1024 / 1024).toFixed(1)} MB. 4 MB at most, so that it opens on an old phone` }
  const raw = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(raw) || !raw.slice(-1024).includes('%%EOF')) return NOT_WHOLE
  const inside = plainNames([raw.replace(/\bstream\r?\n[\s\S]*?endstream/g, ''), ...unpacked(bytes, raw)].join('\n'))
  if (/\/Encrypt\b/.test(inside)) return { wrong: 'This file is locked with a password. Save it without one' }
  if (ACTIVE.test(inside)) return { wrong: 'This file holds a program, another file or a form that sends something. Print it to a PDF, and choose that one' }
  const read = await opened(bytes)
  if (!read) return NOT_WHOLE
  const maker = read.makers.find((name) => !mayMake.some((each) => each.toLowerCase() === name.toLowerCase()))
  if (maker !== undefined) return { wrong: `The properties of this file say who made it: “${maker}”. Everyone could read that. Take it out (File, Properties, Author) and save it again` }
  return { bytes, text: read.text }
}

const NOT_WHOLE = { wrong: 'This is not a whole PDF file. Save the leaflet as a PDF and choose that' }

/** Its words and its makers, as a reader of such files finds them; nothing where it cannot be opened. */
const opened = async (bytes: Buffer): Promise<{ text: string; makers: string[] } | undefined> => {
  // Read only when someone brings a file: it is a large library.
  const { extractText, getDocumentProxy } = await import('unpdf')
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, verbosity: 0 })
    const { info, metadata } = await pdf.getMetadata()
    const { text } = await extractText(pdf, { mergePages: true })
    await pdf.cleanup()
    const makers = [(info as { Author?: unknown }).Author, metadata?.get('dc:creator'), metadata?.get('pdf:author')].flat().filter((each): each is string => typeof each === 'string')
    return { text: text.slice(0, MOST_TEXT), makers: makers.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '') }
  } catch {
    return undefined
  }
}

/** What is packed: objects and properties, and never pictures or pages, which hold no names of ours to find. */
const unpacked = (bytes: Buffer, raw: string): string[] => {
  const found: string[] = []
  let left = MOST_INFLATED
  for (const match of raw.matchAll(/\bstream\r?\n/g)) {
    const head = raw.slice(Math.max(0, match.index - 600), match.index).split(/endobj|endstream/).at(-1)!
    if (!/\/ObjStm|\/Metadata|\/XML\b/.test(head)) continue
    const from = match.index + match[0].length
    const to = raw.indexOf('endstream', from)
    const packed = bytes.subarray(from, to < 0 ? bytes.length : to)
    const text = /\/FlateDecode/.test(head) ? inflated(packed, left) : packed.toString('latin1')
    left -= text.length
    found.push(text)
    if (left <= 0) break
  }
  return found
}

const inflated = (packed: Buffer, most: number): string => {
  try { return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: 2 }).toString('latin1') } catch { return '' }
}

/** `/J#61vaScript` says JavaScript as well. */
const plainNames = (text: string): string => text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
