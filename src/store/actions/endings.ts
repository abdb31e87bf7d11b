import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { closings, reopenings } from '../schema/actions.ts'
import { takeOuts } from '../schema/minutes.ts'

/** How an action ends: closed, opened again, or taken out. */
export const recordEnds = (db: Db) => ({
  /** Taken out by the table that wrote it down by mistake. The row stays, and the journal. */
  recordTakingOut: (id: number, roundTableId: number, by: By) =>
    journaled(db, by, 'took out', 'action', () => {
      insert(db, takeOuts, { actionId: id, roundTableId, personId: by.personId!, at: by.at })
      return id
    }),
  recordClosing: (id: number, roundTableId: number | null, by: By) =>
    journaled(db, by, 'closed', 'action', () => {
      insert(db, closings, { actionId: id, roundTableId, personId: by.personId!, at: by.at })
      return id
    }),
  recordReopening: (id: number, closingId: number, reason: string, by: By) =>
    journaled(db, by, 'reopened', 'action', () => {
      insert(db, reopenings, { closingId, reason, personId: by.personId!, at: by.at })
      return id
    }),
})
