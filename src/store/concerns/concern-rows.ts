import { and, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Concern } from '../../domain/concerns/concern.ts'
import type { Db } from '../database.ts'
import { group } from '../group.ts'
import { namedPeople } from '../schema/actions.ts'
import { concerns, concernWordings, merges, priorities } from '../schema/concerns.ts'
import { takeOuts } from '../schema/minutes.ts'

/** As many rows as are asked for by their ids; more are read with their whole table. */
const FEW = 200

/** All, or those with these ids. */
export const loadConcerns = (db: Db, ids?: number[]): Concern[] => {
  const rows = ids
    ? ids.length
      ? db.select().from(concerns).where(inArray(concerns.id, ids)).all()
      : []
    : db.select().from(concerns).all()
  const only = rows.map((row) => row.id)
  const wordings = wordingsOf(db, only)
  const agreed = prioritiesOf(db, only)
  const merged = db.select().from(merges).all()
  const lists = listsOf(db)
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

const wordingsOf = (db: Db, only: number[]) =>
  group(
    only.length <= FEW
      ? db
          .select()
          .from(concernWordings)
          .where(inArray(concernWordings.concernId, only))
          .orderBy(concernWordings.id)
          .all()
      : db.select().from(concernWordings).orderBy(concernWordings.id).all(),
    (row) => row.concernId,
  )

const prioritiesOf = (db: Db, only: number[]) =>
  group(
    db
      .select()
      .from(priorities)
      .where(only.length <= FEW ? inArray(priorities.concernId, only) : undefined)
      .orderBy(priorities.id)
      .all(),
    (row) => row.concernId,
  )

const listsOf = (db: Db) =>
  group(
    db
      .select()
      .from(namedPeople)
      .where(and(isNull(namedPeople.removedAt), isNotNull(namedPeople.concernId)))
      .all(),
    (row) => row.concernId!,
  )

/** Every concern that was joined to this one, and to those, down to the last. */
const joinedTo = (id: number, merged: { concernId: number; intoId: number }[]): number[] =>
  merged
    .filter((each) => each.intoId === id)
    .flatMap((each) => [each.concernId, ...joinedTo(each.concernId, merged)])
