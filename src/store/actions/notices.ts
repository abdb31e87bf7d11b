import { write } from '../transactions.ts'
import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { dayOf, type Day } from '../../domain/day.ts'
import type { Frequency, Notice } from '../../domain/actions/notices.ts'
import { type Db } from '../database.ts'
import { journaled, note, type By } from '../journal.ts'
import { letterChoices, letters, notices } from '../schema/letters.ts'
import { settings } from '../schema/settings.ts'

export type NoticeRow = typeof notices.$inferSelect

/** Reasons to write to people about actions, each once, and the letters they go in. */
export const noticesStore = (db: Db) => ({
  /** The London days the clock ran for: the first, and the last. */
  clock: (): { since: Day; last: Day } | undefined => {
    const rows = db
      .select()
      .from(settings)
      .where(eq(settings.name, 'clock'))
      .orderBy(asc(settings.id))
      .all()
    return rows.length === 0 ? undefined : { since: rows[0]!.value, last: rows.at(-1)!.value }
  },
  recordClock: (day: Day, at: string): void =>
    write(db, () => {
      db.insert(settings).values({ name: 'clock', value: day, at }).run()
      note(db, { personId: null, at }, 'counted the days up to', 'clock', day)
    }),
  /** Writes down what is not written down already. @returns how many were new. */
  record: (wanted: Notice[], on: Day, by: By): number =>
    write(db, () => {
      let fresh = 0
      for (const each of wanted) {
        const { changes, lastInsertRowid } = db
          .insert(notices)
          .values({ ...each, on })
          .onConflictDoNothing()
          .run()
        if (changes === 0) continue
        fresh += 1
        note(db, by, 'will write about', 'notice', Number(lastInsertRowid))
      }
      return fresh
    }),
  /** Those that stand in no letter yet. */
  waiting: (): NoticeRow[] =>
    db.select().from(notices).where(isNull(notices.letterId)).orderBy(asc(notices.id)).all(),
  inLetter: (letterId: number): NoticeRow[] =>
    db.select().from(notices).where(eq(notices.letterId, letterId)).orderBy(asc(notices.id)).all(),
  /** One letter with all that waits for a person. It is a row before it is anything else (R22). */
  recordLetter: (personId: number, rows: NoticeRow[], tryAt: string, by: By): number =>
    journaled(db, by, 'wrote', 'letter', () => {
      const id = Number(
        db
          .insert(letters)
          .values({
            kind: 'actions',
            personId,
            messageId: `<${randomUUID()}@round-table>`,
            sentById: by.personId,
            at: by.at,
            tryAt,
          })
          .run().lastInsertRowid,
      )
      for (const row of rows)
        db.update(notices).set({ letterId: id }).where(eq(notices.id, row.id)).run()
      return id
    }),
  /**
   * What a letter left out, since it was dealt with before it went, waits again: it may come back
   * as it was.
   */
  putBack: (letterId: number, rows: NoticeRow[], by: By): void =>
    write(db, () => {
      for (const row of rows)
        db.update(notices).set({ letterId: null }).where(eq(notices.id, row.id)).run()
      if (rows.length > 0) note(db, by, 'left something out of', 'letter', letterId)
    }),
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
  frequencyOf: (personId: number): Frequency =>
    db
      .select()
      .from(letterChoices)
      .where(eq(letterChoices.personId, personId))
      .orderBy(desc(letterChoices.id))
      .limit(1)
      .get()?.frequency ?? 'daily',
  recordFrequency: (personId: number, frequency: Frequency, by: By): number =>
    journaled(db, by, 'chose how often to be written to', 'person', () => {
      db.insert(letterChoices).values({ personId, frequency, at: by.at }).run()
      return personId
    }),
})
