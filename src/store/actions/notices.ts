import { asc, desc, eq, isNull } from 'drizzle-orm'
import type { Frequency, Notice } from '../../domain/actions/notices.ts'
import type { Day } from '../../domain/day.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, note, type By } from '../journal.ts'
import { letterChoices, notices } from '../schema/letters.ts'
import { write } from '../transactions.ts'
import { theClock } from './clock.ts'
import { noticeLetters } from './notice-letters.ts'

export type NoticeRow = typeof notices.$inferSelect

/** Reasons to write to people about actions, each once, and the letters they go in. */
export const noticesStore = (db: Db) => ({
  ...theClock(db),
  ...noticeLetters(db),
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
      insert(db, letterChoices, { personId, frequency, at: by.at })
      return personId
    }),
})
