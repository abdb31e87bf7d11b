import { and, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Concern, Joining, Wording } from '../../domain/concerns/concern.ts'
import type { Db } from '../database.ts'
import { group } from '../group.ts'
import { namedPeople } from '../schema/actions.ts'
import {
  concerns,
  concernWordings,
  merges,
  partings,
  priorities,
  wordingThemes,
} from '../schema/concerns.ts'
import { takeOuts } from '../schema/minutes.ts'
import { loadPassings } from './passings.ts'

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
  const { merged, joinings } = joiningsIn(db)
  const passings = loadPassings(db)
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
  return rows.map((row) => {
    const mergedIds = joinedTo(row.id, merged)
    return {
      ...row,
      takenOutAt: takenOut.get(row.id) ?? null,
      list: (lists.get(row.id) ?? []).map((each) => each.personId),
      joinings: joinings.get(row.id) ?? [],
      mergedIntoId: merged.find((each) => each.concernId === row.id)?.intoId ?? null,
      mergedIds,
      splitIds: splits.filter((each) => each.splitFromId === row.id).map((each) => each.id),
      wordings: wordings.get(row.id) ?? [],
      priorities: agreed.get(row.id) ?? [],
      passings: passings.filter((each) => [row.id, ...mergedIds].includes(each.concernId)),
    }
  })
}

const wordingsOf = (db: Db, only: number[]): Map<number, (Wording & { concernId: number })[]> => {
  const rows = db
    .select()
    .from(concernWordings)
    .where(only.length <= FEW ? inArray(concernWordings.concernId, only) : undefined)
    .orderBy(concernWordings.id)
    .all()
  const themes = group(db.select().from(wordingThemes).all(), (row) => row.wordingId)
  return group(
    rows.map((row) => ({
      ...row,
      furtherThemeIds: (themes.get(row.id) ?? []).map((each) => each.themeId),
    })),
    (row) => row.concernId,
  )
}

/** The joinings that hold, and every one that there was, by the concern that was joined. */
const joiningsIn = (db: Db) => {
  const parted = db.select().from(partings).orderBy(partings.id).all()
  const isParted = (each: { concernId: number; at: string }): boolean =>
    parted.some((one) => one.concernId === each.concernId && one.joinedAt === each.at)
  const merged = db
    .select()
    .from(merges)
    .all()
    .filter((each) => !isParted(each))
  const undone = parted.map(
    ({ concernId, intoId, joinedById, joinedAt, reason, personId, at }) => ({
      concernId,
      intoId,
      personId: joinedById,
      at: joinedAt,
      parted: { reason, personId, at },
    }),
  )
  const joinings = group<Joining & { concernId: number }, number>(
    [...undone, ...merged.map((each) => ({ ...each, parted: null }))],
    (each) => each.concernId,
  )
  return { merged, joinings }
}

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
