import { inflateRawSync } from 'node:zlib'

/** A file inside a zip file, and how to open it. */
export interface ZipEntry {
  name: string
  /** Its bytes; nothing where they are damaged or more than `most`. */
  open: (most: number) => Buffer | undefined
}

const MOST_ENTRIES = 500

/**
 * The files in a zip file, by the list at its end, with nothing opened yet. What the list says of
 * their sizes is not believed: whoever opens one says how much it may hold.
 * Source of the format: APPNOTE.TXT, 4.3.
 */
export const entriesOf = (file: Buffer): ZipEntry[] | undefined => {
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > file.length) return undefined
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) return undefined
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return undefined
    const method = file.readUInt16LE(at + 10)
    const [packed, size] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)]
    const [names, extra, comment] = [28, 30, 32].map((each) => file.readUInt16LE(at + each))
    const starts = file.readUInt32LE(at + 42)
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + names!),
      open: (most) => opened(file, { method, packed, size, starts }, most),
    })
    at += 46 + names! + extra! + comment!
  }
  return entries
}

const opened = (
  file: Buffer,
  { method, packed, size, starts }: Record<'method' | 'packed' | 'size' | 'starts', number>,
  most: number,
): Buffer | undefined => {
  if (starts + 30 > file.length || file.readUInt32LE(starts) !== 0x04034b50) return undefined
  // Whoever opens it later may believe what the list says of its size.
  if (size > most) return undefined
  const from = starts + 30 + file.readUInt16LE(starts + 26) + file.readUInt16LE(starts + 28)
  const bytes = file.subarray(from, from + packed)
  if (method === 0) return bytes.length <= most ? bytes : undefined
  try {
    return method === 8 ? inflateRawSync(bytes, { maxOutputLength: most }) : undefined
  } catch {
    return undefined
  }
}
