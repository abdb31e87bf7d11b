import { desc, eq, sql } from 'drizzle-orm'
import type { Status } from '../../domain/actions/action.ts'
import type { When } from '../../domain/day.ts'
import type { Db } from '../database.ts'
import { given, preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { isSentTwice, journaled, type By } from '../journal.ts'
import { acceptances, heldUpdates, takeBacks, updates } from '../schema/actions.ts'
import { endPhotosOf, insertPhotos, type NewPhoto } from './photos.ts'

export interface Said {
  status: Status
  text: string
  waitingFor: string | null
  on: When | null
}
export interface SaidBy {
  organisationId: number | null
  seatId: number | null
  roundTableId: number | null
}

/** What comes with an update, and what it waits for. */
interface Beside {
  waitsForId?: number | null
  photos?: NewPhoto[]
}

/** What owners say: how it goes with an action, and whether they take it on. */
export const recordReports = (db: Db) => ({
  /** With its photos, and the seat that has to release it; none where it counts at once. */
  recordUpdate: (
    id: number,
    said: Said,
    from: SaidBy,
    by: By,
    { waitsForId = null, photos = [] }: Beside = {},
  ): number =>
    saidTwice(db, id, said, from, by)
      ? id
      : journaled(db, by, 'reported on', 'action', () => {
          const updateId = insertUpdate(db, id, said, from, by)
          insertPhotos(db, updateId, photos, by)
          if (waitsForId !== null) insert(db, heldUpdates, { updateId, seatId: waitsForId })
          return id
        }),
  recordTakingBack: (id: number, updateId: number, by: By) =>
    journaled(db, by, 'took back an update on', 'action', () => {
      insert(db, takeBacks, { updateId, personId: by.personId!, at: by.at })
      endPhotosOf(db, updateId, by.at)
      return id
    }),
  recordAnswer: (
    id: number,
    termsId: number,
    answer: { accepted: boolean; words: string | null; organisationId: number },
    by: By,
  ) =>
    journaled(db, by, answer.accepted ? 'accepted' : 'declined', 'action', () => {
      insert(db, acceptances, { termsId, ...answer, personId: by.personId!, at: by.at })
      return id
    }),
})

/** The same words once more, unless they were taken back meanwhile. */
const saidTwice = (db: Db, id: number, said: Said, from: SaidBy, by: By): boolean => {
  const last = statementsOf(db).last.get({ actionId: id })
  const same =
    last &&
    last.text === said.text &&
    last.status === said.status &&
    last.on === said.on &&
    last.waitingFor === said.waitingFor &&
    last.seatId === from.seatId
  if (!same) return false
  return !statementsOf(db).taken.get({ updateId: last.id }) && isSentTwice(last, by)
}

/** A row of what was said, within a transaction that is open already. */
export const insertUpdate = (db: Db, actionId: number, said: Said, from: SaidBy, by: By): number =>
  insert(db, updates, { actionId, ...said, ...from, personId: by.personId!, at: by.at })

const statementsOf = preparedOnce((db: Db) => ({
  last: db
    .select()
    .from(updates)
    .where(eq(updates.actionId, given('actionId')))
    .orderBy(desc(updates.id))
    .prepare(),
  taken: db
    .select({ id: takeBacks.updateId })
    .from(takeBacks)
    .where(eq(takeBacks.updateId, sql.placeholder('updateId')))
    .prepare(),
}))
