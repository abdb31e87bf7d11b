import Database from 'better-sqlite3'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { copyTo, openBackup } from '../copies.ts'
import { backIn, eraseBack, isAnyBack } from './back.ts'
import type { Db } from '../database.ts'
import { note } from '../journal.ts'
import { keepChain } from '../sealing/keep.ts'
import type { Line } from './list.ts'

/** Copies that the program keeps beside the record: from before a migration, or before a restore. */
const OURS = /^(?:before-migration-\d+|round-table\.(?:before-restore|damaged)-[^/]*)\.db$/
/** ... and what is left of one that was never whole. */
const PART = /\.db\.partial(?:-journal)?$/

/** One that cannot be opened and rid of the words any more is deleted: a promise stands above a copy. */
export const eraseInCopies = (folder: string, erasures: readonly Line[]): void => {
  for (const name of readdirSync(folder)) {
    const copy = join(folder, name)
    if (PART.test(name) && OURS.test(name.replace(PART, '.db'))) rmSync(copy, { force: true })
    if (!OURS.test(name)) continue
    try {
      eraseInCopy(copy, erasures)
    } catch {
      for (const each of [copy, `${copy}-wal`, `${copy}-shm`, `${copy}-journal`])
        rmSync(each, { force: true })
    }
  }
}

const eraseInCopy = (copy: string, erasures: readonly Line[]): void => {
  const client = new Database(copy)
  try {
    client.pragma('secure_delete = on')
    const back = backIn(client, erasures)
    const db = drizzle(client) as Db
    // A copy can be checked for itself: what is taken out of it has its links, and a line that says so.
    if (back.words.length > 0) keepChain(db)
    client.transaction(() => {
      eraseBack(client, back)
      for (const { at } of back.words) note(db, { personId: null, at }, 'erased again', 'words', 0)
    })()
    client.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    client.close()
  }
}

/**
 * Makes a plain backup anew without the words that were erased since; one that holds none of them is
 * left as it is. Whole under its name at every moment (R22). Throws where it cannot be opened, or
 * where there is no room.
 */
export const eraseInBackup = (file: string, erasures: readonly Line[]): void => {
  const client = openBackup(file)
  try {
    if (isAnyBack(backIn(client, erasures)))
      copyTo({ $client: client }, file, (partial) => eraseInCopy(partial, erasures))
  } finally {
    client.close()
  }
}
