import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'

/** What a mail server sent back: which of our letters, to whom, and why, as a code (RFC 3463). */
export interface Returned {
  /** Names of letters that it may be about, without what stands behind the @. */
  names: string[]
  /** The address, where the report says it. */
  address: string | null
  status: string
}

const MOST_BYTES = 1_000_000
const MOST_AT_ONCE = 200

/**
 * The folder that returned mail is put into: as files, or as a Maildir. What was read is deleted,
 * since it holds addresses; what is no returned mail is put aside.
 */
export const openReturned = (folder: string) => {
  const aside = join(folder, 'other')
  return {
    take: (): Returned[] =>
      [folder, join(folder, 'new')].filter(existsSync).flatMap((place) =>
        readdirSync(place, { withFileTypes: true })
          .filter((each) => each.isFile() && !/^\.|\.partial$/.test(each.name))
          .slice(0, MOST_AT_ONCE)
          .flatMap(({ name }) => {
            const path = join(place, name)
            const read = readReturned(beginningOf(path))
            if (read !== 'not returned mail') {
              rmSync(path)
              return read === 'only late' ? [] : [read]
            }
            mkdirSync(aside, { recursive: true, mode: 0o700 })
            renameSync(path, join(aside, name))
            return []
          }),
      ),
  }
}

/**
 * Reads a report of a mail server (RFC 3464), or what older ones write in its place. A person's
 * answer and a holiday notice are neither; a letter that is only late has not come back.
 */
export const readReturned = (raw: string): Returned | 'only late' | 'not returned mail' => {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1)
  const fields = head.replace(/\r?\n[ \t]+/g, ' ')
  const isReport = /^content-type:\s*multipart\/report\b.*delivery-status/im.test(fields)
  const isDaemon = /^from:.*\b(?:mailer-daemon|postmaster)\b/im.test(fields)
  if (!isReport && !isDaemon) return 'not returned mail'
  const status = raw.match(/^status:\s*([245]\.\d{1,3}\.\d{1,3})/im)?.[1] ?? saidInWords(raw)
  const action = raw.match(/^action:\s*(\w+)/im)?.[1]?.toLowerCase()
  if (!status?.startsWith('5') && action !== 'failed') return 'only late'
  return {
    names: [...new Set([...raw.matchAll(NAMES)].map((each) => each[1]!.toLowerCase()))],
    address:
      raw.match(/^(?:original|final)-recipient:\s*rfc822;\s*<?([^\s<>;]+@[^\s<>;]+)/im)?.[1] ??
      null,
    status: status ?? '5.0.0',
  }
}

const NAMES = /<([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})@[^<>\s]+>/gi

const saidInWords = (raw: string): string | undefined =>
  raw.match(/\b(5\.\d{1,3}\.\d{1,3})\b/)?.[1] ?? (/\b55\d\b/.test(raw) ? '5.0.0' : undefined)

const beginningOf = (path: string): string => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(MOST_BYTES)
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, MOST_BYTES, 0))
  } finally {
    closeSync(file)
  }
}
