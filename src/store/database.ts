import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import {
  chmodSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Db = BetterSQLite3Database & { $client: Database.Database }

/** A reason not to start, in one plain line for the person at the terminal. */
export class CannotStart extends Error {}

/**
 * Set on every connection, and read back by a test. `synchronous` 2 is FULL: what is acknowledged
 * is on disk (R22).
 */
export const SETTINGS = {
  busy_timeout: 5000,
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  recursive_triggers: 1,
} as const

const OLDEST_SQLITE = '3.51.3'
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

export const databaseFile = (folder: string): string => join(folder, 'round-table.db')

/** Opens the record in a folder, refusing with one plain line whatever would put it at risk. */
export const openDatabase = (folder: string): Db => {
  prepareFolder(folder)
  const file = databaseFile(folder)
  ownedFile(file)
  const db = connect(file)
  refuseOldSqlite(db)
  refuseCorrupt(db, file)
  refuseNewer(db.$client)
  migrateWithGuard(db, folder)
  return db
}

/** A connection with our settings and no checks: for commands that run beside the server. */
export const connect = (file: string): Db => {
  try {
    const client = new Database(file)
    for (const [name, value] of Object.entries(SETTINGS)) client.pragma(`${name} = ${value}`)
    return drizzle(client) as Db
  } catch (error) {
    throw new CannotStart(
      `The database ${file} cannot be opened: ${(error as Error).message}. Restore a backup, or check the folder.`,
    )
  }
}

/**
 * The record of a folder, for a command beside the server: refuses where there is none, or a newer
 * program made it.
 */
export const connectBeside = (folder: string): Db => {
  const file = databaseFile(folder)
  if (!existsSync(file))
    throw new CannotStart(
      `There is no database in ${folder}. Check DATA_DIR, or start the server once.`,
    )
  const db = connect(file)
  try {
    refuseNewer(db.$client)
  } catch (error) {
    db.$client.close()
    throw error instanceof CannotStart
      ? error
      : new CannotStart(`The database ${file} is damaged (${(error as Error).message}).`)
  }
  return db
}

/**
 * Every write is one BEGIN IMMEDIATE transaction; called inside another it becomes a part of it.
 */
export const write = <T>(db: Db, work: () => T): T => {
  const { $client: client } = db
  const isOutermost = !client.inTransaction
  try {
    const done = client.transaction(work).immediate()
    if (isOutermost) for (const next of waiting.get(client) ?? []) next()
    return done
  } finally {
    if (isOutermost) waiting.delete(client)
  }
}

/** What waits for the end of the transaction that is open on a connection. */
const waiting = new WeakMap<Database.Database, Set<() => void>>()

/**
 * Does something once what is being written is on disk, and never where it is rolled back. The same
 * thing asked for twice is done once.
 */
export const onceWritten = ({ $client: client }: Pick<Db, '$client'>, next: () => void): void => {
  if (client.inTransaction) waiting.set(client, (waiting.get(client) ?? new Set()).add(next))
  else next()
}

/**
 * What was deleted is overwritten in the file (`secure_delete`), but stands in the log until that
 * is used again: this empties it, once what is being written is on disk. Where someone else reads
 * just then, a backup for instance, the log is emptied the next time.
 */
export const forget = (db: Pick<Db, '$client'>): void =>
  onceWritten(db, () => {
    db.$client.pragma('wal_checkpoint(TRUNCATE)')
  })

/** Keeps a second server out of the folder. Freed by the system even when the process is killed. */
export const lockFolder = (folder: string): (() => void) => {
  prepareFolder(folder)
  const file = join(folder, 'lock.db')
  ownedFile(file)
  const lock = new Database(file)
  lock.pragma('busy_timeout = 0')
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new CannotStart(
      `Another server is running on ${folder}. Stop it first, or choose another DATA_DIR.`,
    )
  }
  return () => lock.close()
}

const prepareFolder = (folder: string): void => {
  const probe = join(folder, '.write-test')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new CannotStart(
      `Cannot write in ${folder} (${(error as NodeJS.ErrnoException).code}). Make it writable, or choose another DATA_DIR.`,
    )
  }
}

/**
 * For its owner alone before the first row is in it: SQLite gives the log the mode of the file, at
 * the moment that it makes it.
 */
const ownedFile = (file: string): void => {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

const refuseOldSqlite = (db: Db): void => {
  const { version } = db.get<{ version: string }>(sql`select sqlite_version() as version`)
  const number = (text: string) =>
    text.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0)
  if (number(version) < number(OLDEST_SQLITE))
    throw new CannotStart(
      `SQLite ${version} is too old: ${OLDEST_SQLITE} or newer is needed, because older ones can damage the file.`,
    )
}

