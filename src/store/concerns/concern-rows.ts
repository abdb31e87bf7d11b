import { and, isNotNull, isNull } from 'drizzle-orm'
import type { Concern, Joining, Wording } from '../../domain/concerns/concern.ts'
import type { Db } from '../database.ts'
import { among, group, idsAs, preparedOnce } from '../group.ts'
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

const statementsOf = preparedOnce((db: Db) => {
  const wordings = () => db.select().from(concernWordings)
  const agreed = () => db.select().from(priorities)
  return {
    concerns: db.select().from(concerns).where(among(concerns.id)).prepare(),
    allConcerns: db.select().from(concerns).prepare(),
    wordings: wordings()
      .where(among(concernWordings.concernId))
      .orderBy(concernWordings.id)
      .prepare(),
    allWordings: wordings().orderBy(concernWordings.id).prepare(),
    priorities: agreed().where(among(priorities.concernId)).orderBy(priorities.id).prepare(),
    allPriorities: agreed().orderBy(priorities.id).prepare(),
    themes: db.select().from(wordingThemes).prepare(),
    splits: db
      .select({ id: concerns.id, splitFromId: concerns.splitFromId })
      .from(concerns)
      .where(isNotNull(concerns.splitFromId))
      .prepare(),
    takenOut: db.select().from(takeOuts).where(isNotNull(takeOuts.concernId)).prepare(),
    parted: db.select().from(partings).orderBy(partings.id).prepare(),
    merged: db.select().from(merges).prepare(),
    lists: db
      .select()
      .from(namedPeople)
      .where(and(isNull(namedPeople.removedAt), isNotNull(namedPeople.concernId)))
      .prepare(),
  }
})
type Statements = ReturnType<typeof statementsOf>

/** All, or those with these ids. */
export const loadConcerns = (db: Db, ids?: number[]): Concern[] => {
  if (ids?.length === 0) return []
  const read = statementsOf(db)
  const rows = ids ? read.concerns.all(idsAs(ids)) : read.allConcerns.all()
  const only = ids && rows.length <= FEW ? rows.map((row) => row.id) : null
  const wordings = wordingsOf(read, only)
  const agreed = group(
    only ? read.priorities.all(idsAs(only)) : read.allPriorities.all(),
    (row) => row.concernId,
  )
  const { merged, joinings } = joiningsIn(read)
  const passings = loadPassings(db)
  const lists = group(read.lists.all(), (row) => row.concernId!)
  const splits = read.splits.all()
  const takenOut = new Map(read.takenOut.all().map((row) => [row.concernId, row.at]))
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

const wordingsOf = (
  read: Statements,
  only: number[] | null,
): Map<number, (Wording & { concernId: number })[]> => {
  const rows = only ? read.wordings.all(idsAs(only)) : read.allWordings.all()
  const themes = group(read.themes.all(), (row) => row.wordingId)
  return group(
    rows.map((row) => ({
      ...row,
      furtherThemeIds: (themes.get(row.id) ?? []).map((each) => each.themeId),
    })),
    (row) => row.concernId,
  )
}

/** The joinings that hold, and every one that there was, by the concern that was joined. */
const joiningsIn = (read: Statements) => {
  const parted = read.parted.all()
  const isParted = (each: { concernId: number; at: string }): boolean =>
    parted.some((one) => one.concernId === each.concernId && one.joinedAt === each.at)
  const merged = read.merged.all().filter((each) => !isParted(each))
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

/** Every concern that was joined to this one, and to those, down to the last. */
const joinedTo = (id: number, merged: { concernId: number; intoId: number }[]): number[] =>
  merged
    .filter((each) => each.intoId === id)
    .flatMap((each) => [each.concernId, ...joinedTo(each.concernId, merged)])
