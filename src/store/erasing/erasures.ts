import { dirname } from 'node:path'
import type { Erasable, Goes } from '../../domain/people/erasing.ts'
import type { Db } from '../database.ts'
import { note, type By } from '../journal.ts'
import { forget, lastOfAll, onceWritten, write } from '../transactions.ts'
import { eraseAddress, lineOf, whatGoesOf } from './address.ts'
import { backIn, eraseBack, isAnyBack } from './back.ts'
import { eraseInCopies } from './copies.ts'
import { heldAbout } from './held.ts'
import { addToList, readList, type Line } from './list.ts'
import type { MattersSeen } from './places.ts'
import { madeAt, runSteps, whatGoes } from './steps.ts'
import { copiesWith, eraseWords, sentencesWith, type Sentence } from './words.ts'

/** Takes words out of the record for good: of someone who left, or of what a resident wrote (R29). */
export const erasuresStore = (db: Db, file: string) => ({
  heldAbout: (personId: number) => heldAbout(db, personId),
  whatGoes: (noun: Erasable, id: number): Goes[] => whatGoes(db.$client, noun, id),
  /** What stands under an address that somebody typed. */
  whatGoesOf: (address: string, messages: readonly number[], at: string): Goes[] =>
    whatGoesOf(db.$client, address.toLowerCase(), messages, at),
  /**
   * The words go, the row stays. It stands on the list that is kept apart just before it is
   * acknowledged, and older copies beside the record are rid of it too. Once is enough.
   */
  record: (noun: Erasable, id: number, by: By): void =>
    write(db, () => {
      if (whatGoes(db.$client, noun, id).length === 0) return
      const erasure = { noun, id, madeAt: madeAt(db.$client, noun, id)!, at: by.at }
      runSteps(db.$client, erasure)
      note(db, by, 'erased', noun, id)
      keepErased(db, dirname(file), erasure)
    }),
  /** Nobody's number is known here: the list holds a digest of the address, with a salt. */
  recordAddress: (typed: string, messages: readonly number[], by: By): void =>
    write(db, () => {
      const erasure = { address: typed.toLowerCase(), messages, at: by.at }
      eraseAddress(db.$client, erasure)
      note(db, by, 'erased', 'address', 0)
      keepErased(db, dirname(file), lineOf(erasure, atRiskAmong(db, messages)))
    }),
  /** What holds some words, in what someone may see. */
  sentencesWith: (typed: string, seen: MattersSeen): Sentence[] =>
    sentencesWith(db.$client, typed, seen),
  /** ... and what tells them in public. */
  copiesWith: (typed: string) => copiesWith(db.$client, typed),
  /** A name within sentences that others wrote: each that was chosen stays, without it. */
  recordWords: (
    typed: string,
    chosen: { seen: MattersSeen; keys: readonly string[] },
    by: By,
  ): void =>
    write(db, () => {
      const line = eraseWords(db.$client, typed, chosen, by.at)
      note(db, by, 'erased', 'words', 0)
      if (line) keepErased(db, dirname(file), line)
    }),
})

const atRiskAmong = (db: Db, messages: readonly number[]): number[] =>
  db.$client
    .prepare('select id from messages where at_risk = 1 and id in (select value from json_each(?))')
    .pluck()
    .all(JSON.stringify(messages)) as number[]

/** On the list as the last of the transaction; out of copies and of the log once that is on disk. */
const keepErased = (db: Db, folder: string, line: Line): void => {
  lastOfAll(db, () => addToList(folder, [line]))
  onceWritten(db, () => eraseInCopies(folder, [line]))
  forget(db)
}

/**
 * Erases again what must stay erased and came back, with a backup for instance, and finishes what was
 * cut short. It is done at each start, before anyone comes in.
 */
export const eraseAgain = (db: Db, folder: string): void => {
  const list = readList(folder)
  if (list.length === 0) return
  const back = backIn(db.$client, list)
  const { numbered, addresses, words } = back
  if (isAnyBack(back))
    write(db, () => {
      eraseBack(db.$client, back)
      const again = (at: string, noun: string, id: number): void =>
        note(db, { personId: null, at }, 'erased again', noun, id)
      // The line that follows words taken out says who had them go: a check of the chain looks there.
      for (const { at } of words) again(at, 'words', 0)
      for (const each of numbered) again(each.at, each.noun, each.id)
      for (const { at } of addresses) again(at, 'address', 0)
    })
  forget(db)
  eraseInCopies(folder, list)
}
