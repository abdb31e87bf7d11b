import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { dayOf, type Day } from '../../domain/day.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { letters, notices } from '../schema/letters.ts'

type Row = typeof notices.$inferSelect

/** The letters that notices go in: at most one is on its way to a person. */
export const noticeLetters = (db: Db) => ({
  /** One letter with all that waits for a person. It is a row before it is anything else (R22). */
  recordLetter: (personId: number, rows: Row[], tryAt: string, by: By): number =>
    writeLetter(db, personId, rows, tryAt, by),
  /** The last day a letter went to someone; one that had nothing left to say is none. */
  lastLetterOn: (personId: number): Day | null => {
    const last = db
      .select({ at: letters.postedAt })
      .from(letters)
      .where(
        and(
          eq(letters.kind, 'actions'),
          eq(letters.personId, personId),
          isNotNull(letters.postedAt),
          isNull(letters.fault),
        ),
      )
      .orderBy(desc(letters.postedAt))
      .limit(1)
      .get()
    return last ? dayOf(last.at!) : null
  },
  /**
   * Someone has a letter that is on its way, so that what comes up meanwhile waits for the next
   * (held ones hold up no other).
   */
  isOnItsWay: (personId: number): boolean =>
    db
      .select({ id: letters.id })
      .from(letters)
      .where(
        and(
          eq(letters.kind, 'actions'),
          eq(letters.personId, personId),
          isNull(letters.postedAt),
          isNull(letters.heldAt),
        ),
      )
      .limit(1)
      .get() !== undefined,
})

const writeLetter = (db: Db, personId: number, rows: Row[], tryAt: string, by: By): number =>
  journaled(db, by, 'wrote', 'letter', () => {
    const id = insert(db, letters, {
      kind: 'actions',
      personId,
      messageId: `<${randomUUID()}@round-table.localhost>`,
      sentById: by.personId,
      at: by.at,
      tryAt,
    })
    for (const row of rows)
      db.update(notices).set({ letterId: id }).where(eq(notices.id, row.id)).run()
    return id
  })
