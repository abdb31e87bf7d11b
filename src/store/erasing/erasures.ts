import { dirname } from 'node:path'
import type { Erasable, Goes } from '../../domain/people/erasing.ts'
import type { Db } from '../database.ts'
import { note, type By } from '../journal.ts'
import { eraseInCopies, isBack } from './copies.ts'
import { forget, lastOfAll, onceWritten, write } from '../transactions.ts'
import { heldAbout } from './held.ts'
import { addToList, readList } from './list.ts'
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
