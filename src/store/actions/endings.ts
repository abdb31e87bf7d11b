import type { Db } from '../database.ts'
import { journaled, type By } from '../journal.ts'
import { closings, reopenings } from '../schema/actions.ts'
import { takeOuts } from '../schema/minutes.ts'

/** How an action ends: closed, opened again, or taken out. */
export const recordEnds = (db: Db) => ({
  /** Taken out by the table that wrote it down by mistake. The row stays, and the journal. */
  recordTakingOut: (id: number, roundTableId: number, by: By) =>
    journaled(db, by, 'took out', 'action', () => {
      db.insert(takeOuts)
        .values({ actionId: id, roundTableId, personId: by.personId!, at: by.at })
        .run()
      return id
    }),
  recordClosing: (id: number, roundTableId: number | null, by: By) =>
    journaled(db, by, 'closed', 'action', () => {
      db.insert(closings)
        .values({ actionId: id, roundTableId, personId: by.personId!, at: by.at })
        .run()
      return id
    }),
  recordReopening: (id: number, closingId: number, reason: string, by: By) =>
    journaled(db, by, 'reopened', 'action', () => {
      db.insert(reopenings).values({ closingId, reason, personId: by.personId!, at: by.at }).run()
      return id
    }),
})
