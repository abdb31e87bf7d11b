import { BUSY, readApart } from '../apart.ts'
import { openSharp } from '../pictures/open-sharp.ts'
import { NOT_READ, NOT_WHOLE, TOO_MUCH } from './wrong.ts'

/** The largest file that can be put here, in bytes; made anew it may not be much larger. */
export const MOST_PDF_BYTES = 4 * 1024 * 1024
const LIMITS = { mostMs: 30_000, mostMemoryMb: 512, mostGrowthMb: 768 }

export interface ReadPdf {
  bytes: Buffer
  /** The words in it, page by page; nothing where it is a picture. */
  text: string
}

/**
 * Makes a file that someone chose anew, in a thread of its own, and reads every word that is left
 * in it, so that they are checked like ours (R12). What comes is never kept.
 */
export const readPdf = async (file: Uint8Array): Promise<ReadPdf | { wrong: string }> => {
  const bytes = Buffer.from(file)
  if (bytes.length === 0) return { wrong: 'Choose a file' }
  if (bytes.length > MOST_PDF_BYTES) return { wrong: tooLarge(bytes.length) }
  if (!/^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1'))) return { wrong: NOT_WHOLE }
  if (!bytes.includes('%%EOF')) return { wrong: NOT_WHOLE }
  // The thread reads pictures as well: the library has to be here first, with its readers shut.
  await openSharp()
  const came = await readApart<ReadPdf | { wrong: string }>(
    new URL('./thread.ts', import.meta.url),
    bytes,
    LIMITS,
  )
  if ('failed' in came) return { wrong: FAILED[came.failed] }
  if ('wrong' in came.read) return came.read
  const made = { ...came.read, bytes: Buffer.from(came.read.bytes) }
  return made.bytes.length > 2 * MOST_PDF_BYTES ? { wrong: TOO_MUCH } : made
}

const FAILED = {
  broken: NOT_READ,
  'too much': TOO_MUCH,
  busy: BUSY,
}

const tooLarge = (size: number): string =>
  `This file is too large: ${(Math.ceil(size / 1024 / 102.4) / 10).toFixed(1)} MB. 4 MB at most, so that it opens on an old phone`
