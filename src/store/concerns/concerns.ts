import { desc, eq } from 'drizzle-orm'
import type { Concern } from '../../domain/concerns/concern.ts'
import { may } from '../../domain/may.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import { journaled, type By } from '../journal.ts'
import { merges, priorities } from '../schema/concerns.ts'
import { takeOuts } from '../schema/minutes.ts'
import { loadConcerns } from './concern-rows.ts'
import { recordRaised } from './raised.ts'

/** What residents raised: its words, who may know of it, and where it stands. */
export const concernsStore = (db: Db) => ({
  ...readConcerns(db),
  ...recordRaised(db),
  ...recordStanding(db),
})

const readConcerns = (db: Db) => ({
  /** One concern, or undefined where this person may not know of it. */
  find: (id: number, who: Who): Concern | undefined =>
    loadConcerns(db, [id]).find((concern) => may.see(who, concern)),
  /** All, oldest first, without the named matters this person is not on the list of. */
  list: (who: Who): Concern[] =>
    loadConcerns(db).filter((concern) => concern.takenOutAt === null && may.see(who, concern)),
  /** With those taken out: what was ever written in private is never told. */
  everWritten: (): Concern[] => loadConcerns(db),
  /** For the numbered gaps of minutes and for the checks: never handed to a page. */
  listUnfiltered: (ids?: number[]): Concern[] =>
    ids ? loadConcerns(db, ids) : loadConcerns(db).filter((concern) => concern.takenOutAt === null),
})

/** What was said last of it at this table is this: saying it again says nothing new. */
const isSaid = (
  db: Db,
  said: { concernId: number; agreed: boolean; roundTableId: number | null; reason: string | null },
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
    last.reason === said.reason
  )
}

/** What a round table makes of a concern: a priority, a part of another, or a mistake. */
const recordStanding = (db: Db) => ({
  recordTakingOut: (concernId: number, roundTableId: number, by: By) =>
    journaled(db, by, 'took out', 'concern', () => {
      db.insert(takeOuts)
        .values({ concernId, roundTableId, personId: by.personId!, at: by.at })
        .run()
      return concernId
    }),
  recordPriority: (
    concernId: number,
    agreed: boolean,
    roundTableId: number | null,
    by: By,
    reason: string | null = null,
  ) =>
    isSaid(db, { concernId, agreed, roundTableId, reason })
      ? concernId
      : journaled(db, by, agreed ? 'made a priority' : 'no longer a priority', 'concern', () => {
          db.insert(priorities)
            .values({ concernId, agreed, roundTableId, reason, personId: by.personId!, at: by.at })
            .run()
          return concernId
        }),
  recordMerge: (concernId: number, intoId: number, by: By) =>
    journaled(db, by, 'merged', 'concern', () => {
      db.insert(merges).values({ concernId, intoId, personId: by.personId!, at: by.at }).run()
      return concernId
    }),
})
