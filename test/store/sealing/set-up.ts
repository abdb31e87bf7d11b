import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { openDatabase } from '../../../src/store/database.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { checkRecord } from '../../../src/store/sealing/check.ts'
import { busyRecord } from './busy-record.ts'
import { openForTampering } from './tamper.ts'

interface Ends {
  teardown: (fn: () => unknown) => unknown
}

export const folderOf = (t: Ends): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sealing-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const made = new Map<string, string>()

/** A folder with a busy record in it: made once, and copied. */
export const busyFolder = (t: Ends, from: 'people' | 'sample' = 'people'): string => {
  const [folder, there] = [folderOf(t), made.get(from)]
  if (there) copyFileSync(there, databaseFile(folder))
  else {
    const first = mkdtempSync(join(tmpdir(), 'sealing-'))
    process.on('exit', () => rmSync(first, { recursive: true, force: true }))
    busyRecord(first, from)
    made.set(from, databaseFile(first))
    copyFileSync(databaseFile(first), databaseFile(folder))
  }
  return folder
}

/** What the check says of a folder's record, and of a seal where one is given. */
export const checked = (folder: string, seal: string | null = null) =>
  checkRecord(databaseFile(folder), seal)

/** What does not fit after the owner of the machine has had a hand in it. */
export const faultsAfter = (folder: string, change: (db: Database.Database) => void) => {
  const db = openForTampering(databaseFile(folder))
  change(db)
  db.close()
  return checked(folder).faults.map(({ is, table, row }) => ({ is, table, row }))
}

/** The connection that the program itself writes through. */
export const openArmed = (folder: string): Database.Database => openDatabase(folder).$client

/** All that lies in a folder. */
export const filesOf = (folder: string): Buffer[] =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name)))
