import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Concern, Raised } from '../../domain/concerns/concern.ts'
import type { Depth } from '../../domain/depth.ts'
import { may } from '../../domain/may.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import { group } from '../group.ts'
import { isSentTwice, journaled, note, type By } from '../journal.ts'
import { namedPeople } from '../schema/actions.ts'
import { concerns, concernWordings, merges, priorities, tableConcerns } from '../schema/concerns.ts'
import { takeOuts } from '../schema/minutes.ts'
import { roundTables } from '../schema/round-tables.ts'

// What the store's parts for publishing still import from here; nothing else does.
export { group } from '../group.ts'

export const concernsStore = (db: Db) => {
  const load = (ids?: number[]): Concern[] => {
    const rows = ids
      ? ids.length
        ? db.select().from(concerns).where(inArray(concerns.id, ids)).all()
        : []
      : db.select().from(concerns).all()
    const only = rows.map((row) => row.id)
    const few = only.length <= 200
    const wordings = group(
      few
        ? db
            .select()
            .from(concernWordings)
            .where(inArray(concernWordings.concernId, only))
            .orderBy(concernWordings.id)
            .all()
        : db.select().from(concernWordings).orderBy(concernWordings.id).all(),
      (row) => row.concernId,
    )
    const agreed = group(
      db
        .select()
        .from(priorities)
        .where(few ? inArray(priorities.concernId, only) : undefined)
        .orderBy(priorities.id)
        .all(),
      (row) => row.concernId,
    )
    const merged = db.select().from(merges).all()
    const lists = group(
      db
        .select()
        .from(namedPeople)
        .where(and(isNull(namedPeople.removedAt), isNotNull(namedPeople.concernId)))
        .all(),
      (row) => row.concernId!,
    )
    const splits = db
      .select({ id: concerns.id, splitFromId: concerns.splitFromId })
      .from(concerns)
      .where(isNotNull(concerns.splitFromId))
      .all()
    const takenOut = new Map(
      db
        .select()
        .from(takeOuts)
        .all()
        .map((row) => [row.concernId, row.at]),
    )
    return rows.map((row) => ({
      ...row,
      takenOutAt: takenOut.get(row.id) ?? null,
      list: (lists.get(row.id) ?? []).map((each) => each.personId),
      mergedIntoId: merged.find((each) => each.concernId === row.id)?.intoId ?? null,
      mergedAt: merged.find((each) => each.concernId === row.id)?.at ?? null,
      mergedIds: joinedTo(row.id, merged),
      splitIds: splits.filter((each) => each.splitFromId === row.id).map((each) => each.id),
      wordings: wordings.get(row.id) ?? [],
      priorities: agreed.get(row.id) ?? [],
    }))
  }
  const addToList = (concernId: number, personIds: number[], by: By) => {
    for (const personId of personIds) {
      db.insert(namedPeople)
        .values({ concernId, personId, addedById: by.personId!, at: by.at })
        .run()
      note(db, by, 'may now see', 'concern', concernId)
    }
  }
  return {
    /** One concern, or undefined where this person may not know of it. */
    find: (id: number, who: Who): Concern | undefined =>
      load([id]).find((concern) => may.see(who, concern)),
    /** All, oldest first, without the named matters this person is not on the list of. */
    list: (who: Who): Concern[] =>
      load().filter((concern) => concern.takenOutAt === null && may.see(who, concern)),
    /** For the numbered gaps of minutes and for the checks: never handed to a page. */
    /** With those taken out: what was ever written in private is never told. */
    everWritten: (): Concern[] => load(),
    listUnfiltered: (ids?: number[]): Concern[] =>
      ids ? load(ids) : load().filter((concern) => concern.takenOutAt === null),
    record: (
      raised: Raised,
      origin: { roundTableId: number | null; splitFromId: number | null },
      by: By,
    ): number => {
      const last = db
        .select()
        .from(concernWordings)
        .orderBy(desc(concernWordings.id))
        .limit(1)
        .get()
      const [same] =
        last && last.text === raised.text && isSentTwice(last, by) ? load([last.concernId]) : []
      if (
        same &&
        same.takenOutAt === null &&
        same.depth === raised.depth &&
        String(same.list) === String(raised.list) &&
        same.roundTableId === origin.roundTableId
      )
        return same.id
      return journaled(
        db,
        by,
        raised.depth === 'named' ? 'wrote down in private' : 'wrote down',
        'concern',
        () => {
          const { text, themeId, areaId, list, ...row } = raised
          const id = Number(
            db
              .insert(concerns)
              .values({ ...row, ...origin, createdAt: by.at })
              .run().lastInsertRowid,
          )
          db.insert(concernWordings)
            .values({ concernId: id, text, themeId, areaId, personId: by.personId!, at: by.at })
            .run()
          addToList(id, list, by)
          if (origin.roundTableId !== null && isUnfinished(db, origin.roundTableId))
            db.insert(tableConcerns)
              .values({
                roundTableId: origin.roundTableId,
                concernId: id,
                personId: by.personId!,
                at: by.at,
              })
              .run()
          return id
        },
      )
    },
    recordWording: (
      concernId: number,
      wording: {
        text: string
        themeId: number | null
        areaId: number | null
        reason: string | null
      },
      by: By,
    ) =>
      journaled(db, by, 'reworded', 'concern', () => {
        db.insert(concernWordings)
          .values({ concernId, ...wording, personId: by.personId!, at: by.at })
          .run()
        return concernId
      }),
    recordDepth: (
      concernId: number,
      matter: { depth: Depth; ground: string | null; list: number[] },
      by: By,
    ) =>
      journaled(
        db,
        by,
        matter.depth === 'named' ? 'held in private' : `set to ${matter.depth} depth`,
        'concern',
        () => {
          db.update(concerns)
            .set({ depth: matter.depth, ground: matter.depth === 'named' ? matter.ground : null })
            .where(eq(concerns.id, concernId))
            .run()
          db.update(namedPeople)
            .set({ removedAt: by.at })
            .where(eq(namedPeople.concernId, concernId))
            .run()
          addToList(concernId, matter.depth === 'named' ? matter.list : [], by)
          return concernId
        },
      ),
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
      journaled(db, by, agreed ? 'made a priority' : 'no longer a priority', 'concern', () => {
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
  }
}

/** A concern split off later gets no number in minutes that are finished (R5). */
const isUnfinished = (db: Db, roundTableId: number): boolean =>
  db
    .select({ finishedAt: roundTables.finishedAt })
    .from(roundTables)
    .where(eq(roundTables.id, roundTableId))
    .get()?.finishedAt === null

/** Every concern that was joined to this one, and to those, down to the last. */
const joinedTo = (id: number, merged: { concernId: number; intoId: number }[]): number[] =>
  merged
    .filter((each) => each.intoId === id)
    .flatMap((each) => [each.concernId, ...joinedTo(each.concernId, merged)])