const refuseCorrupt = (db: Db, file: string): void => {
  let verdict: string
  try {
    verdict = db.$client.pragma('integrity_check', { simple: true }) as string
  } catch (error) {
    verdict = (error as Error).message
  }
  if (verdict !== 'ok')
    throw new CannotStart(
      `The database ${file} is damaged (${verdict.split('\n')[0]}). Restore a backup: npm run restore -- FILE.`,
    )
}

const journalOfMigrations = (): { when: number; tag: string }[] =>
  JSON.parse(readFileSync(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8')).entries

const applied = (client: Database.Database): number[] => {
  const exists = client
    .prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'")
    .get()
  return exists
    ? (client
        .prepare('select created_at from __drizzle_migrations order by created_at')
        .pluck()
        .all() as number[])
    : []
}

const refuseNewer = (client: Database.Database): void => {
  const known = new Set(journalOfMigrations().map((each) => each.when))
  if (applied(client).some((when) => !known.has(when)))
    throw new CannotStart(
      'This database was made by a newer Round Table. Run that version, or restore an older backup.',
    )
}

/** Back up, foreign keys off, migrate, check foreign keys and row counts, foreign keys on. */
const migrateWithGuard = (db: Db, folder: string): void => {
  const done = applied(db.$client)
  if (done.length === journalOfMigrations().length) return
  if (done.length > 0) copyTo(db, join(folder, `before-migration-${done.length}.db`))
  const before = rowCounts(db)
  db.$client.pragma('foreign_keys = OFF')
  migrate(db, { migrationsFolder: MIGRATIONS })
  if ((db.$client.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new CannotStart(
      'The migration left broken references. Restore the file before-migration-*.db.',
    )
  const after = rowCounts(db)
  const nameNow = renamedSince(done.length)
  const lost = Object.keys(before).find((table) => (after[nameNow(table)] ?? 0) < before[table]!)
  if (lost)
    throw new CannotStart(
      `The migration lost rows of ${lost}. Restore the file before-migration-*.db.`,
    )
  if (applied(db.$client).length !== journalOfMigrations().length)
    throw new CannotStart('A migration was skipped: migrations are out of order.')
  db.$client.pragma('foreign_keys = ON')
}

/** What a table of a record that has had so many migrations is called after the rest of them. */
const renamedSince = (done: number) => {
  const renames = journalOfMigrations()
    .slice(done)
    .flatMap(({ tag }) => [
      ...readFileSync(join(MIGRATIONS, `${tag}.sql`), 'utf8').matchAll(
        /ALTER TABLE `(?!__new_)(\w+)` RENAME TO `(\w+)`/g,
      ),
    ])
  return (table: string): string =>
    renames.reduce((name, [, from, to]) => (name === from ? to! : name), table)
}

const rowCounts = (db: Db): Record<string, number> => {
  const tables = db.$client
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db.$client.prepare(`select count(*) from "${table}"`).pluck().get() as number,
    ]),
  )
}

/**
 * A whole, checked copy under its final name or none at all: written beside it, verified, synced,
 * renamed (R22).
 */
export const copyTo = ({ $client: client }: Pick<Db, '$client'>, file: string): void => {
  const partial = `${file}.partial`
  const drop = (): void => {
    for (const each of [partial, `${partial}-journal`]) rmSync(each, { force: true })
  }
  drop()
  try {
    client.prepare('VACUUM INTO ?').run(partial)
    chmodSync(partial, 0o600)
    verify(partial)
    sync(partial, 'r+')
  } catch (error) {
    drop()
    throw error
  }
  renameSync(partial, file)
  // The new name is an entry of the folder: until that is on disk too, a power cut can take the
  // name back.
  sync(dirname(file), 'r')
}

const sync = (path: string, flags: string): void => {
  const handle = openSync(path, flags)
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Puts a backup in the place of a folder's record, for which no connection may be open. The old
 * file must be kept already.
 */
export const putInPlace = (backup: string, folder: string): void => {
  const file = databaseFile(folder)
  const client = openBackup(backup)
  try {
    // A log left by the old file would be replayed into the new one, so it goes before the name
    // changes hands.
    for (const log of [`${file}-wal`, `${file}-shm`]) rmSync(log, { force: true })
    copyTo({ $client: client }, file)
  } finally {
    client.close()
  }
}

/** Throws unless the file is a sound database of ours, made by this program or an older one. */
export const verifyBackup = (file: string): void => {
  verify(file)
  const client = openBackup(file)
  try {
    refuseNewer(client)
  } finally {
    client.close()
  }
}

const openBackup = (file: string): Database.Database => new Database(file, { readonly: true })

/** Throws unless the file is a sound database of ours. */
export const verify = (file: string): void => {
  if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
  let client: Database.Database | undefined
  try {
    client = openBackup(file)
    if (client.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new Error('integrity check failed')
    if ((client.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error('broken references')
    client.prepare('select count(*) from journal').get()
  } catch (error) {
    throw new CannotStart(
      `${file} is not a sound Round Table backup (${(error as Error).message}).`,
    )
  } finally {
    client?.close()
  }
}
