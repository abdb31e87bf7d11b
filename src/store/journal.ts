import { write } from './transactions.ts'
import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { type Db } from './database.ts'
import { calledAt } from '../domain/people/seat.ts'
import { group } from './group.ts'
import { insert } from './insert.ts'
import { people, personNames } from './schema/people.ts'
import { journal } from './schema/settings.ts'

/** Who acts, and when: handed to every verb of the store that writes. */
export interface By {
  personId: number | null
  at: string
}

/**
 * Runs a change and its line in the journal as one transaction. The work answers the id of the
 * record it touched.
 */
export const journaled = <T extends number | string>(
  db: Db,
  by: By,
  verb: string,
  noun: string,
  work: () => T,
): T =>
  write(db, () => {
    const id = work()
    note(db, by, verb, noun, id)
    return id
  })

/** One more line within a transaction that is open already. */
export const note = (db: Db, by: By, verb: string, noun: string, nounId: number | string): void => {
  insert(db, journal, { at: by.at, personId: by.personId, verb, noun, nounId: String(nounId) })
}

const TWICE_MS = 10_000

/**
 * The same words by the same person within ten seconds are one form sent twice: a second Enter, a
 * double tap, a slow line.
 */
export const isSentTwice = (last: { personId: number; at: string }, by: By): boolean =>
  last.personId === by.personId && Math.abs(Date.parse(by.at) - Date.parse(last.at)) < TWICE_MS

const lastId = (db: Db): number => {
  const last = db.select({ id: journal.id }).from(journal).orderBy(desc(journal.id)).limit(1)
  return last.get()?.id ?? 0
}

export const journalStore = (db: Db) => ({
  /** Newest first, a page of `size` lines, with the names that people had then (R5). */
  list: (page: number, size = 100) => {
    const former = group(db.select().from(personNames).all(), (row) => row.personId)
    return db
      .select({
        id: journal.id,
        at: journal.at,
        name: people.name,
        personId: journal.personId,
        verb: journal.verb,
        noun: journal.noun,
        nounId: journal.nounId,
      })
      .from(journal)
      .leftJoin(people, eq(people.id, journal.personId))
      .orderBy(desc(journal.id))
      .limit(size)
      .offset((page - 1) * size)
      .all()
      .map(({ personId, ...line }) => ({
        ...line,
        name: calledAt(former.get(personId ?? 0) ?? [], line.at)?.name ?? line.name,
      }))
  },
  history: (noun: string, nounId: number | string) =>
    db
      .select()
      .from(journal)
      .where(eq(journal.noun, noun))
      .all()
      .filter((line) => line.nounId === String(nounId)),
  /** The last line: what has been seen up to now. */
  lastId: (): number => lastId(db),
  /**
   * What was changed since a line, oldest first, and the last of it where that is much. Looks are no
   * change.
   */
  since: (id: number) =>
    db
      .select()
      .from(journal)
      .where(and(gt(journal.id, id), ne(journal.verb, 'looked at')))
      .orderBy(desc(journal.id))
      .limit(500)
      .all()
      .toReversed(),
  /** Lines are only added, and each has the next number: nobody goes through all of them. */
  count: (): number => lastId(db),
  /** A backup is known by the moment that it holds. */
  recordBackup: (by: By, verb: 'asked for' | 'took', backupAt: string) =>
    write(db, () => note(db, by, verb, 'backup', backupAt)),
  /** R11: a look at a named matter. If it cannot be written it throws, and nothing is shown. */
  recordLook: (by: By, noun: string, nounId: number) =>
    write(db, () => note(db, by, 'looked at', noun, nounId)),
})
