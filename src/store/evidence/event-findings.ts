import { eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { findingConcerns, findings } from '../schema/events.ts'

/** What an event found, and the concerns that were made of it. */
export const recordFindings = (db: Db) => ({
  recordFinding: (id: number, text: string, by: By): number =>
    journaled(db, by, 'wrote a finding of', 'event', () => {
      insert(db, findings, { eventId: id, text, personId: by.personId!, at: by.at })
      return id
    }),
  endFinding: (id: number, findingId: number, by: By): number =>
    journaled(db, by, 'took out a finding of', 'event', () => {
      db.update(findings).set({ endedAt: by.at }).where(eq(findings.id, findingId)).run()
      return id
    }),
  recordFindingConcern: (id: number, findingId: number, concernId: number, by: By): number =>
    journaled(db, by, 'made a concern of a finding of', 'event', () => {
      db.insert(findingConcerns)
        .values({ findingId, concernId, personId: by.personId!, at: by.at })
        .onConflictDoNothing()
        .run()
      return id
    }),
})
