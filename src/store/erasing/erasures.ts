import Database from 'better-sqlite3'
import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Erasable, Goes } from '../../domain/people/erasing.ts'
import type { Db } from '../database.ts'
import { note, type By } from '../journal.ts'
import { forget, lastOfAll, onceWritten, write } from '../transactions.ts'
import { heldAbout } from './held.ts'
import { addToList, readList, type Erasure } from './list.ts'
import { madeAt, runSteps, whatGoes } from './steps.ts'

/** Takes words out of the record for good: of someone who left, or of what a resident wrote (R29). */
export const erasuresStore = (db: Db, file: string) => ({
  heldAbout: (personId: number) => heldAbout(db, personId),
  whatGoes: (noun: Erasable, id: number): Goes[] => whatGoes(db.$client, noun, id),
  /**
   * The words go, the row stays. It stands on the list that is kept apart just before it is
   * acknowledged, and older copies beside the record are rid of it too. Once is enough.
   */
  record: (noun: Erasable, id: number, by: By): void => {
    const folder = dirname(file)
    write(db, () => {
      if (whatGoes(db.$client, noun, id).length === 0) return
      const erasure = { noun, id, madeAt: madeAt(db.$client, noun, id)!, at: by.at }
      runSteps(db.$client, erasure)
      note(db, by, 'erased', noun, id)
      lastOfAll(db, () => addToList(folder, [erasure]))
      onceWritten(db, () => eraseInCopies(folder, [erasure]))
      forget(db)
    })
  },
})

/**
 * Erases again what must stay erased and came back, with a backup for instance, and finishes what was
 * cut short. It is done at each start, before anyone comes in.
 */
export const eraseAgain = (db: Db, folder: string): void => {
  const list = readList(folder)
  if (list.length === 0) return
  const back = list.filter((each) => isBack(db.$client, each))
  if (back.length > 0)
    write(db, () => {
      for (const each of back) {
        runSteps(db.$client, each)
        note(db, { personId: null, at: each.at }, 'erased again', each.noun, each.id)
      }
    })
  forget(db)
  eraseInCopies(folder, list)
}

/** The same record, by its number and by when it was made, with words that were to go. */
const isBack = (client: Database.Database, { noun, id, madeAt: made }: Erasure): boolean =>
  madeAt(client, noun, id) === made && whatGoes(client, noun, id).length > 0

/** Copies that the program keeps beside the record: from before a migration, or before a restore. */
const OURS = /^(?:before-migration-\d+|round-table\.(?:before-restore|damaged)-[^/]*)\.db$/
/** ... and what is left of one that was never whole. */
const PART = /\.db\.partial(?:-journal)?$/

/** One that cannot be opened and rid of the words any more is deleted: a promise stands above a copy. */
const eraseInCopies = (folder: string, erasures: readonly Erasure[]): void => {
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

const eraseInCopy = (copy: string, erasures: readonly Erasure[]): void => {
  const client = new Database(copy)
  try {
    client.pragma('secure_delete = on')
    const back = erasures.filter((each) => isBack(client, each))
    client.transaction(() => {
      for (const each of back) runSteps(client, each)
    })()
    client.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    client.close()
  }
}
