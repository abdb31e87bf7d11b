import { and, desc, eq } from 'drizzle-orm'
import type { Concern, Joining } from '../../domain/concerns/concern.ts'
import type { When } from '../../domain/day.ts'
import { may } from '../../domain/may.ts'
import { isThereFor } from '../people/lists/seen.ts'
import type { KnownBy } from '../../domain/depth.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import type { Glances } from '../glance/glances.ts'
import { asAsked, preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, note, type By } from '../journal.ts'
import { merges, partings, priorities } from '../schema/concerns.ts'
import { takeOuts } from '../schema/minutes.ts'
import { knowersOfConcerns, loadConcerns } from './concern-rows.ts'
import { actionConcerns, actionMoves } from '../schema/actions.ts'
import { recordPassings } from './passings.ts'
import { recordRaised } from './raised.ts'

/** What residents raised: its words, who may know of it, and where it stands. */
export const concernsStore = (db: Db, glances: Glances) => ({
  ...readConcerns(db, glances),
  ...recordRaised(db),
  ...recordStanding(db),
  ...recordJoining(db),
  ...recordPassings(db),
})

const readConcerns = (db: Db, glances: Glances) => ({
  /** One concern, or undefined where this person may not know of it. */
  find: (id: number, who: Who): Concern | undefined =>
    isThereFor(db, 'concern', id, who)
      ? loadConcerns(db, [id]).find((concern) => may.see(who, concern))
      : undefined,
  /** All, oldest first, without the named matters this person is not on the list of. */
  list: (who: Who): Concern[] =>
    loadConcerns(db).filter((concern) => concern.takenOutAt === null && may.see(who, concern)),
  /** Those with these numbers that this person may know of, in the order of their numbers. */
  listOf: (ids: number[], who: Who): Concern[] =>
    asAsked(ids, loadConcerns(db, ids)).filter(
      (concern) => concern.takenOutAt === null && may.see(who, concern),
    ),
  /**
   * Those that came first before a round table, and those that it said something of. For what it
   * made of them: never handed to a page before its reader may see it.
   */
  prioritiesAt: ({ id, openedAt }: { id: number; openedAt: string | null }): Concern[] =>
    loadConcerns(db, priorityIds(db, id, openedAt ?? '9999')).filter(
      (concern) => concern.takenOutAt === null,
    ),
  /** The numbers of those that a table made a priority of, or not. */
  priorityIdsAt: (roundTableId: number): number[] =>
    db
      .selectDistinct({ id: priorities.concernId })
      .from(priorities)
      .where(eq(priorities.roundTableId, roundTableId))
      .all()
      .map((row) => row.id),
  /** What was ever joined to a concern, undone or not. */
  everJoinedTo: (id: number): number[] =>
    [merges, partings].flatMap((from) =>
      db
        .select({ id: from.concernId })
        .from(from)
        .where(eq(from.intoId, id))
        .all()
        .map((row) => row.id),
    ),
  /** With those taken out: what was ever written in private is never told. */
  everHeld: (): Concern[] =>
    loadConcerns(
      db,
      [...glances.concerns()].filter(({ depth }) => depth === 'named').map(({ id }) => id),
    ),
  /** With those taken out: never handed to a page. */
  everWritten: (): Concern[] => loadConcerns(db),
  /** For the numbered gaps of minutes and for the checks: never handed to a page. */
  listUnfiltered: (ids?: number[]): Concern[] =>
    ids ? loadConcerns(db, ids) : loadConcerns(db).filter((concern) => concern.takenOutAt === null),
  /** Who may know of each, for what hangs on it. */
  knowers: (ids: number[]): Map<number, KnownBy> => knowersOfConcerns(db, ids),
})

/** The last word of each before a table, and every word at it. */
const PRIORITIES = `
  select distinct concern_id from priorities p where round_table_id = :id
  or (agreed = 1 and at < :before and not exists (select 1 from priorities q
    where q.concern_id = p.concern_id and q.id > p.id and q.at < :before
    and q.round_table_id is not :id))
  order by concern_id`
const prioritiesOf = preparedOnce((db: Db) => db.$client.prepare(PRIORITIES).pluck())
const priorityIds = (db: Db, id: number, before: string): number[] =>
  prioritiesOf(db).all({ id, before }) as number[]

/** What was said last of it at this table is this: saying it again says nothing new. */
const isSaid = (
  db: Db,
  said: {
    concernId: number
    agreed: boolean
    roundTableId: number | null
    reason: string | null
    until: When | null
  },
): boolean => {
  const last = db
    .select()
    .from(priorities)
    .where(eq(priorities.concernId, said.concernId))
    .orderBy(desc(priorities.id))
    .limit(1)
    .get()
  return (
    last !== undefined &&
    last.agreed === said.agreed &&
    last.roundTableId === said.roundTableId &&
    last.reason === said.reason &&
    last.until === said.until
  )
}

/** What a round table makes of a concern: a priority, a part of another, or a mistake. */
const recordStanding = (db: Db) => ({
  recordTakingOut: (concernId: number, roundTableId: number, by: By) =>
    journaled(db, by, 'took out', 'concern', () => {
      insert(db, takeOuts, { concernId, roundTableId, personId: by.personId!, at: by.at })
      return concernId
    }),
  recordPriority: (
    concernId: number,
    agreed: boolean,
    roundTableId: number | null,
    by: By,
    reason: string | null = null,
    until: When | null = null,
  ) =>
    isSaid(db, { concernId, agreed, roundTableId, reason, until })
      ? concernId
      : journaled(db, by, agreed ? 'made a priority' : 'no longer a priority', 'concern', () => {
          insert(db, priorities, {
            concernId,
            agreed,
            roundTableId,
            reason,
            until,
            personId: by.personId!,
            at: by.at,
          })
          return concernId
        }),
})

/** Two concerns become one, and two again where that was a mistake. */
const recordJoining = (db: Db) => ({
  recordMerge: (concernId: number, intoId: number, by: By) =>
    journaled(db, by, 'merged', 'concern', () => {
      const joined = { intoId, personId: by.personId!, at: by.at }
      // What was written of a joining that was undone stands whole in its parting.
      db.insert(merges)
        .values({ concernId, ...joined })
        .onConflictDoUpdate({ target: merges.concernId, set: joined })
        .run()
      return concernId
    }),
  recordParting: (
    concernId: number,
    { joining, reason, actionIds }: { joining: Joining; reason: string; actionIds: number[] },
    by: By,
  ) =>
    journaled(db, by, 'taken apart', 'concern', () => {
      const who = { personId: by.personId!, at: by.at }
      const { intoId, personId: joinedById, at: joinedAt } = joining
      insert(db, partings, { concernId, intoId, joinedById, joinedAt, reason, ...who })
      for (const actionId of actionIds) {
        db.delete(actionConcerns)
          .where(and(eq(actionConcerns.actionId, actionId), eq(actionConcerns.concernId, intoId)))
          .run()
        db.insert(actionConcerns).values({ actionId, concernId }).onConflictDoNothing().run()
        insert(db, actionMoves, { actionId, fromId: intoId, toId: concernId, ...who })
        note(db, by, 'moved to another concern', 'action', actionId)
      }
      return concernId
    }),
})
