import { desc, eq } from 'drizzle-orm'
import type { UnrecordedSession } from '../../domain/evidence/unrecorded-session.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { isSentTwice, journaled, type By } from '../journal.ts'
import { unrecordedSessions } from '../schema/programmes.ts'

/** R16: sessions that are not recorded. What is not stored cannot be demanded or leaked. */
export const unrecordedSessionsStore = (db: Db) => ({
  ofProgramme: (programmeId: number): UnrecordedSession[] =>
    db
      .select()
      .from(unrecordedSessions)
      .where(eq(unrecordedSessions.programmeId, programmeId))
      .orderBy(unrecordedSessions.heldOn, unrecordedSessions.id)
      .all(),
  list: (): UnrecordedSession[] =>
    db
      .select()
      .from(unrecordedSessions)
      .orderBy(desc(unrecordedSessions.heldOn), desc(unrecordedSessions.id))
      .all(),
  find: (id: number): UnrecordedSession | undefined =>
    db.select().from(unrecordedSessions).where(eq(unrecordedSessions.id, id)).get(),
  /** Two in one month are two; one form sent twice is one. */
  record: (
    session: { heldOn: string; name: string; programmeId?: number | null },
    by: By,
  ): number => {
    const last = db
      .select()
      .from(unrecordedSessions)
      .orderBy(desc(unrecordedSessions.id))
      .limit(1)
      .get()
    if (
      last &&
      last.heldOn === session.heldOn &&
      last.name === session.name &&
      last.programmeId === (session.programmeId ?? null) &&
      isSentTwice(last, by)
    )
      return last.id
    return journaled(db, by, 'planned', 'session', () =>
      insert(db, unrecordedSessions, { ...session, personId: by.personId!, at: by.at }),
    )
  },
  recordCount: (id: number, count: { headCount: number; shared: string | null }, by: By): number =>
    journaled(db, by, 'counted', 'session', () => {
      db.update(unrecordedSessions).set(count).where(eq(unrecordedSessions.id, id)).run()
      return id
    }),
})
