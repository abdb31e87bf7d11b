import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { guestAnswers } from '../schema/planning.ts'
import { minuteReaders } from '../schema/round-tables.ts'

export type Reader = typeof minuteReaders.$inferSelect

/** Readers of minutes who have no account. */
export const minuteReadersOf = (db: Db) => ({
  readers: (roundTableId: number): Reader[] =>
    db
      .select()
      .from(minuteReaders)
      .where(and(eq(minuteReaders.roundTableId, roundTableId), isNull(minuteReaders.endedAt)))
      .orderBy(asc(minuteReaders.id))
      .all(),
  findReader: (id: number): Reader | undefined =>
    db.select().from(minuteReaders).where(eq(minuteReaders.id, id)).get(),
  recordReader: (
    reader: {
      roundTableId: number
      role: string
      email: string
      depth: 'public' | 'table'
      organisationId?: number | null
    },
    by: By,
  ): number =>
    journaled(db, by, 'added', 'reader of minutes', () =>
      insert(db, minuteReaders, { ...reader, personId: by.personId!, at: by.at }),
    ),
  endReader: (id: number, by: By): number =>
    journaled(db, by, 'ended', 'reader of minutes', () => {
      db.update(minuteReaders)
        .set({ endedAt: by.at, email: '' })
        .where(eq(minuteReaders.id, id))
        .run()
      db.update(guestAnswers).set({ standIn: null }).where(eq(guestAnswers.readerId, id)).run()
      return id
    }),
})
