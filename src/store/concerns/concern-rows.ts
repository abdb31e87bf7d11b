import { and, isNull } from 'drizzle-orm'
import type { Concern, Joining, Wording } from '../../domain/concerns/concern.ts'
import type { KnownBy } from '../../domain/depth.ts'
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

/** What hangs on some concerns is read for those alone, however many there are of others. */
const statementsOf = preparedOnce((db: Db) => ({
  ids: db.select({ id: concerns.id }).from(concerns).orderBy(concerns.id).prepare(),
  concerns: db.select().from(concerns).where(among(concerns.id)).prepare(),
  wordings: db
    .select()
    .from(concernWordings)
    .where(among(concernWordings.concernId))
    .orderBy(concernWordings.id)
    .prepare(),
  themes: db.select().from(wordingThemes).where(among(wordingThemes.wordingId)).prepare(),
  priorities: db
    .select()
    .from(priorities)
    .where(among(priorities.concernId))
    .orderBy(priorities.id)
    .prepare(),
  splits: db
    .select({ id: concerns.id, splitFromId: concerns.splitFromId })
    .from(concerns)
    .where(among(concerns.splitFromId))
    .orderBy(concerns.id)
    .prepare(),
  takenOut: db.select().from(takeOuts).where(among(takeOuts.concernId)).prepare(),
  parted: db
    .select()
    .from(partings)
    .where(among(partings.concernId))
    .orderBy(partings.id)
    .prepare(),
  joined: db.select().from(merges).where(among(merges.concernId)).prepare(),
  joinedInto: db
    .select()
    .from(merges)
    .where(among(merges.intoId))
    .orderBy(merges.concernId)
    .prepare(),
  lists: db
    .select()
    .from(namedPeople)
    .where(and(isNull(namedPeople.removedAt), among(namedPeople.concernId)))
    .orderBy(namedPeople.id)
    .prepare(),
}))
type Statements = ReturnType<typeof statementsOf>
type Merge = typeof merges.$inferSelect

/** All, or those with these ids. */
export const loadConcerns = (db: Db, ids?: number[]): Concern[] => {
  if (ids?.length === 0) return []
  const read = statementsOf(db)
  const rows = read.concerns.all(idsAs(ids ?? read.ids.all().map((row) => row.id)))
  const these = rows.map((row) => row.id)
  const only = idsAs(these)
  const wordings = wordingsOf(read, only)
  const agreed = group(read.priorities.all(only), (row) => row.concernId)
  const { mergedInto, joinings } = joiningsIn(read, only)
  const below = joinedBelow(read, these)
  const joinedTo = (id: number): number[] =>
    (below.get(id) ?? []).flatMap((each) => [each, ...joinedTo(each)])
  const mergedIds = new Map(these.map((id) => [id, joinedTo(id)]))
  const passings = group(
    loadPassings(db, [...new Set([...these, ...[...mergedIds.values()].flat()])]),
    (row) => row.concernId,
  )
  const lists = group(read.lists.all(only), (row) => row.concernId!)
  const splits = group(read.splits.all(only), (row) => row.splitFromId!)
  const takenOut = new Map(read.takenOut.all(only).map((row) => [row.concernId, row.at]))
  return rows.map((row) => ({
    ...row,
    takenOutAt: takenOut.get(row.id) ?? null,
    list: (lists.get(row.id) ?? []).map((each) => each.personId),
    joinings: joinings.get(row.id) ?? [],
    mergedIntoId: mergedInto.get(row.id) ?? null,
    mergedIds: mergedIds.get(row.id)!,
    splitIds: (splits.get(row.id) ?? []).map((each) => each.id),
    wordings: wordings.get(row.id) ?? [],
    priorities: agreed.get(row.id) ?? [],
    passings: [row.id, ...mergedIds.get(row.id)!]
      .flatMap((id) => passings.get(id) ?? [])
      .toSorted((a, b) => a.id - b.id),
  }))
}

/** R9: who may know of these, for what hangs on them; nothing else of them is read. */
export const knowersOfConcerns = (db: Db, ids: number[]): Map<number, KnownBy> => {
  if (ids.length === 0) return new Map()
  const read = statementsOf(db)
  const lists = group(read.lists.all(idsAs(ids)), (row) => row.concernId!)
  return new Map(
    read.concerns.all(idsAs(ids)).map(({ id, depth, ground }) => {
      const list = (lists.get(id) ?? []).map((each) => each.personId)
      return [id, { depth, ground, list }]
    }),
  )
}

const wordingsOf = (
  read: Statements,
  only: { ids: string },
): Map<number, (Wording & { concernId: number })[]> => {
  const rows = read.wordings.all(only)
  const themes = group(read.themes.all(idsAs(rows.map((row) => row.id))), (row) => row.wordingId)
  return group(
    rows.map((row) => ({
      ...row,
      furtherThemeIds: (themes.get(row.id) ?? []).map((each) => each.themeId),
    })),
    (row) => row.concernId,
  )
}

/** What each of these was joined to, and every joining that there was. */
const joiningsIn = (read: Statements, only: { ids: string }) => {
  const parted = read.parted.all(only)
  const merged = holding(read.joined.all(only), parted)
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
  return { mergedInto: new Map(merged.map((each) => [each.concernId, each.intoId])), joinings }
}

/** The joinings that were not undone since. */
const holding = (merged: Merge[], parted: { concernId: number; joinedAt: string }[]): Merge[] =>
  merged.filter(
    (each) => !parted.some((one) => one.concernId === each.concernId && one.joinedAt === each.at),
  )

/** What was joined to each of these, and to those, down to the last. */
const joinedBelow = (read: Statements, these: number[]): Map<number, number[]> => {
  const below = new Map<number, number[]>()
  for (let ids = these; ids.length > 0;) {
    const found = read.joinedInto.all(idsAs(ids))
    if (found.length === 0) break
    const merged = holding(found, read.parted.all(idsAs(found.map((each) => each.concernId))))
    for (const { concernId, intoId } of merged)
      below.set(intoId, [...new Set([...(below.get(intoId) ?? []), concernId])])
    ids = merged.map((each) => each.concernId).filter((id) => !below.has(id))
  }
  return below
}
