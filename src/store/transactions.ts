import type Database from 'better-sqlite3'
import { preparedOnce } from './group.ts'

/** The one connection that a record is written through. */
interface Connected {
  $client: Database.Database
}

/**
 * Every write is one BEGIN IMMEDIATE transaction; called inside another it becomes a part of it.
 */
export const write = <T>({ $client: client }: Connected, work: () => T): T => {
  const isOutermost = !client.inTransaction
  if (isOutermost && mayWrite.get(client)?.() === false) throw new NotOurs()
  try {
    const run = transactionOf(client) as (work: () => T) => T
    const done = run(isOutermost ? () => ending(client, work) : work)
    withoutRoom.delete(client)
    if (isOutermost) for (const next of taken(client)) next()
    return done
  } catch (error) {
    const fault = diskFault(error)
    if (!fault) throw error
    withoutRoom.add(client)
    throw new NoRoom(fault, error)
  } finally {
    if (isOutermost) {
      waiting.delete(client)
      last.delete(client)
    }
  }
}

/** Made once for each connection: making one costs more than what many verbs write. */
const transactionOf = preparedOnce(
  (client: Database.Database) => client.transaction((work: () => unknown) => work()).immediate,
)

/** Who is asked before each write, where someone is. */
const mayWrite = new WeakMap<Database.Database, () => boolean>()
export const askBeforeWriting = ({ $client: client }: Connected, ask: () => boolean): void => {
  mayWrite.set(client, ask)
}

/** Another machine keeps the record now: nothing of this one may go into it. */
class NotOurs extends Error {
  readonly statusCode = 503
  constructor() {
    super('the record is kept by another machine')
    this.name = 'NotOurs'
  }
}

/** How long a write waits for another program beside the server: see `SETTINGS`. */
const WAIT_MS = 5000

/** Whether nobody else writes just now. A program beside the server may hold the record. */
export const isFree = ({ $client: client }: Connected): boolean => {
  if (client.inTransaction) return true
  try {
    withoutWaiting({ $client: client }, () => client.exec('begin immediate; rollback'))
    return true
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return false
    throw error
  }
}

/** What somebody else holds is not waited for. */
const withoutWaiting = <T>({ $client: client }: Connected, ask: () => T): T => {
  client.pragma('busy_timeout = 0')
  try {
    return ask()
  } finally {
    client.pragma(`busy_timeout = ${WAIT_MS}`)
  }
}

/** What SQLite says where a disk is full, or does not do what it is told. */
const DISK_FAULT = /^SQLITE_(FULL|IOERR)/

const diskFault = (error: unknown): string | undefined =>
  [error, (error as Error | undefined)?.cause]
    .map((each) => String((each as { code?: unknown } | undefined)?.code ?? ''))
    .find((code) => DISK_FAULT.test(code))

/** A fault that is the disk's and nobody's mistake, by SQLite's code. Nothing was written (R22). */
class NoRoom extends Error {
  /** "Insufficient storage", for those who watch the machine. */
  readonly statusCode = 507
  readonly code: string
  constructor(code: string, cause: unknown) {
    super('the disk has no room', { cause })
    this.name = this.code = code
  }
}

/** Connections whose last write found no room. */
const withoutRoom = new WeakSet<Database.Database>()
export const foundNoRoom = ({ $client: client }: Connected): boolean => withoutRoom.has(client)

/** What is asked for as the last of a transaction comes after all else of it. */
const ending = <T>(client: Database.Database, work: () => T): T => {
  const done = work()
  for (const each of last.get(client) ?? []) each()
  return done
}

/**
 * The only way past "only added to": the triggers that keep these tables stand aside, and are back
 * within the same transaction, which its caller has open.
 */
export const withoutKeepers = <T>(
  { $client: client }: Connected,
  tables: readonly string[],
  work: () => T,
): T => {
  const keepers = client
    .prepare(
      `select name, sql from sqlite_schema where type = 'trigger'
      and tbl_name in (select value from json_each(?))`,
    )
    .all(JSON.stringify(tables)) as { name: string; sql: string }[]
  for (const { name } of keepers) client.exec(`drop trigger "${name}"`)
  const done = work()
  for (const { sql } of keepers) client.exec(sql)
  return done
}

/** What has to be done just before a connection's open transaction is on disk. */
const last = new WeakMap<Database.Database, (() => void)[]>()

/**
 * Does something as the last step of the transaction that is open: where anything else of it fails,
 * it was not done.
 */
export const lastOfAll = ({ $client: client }: Connected, step: () => void): void => {
  if (!client.inTransaction) return step()
  last.set(client, [...(last.get(client) ?? []), step])
}

/** Each once: what is done then may write, and must not find itself waiting. */
const taken = (client: Database.Database): Iterable<() => void> => {
  const all = waiting.get(client) ?? []
  waiting.delete(client)
  return all
}

/** What waits for the end of the transaction that is open on a connection. */
const waiting = new WeakMap<Database.Database, Set<() => void>>()

/**
 * Does something once what is being written is on disk, and never where it is rolled back. The same
 * thing asked for twice is done once.
 */
export const onceWritten = ({ $client: client }: Connected, next: () => void): void => {
  if (client.inTransaction) waiting.set(client, (waiting.get(client) ?? new Set()).add(next))
  else next()
}

/**
 * What was deleted is overwritten in the file (`secure_delete`), but stands in the log until that
 * is used again: this empties it, once what is being written is on disk. Where someone else reads
 * just then, a backup for instance, the log is emptied the next time. Nobody waits for them: what
 * carries the record to another machine reads all the time.
 */
export const forget = (db: Connected): void =>
  onceWritten(db, () => {
    withoutWaiting(db, () => db.$client.pragma('wal_checkpoint(TRUNCATE)'))
  })

/**
 * What one page asks for again and again (names, seats, round tables) is read once, until anything
 * is written, here or by another program. Within a transaction it is read as it stands there, so
 * that nothing is remembered which is rolled back. What it answers is nobody's to change.
 */
export const remembered = <T>({ $client: client }: Connected, read: () => T): (() => T) => {
  const ours = client.prepare('select total_changes()').pluck()
  const theirs = client.prepare('pragma data_version').pluck()
  let kept: { mark: string; value: T } | undefined
  return () => {
    if (client.inTransaction) return read()
    const mark = `${String(ours.get())} ${String(theirs.get())}`
    if (kept?.mark !== mark) kept = { mark, value: read() }
    return kept.value
  }
}
