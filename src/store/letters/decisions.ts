import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { letterDecisions, letters, returnedLetters } from '../schema/letters.ts'

type Verb = (typeof letterDecisions.$inferSelect)['verb']
export type LetterDecision = typeof letterDecisions.$inferSelect

/** The fate of a letter that a coordinator stopped. */
export const STOPPED = 'stopped'

/** What a coordinator decides about a letter before it goes, or once it came back: a row each time. */
export const letterDecisionsOf = (db: Db) => {
  const decided = (id: number, verb: Verb, reason: string, by: By, work: () => void): number =>
    journaled(db, by, verb, 'letter', () => {
      insert(db, letterDecisions, { letterId: id, verb, reason, personId: by.personId!, at: by.at })
      work()
      return id
    })
  return {
    decisionsOn: (letterIds: number[]): LetterDecision[] =>
      db
        .select()
        .from(letterDecisions)
        .where(inArray(letterDecisions.letterId, letterIds))
        .orderBy(asc(letterDecisions.id))
        .all(),
    /** Held back until someone lets it go: it has not been posted yet. */
    hold: (id: number, reason: string, by: By): number =>
      decided(id, 'held', reason, by, () => {
        db.update(letters)
          .set({ heldAt: by.at, heldById: by.personId, tryAt: endsBy(by.at) })
          .where(and(eq(letters.id, id), isNull(letters.postedAt)))
          .run()
      }),
    letGo: (id: number, by: By): number =>
      decided(id, 'let go', '', by, () => {
        db.update(letters)
          .set({ heldAt: null, heldById: null, tryAt: goesAt(db, id, by.at) })
          .where(eq(letters.id, id))
          .run()
      }),
    /** For good: what it tells is not written again by itself. */
    stop: (id: number, reason: string, by: By): number =>
      decided(id, 'stopped', reason, by, () => {
        db.update(letters)
          .set({ postedAt: by.at, fault: STOPPED, tryAt: endsBy(by.at) })
          .where(and(eq(letters.id, id), isNull(letters.postedAt)))
          .run()
      }),
    /** One that came back goes once more, as things stand then, under a name of its own. */
    sendAgain: (id: number, by: By): number =>
      decided(id, 'sent again', '', by, () => {
        goesAnew(db, id, by)
      }),
  }
}

/**
 * Letters with news tell up to their instant: one that is held or stopped tells nothing of what came
 * later, so that the next one can.
 */
const endsBy = (at: string) =>
  sql`case when ${letters.kind} = 'news' then min(${letters.tryAt}, ${at}) else ${letters.tryAt} end`

/** Now; with its own news alone where a later letter told the rest. */
const goesAt = (db: Db, id: number, at: string): string => {
  const row = db.select().from(letters).where(eq(letters.id, id)).get()!
  const isLast =
    row.kind !== 'news' ||
    db
      .select()
      .from(letters)
      .where(
        and(eq(letters.kind, 'news'), eq(letters.followerId, row.followerId!), gt(letters.id, id)),
      )
      .get() === undefined
  return isLast ? at : row.tryAt
}

const goesAnew = (db: Db, id: number, by: By): void => {
  db.update(letters)
    .set({
      messageId: `<${randomUUID()}@round-table.localhost>`,
      tries: 0,
      tryAt: goesAt(db, id, by.at),
      postedAt: null,
      fault: null,
      heldAt: null,
      heldById: null,
    })
    .where(eq(letters.id, id))
    .run()
  db.update(returnedLetters)
    .set({ settledAt: by.at, settledById: by.personId })
    .where(and(eq(returnedLetters.letterId, id), isNull(returnedLetters.settledAt)))
    .run()
}
