import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { CannotStart } from './cannot-start.ts'
import { databaseFile, ownedFile, prepareFolder } from './folder.ts'
import { migrateWithGuard, refuseNewer } from './migrations.ts'
import { keepChain } from './sealing/keep.ts'
import { bindToKey } from './secrets/bound.ts'
import { keyOf } from './secrets/key-file.ts'

export type Db = BetterSQLite3Database & { $client: Database.Database }

/**
 * Set on every connection, and read back by a test. `synchronous` 2 is FULL: what is acknowledged
 * is on disk (R22). `temp_store` 2 is MEMORY: what a verb may have to undo within a transaction, and
 * rows that are put in order, are never written into a file beside the record.
 */
export const SETTINGS = {
  busy_timeout: 5000,
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  recursive_triggers: 1,
  temp_store: 2,
} as const

const OLDEST_SQLITE = '3.51.3'

/**
 * Opens the record in a folder, refusing with one plain line whatever would put it at risk.
 * @param isSound it is as this process left it: then it is not read from end to end again.
 */
export const openDatabase = (folder: string, isSound = false): Db => {
  prepareFolder(folder)
  const file = databaseFile(folder)
  refuseEmpty(file)
  ownedFile(file)
  const db = connect(file)
  return orClosed(db, () => {
    refuseOldSqlite(db)
    if (!isSound) refuseCorrupt(db, file)
    refuseNewer(db.$client)
    migrateWithGuard(db.$client, folder)
    keepChain(db)
    bindToKey(db, keyOf(folder))
    // What the check has read from end to end is not needed again.
    db.$client.pragma('shrink_memory')
    return db
  })
}

/** What is refused is let go of: the process may go on, and a backup be put in its place. */
export const orClosed = <T>(db: Db, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    db.$client.close()
    throw error
  }
}

/** A connection with our settings and no checks: for commands that run beside the server. */
export const connect = (file: string): Db => {
  let client: Database.Database | undefined
  try {
    client = new Database(file)
    for (const [name, value] of Object.entries(SETTINGS)) client.pragma(`${name} = ${value}`)
    return drizzle(client) as Db
  } catch (error) {
    client?.close()
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
    keepChain(db)
  } catch (error) {
    db.$client.close()
    throw error instanceof CannotStart
      ? error
      : new CannotStart(`The database ${file} is damaged (${(error as Error).message}).`)
  }
  return db
}

/** What a copy that went wrong leaves behind is no new partnership. */
const refuseEmpty = (file: string): void => {
  if (existsSync(file) && statSync(file).size === 0 && !existsSync(`${file}-wal`))
    throw new CannotStart(
      `The database ${file} is an empty file. Restore a backup: npm run restore -- FILE. ` +
        'If nothing was ever kept here, delete the file and start again.',
    )
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
