import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What a mail server sent back: which of our letters, and why, as a code (RFC 3463). */
export interface Returned {
  /** Names of letters that it may be about, without what stands behind the @. */
  names: string[]
  status: string
}

/** What takes mail that came back: records each, and is told of what cannot be read. */
export type TakeReturned = (
  record: (mail: Returned) => void,
  fault: (error: unknown) => void,
) => Promise<void>

/** The report and the head of our letter are at the beginning; what follows is our own letter. */
const MOST_BYTES = 64 * 1024
const MOST_AT_ONCE = 20

/**
 * The folder that returned mail is put into: as files, or as a Maildir. What was read is deleted
 * once it is recorded, since it holds addresses (R22); what is no returned mail is put aside.
 */
export const openReturned = (folder: string): { take: TakeReturned } => {
  const aside = join(folder, 'other')
  // What can neither be read nor put aside is left where it is, and said once.
  const left = new Set<string>()
  const putAside = async (path: string, name: string): Promise<void> => {
    await mkdir(aside, { recursive: true, mode: 0o700 })
    const free = existsSync(join(aside, name)) ? `${randomUUID()}-${name}`.slice(0, 200) : name
    await rename(path, join(aside, free))
  }
  const readOne = async (place: string, name: string): Promise<Returned | undefined> => {
    const path = join(place, name)
    const read = readReturned(await beginningOf(path))
    if (read === 'not returned mail') await putAside(path, name)
    else if (read === 'only late') await rm(path)
    else return read
    return undefined
  }
  const takeFrom = async (place: string, ...[record, fault]: Parameters<TakeReturned>) => {
    for (const name of await namesIn(place, left)) {
      const path = join(place, name)
      try {
        const read = await readOne(place, name)
        if (!read) continue
        record(read)
        await rm(path)
      } catch (error) {
        if (!isOfFile(error)) throw error
        await putAside(path, name).catch(() => left.add(path))
        fault(new Unreadable(error))
      }
    }
  }
  return {
    take: async (record, fault) => {
      for (const place of [folder, join(folder, 'new')])
        if (existsSync(place)) await takeFrom(place, record, fault)
    },
  }
}

/** A file that cannot be read, for the log, which says nothing of its name. */
class Unreadable extends Error {
  constructor({ code }: NodeJS.ErrnoException) {
    super('a file in the folder of returned mail cannot be read or moved')
    this.name = `returned mail, ${code}`
  }
}

/** A fault of the file system, and not one of the record. */
const isOfFile = (error: unknown): error is NodeJS.ErrnoException =>
  (error as NodeJS.ErrnoException).syscall !== undefined

const namesIn = async (place: string, left: Set<string>): Promise<string[]> =>
  (await readdir(place, { withFileTypes: true }))
    .filter((each) => each.isFile() && !/^\.|\.partial$/.test(each.name))
    .map((each) => each.name)
    .filter((name) => !left.has(join(place, name)))
    .slice(0, MOST_AT_ONCE)

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
  const status = isReport
    ? raw.match(/^status:\s*([245]\.\d{1,3}\.\d{1,3})/im)?.[1]
    : saidInWords(raw)
  const action = isReport ? raw.match(/^action:\s*(\w+)/im)?.[1]?.toLowerCase() : undefined
  if (!status?.startsWith('5') && action !== 'failed') return 'only late'
  return {
    names: [...new Set([...raw.matchAll(NAMES)].map((each) => each[1]!.toLowerCase()))],
    status: status?.startsWith('5') ? status : '5.0.0',
  }
}

const NAMES = /<([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})@[^<>\s]+>/gi

/** Words may be anyone's, and a number in them anything: they never say that a mailbox is no more. */
const saidInWords = (raw: string): string | undefined =>
  /\b5\.\d{1,3}\.\d{1,3}\b|\b55\d\b/.test(raw) ? '5.0.0' : undefined

const beginningOf = async (path: string): Promise<string> => {
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(MOST_BYTES)
    const { bytesRead } = await file.read(bytes, 0, MOST_BYTES, 0)
    return bytes.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
