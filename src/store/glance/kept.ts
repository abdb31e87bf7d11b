import type { Publication } from '../../domain/publishing/publication.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import { loadActions } from '../actions/action-rows.ts'
import { loadConcerns } from '../concerns/concern-rows.ts'
import type { Db } from '../database.ts'
import { among, idsAs, preparedOnce } from '../group.ts'
import { loadTables } from '../round-tables/table-rows.ts'
import { roundTables } from '../schema/round-tables.ts'
import type { Depends } from './depends.ts'
import {
  glanceAtAction,
  glanceAtConcern,
  glanceAtTold,
  type ActionGlance,
  type ConcernGlance,
  type Now,
  type ToldGlance,
} from './glance.ts'
import type { Touched } from './reach.ts'
import type { Noun } from './touched.ts'

/** What the publications of some numbers say, and how the record sees them now. */
export interface ToldParts {
  publications: (ids: number[]) => Publication[]
  now: (depends: Depends) => Now
}

/** What is kept of the record, a few facts of each. */
export interface Kept {
  actions: Map<number, ActionGlance>
  open: Set<number>
  /** Actions by the concern that they were agreed for. */
  under: Map<number, Set<number>>
  concerns: Map<number, ConcernGlance>
  /** Round tables are few and small: they are kept whole. */
  tables: Map<number, RoundTable>
  newestFirst: RoundTable[] | null
  told: Map<number, ToldGlance>
  /** What is told and nobody has asked for, since the start or since it was touched. */
  due: Set<number>
  /** What each glance at something told was made from, and the other way round. */
  madeFrom: Map<number, string[]>
  makes: Map<string, Set<number>>
}

/** So many records are read at once when all of them are: what few take is soon let go of again. */
const AT_ONCE = 20

const IDS = {
  action: 'select id from actions order by id',
  concern: 'select id from concerns order by id',
  'round table': 'select id from round_tables order by id',
}
const TOLD_IDS = 'select id from publications order by id'

const statementsOf = preparedOnce((db: Db) => ({
  tables: db.select().from(roundTables).where(among(roundTables.id)).prepare(),
  /** Concerns that came up at a table, or that something was noted of. */
  spokenOf: db.$client
    .prepare(
      `select c.concern_id from table_concerns c join round_tables t on t.id = c.round_table_id
      where c.concern_id in (select value from json_each(:ids)) and t.taken_back_at is null
      union select concern_id from notes n where concern_id in (select value from json_each(:ids))
      and not exists (select 1 from note_changes c where c.note_id = n.id and c.text is null)`,
    )
    .pluck(),
}))

export const nothingKept = (): Kept => ({
  actions: new Map(),
  open: new Set(),
  under: new Map(),
  concerns: new Map(),
  tables: new Map(),
  newestFirst: null,
  told: new Map(),
  due: new Set(),
  madeFrom: new Map(),
  makes: new Map(),
})

/** Reads all but what is told, a part at each step, what is lower first; what is told falls due. */
export const makeInParts = function* (db: Db, kept: Kept): Generator<undefined> {
  const keep: Record<keyof typeof IDS, (ids: number[]) => void> = {
    action: (ids) => keepActions(db, kept, ids),
    concern: (ids) => keepConcerns(db, kept, ids),
    'round table': (ids) => keepTables(db, kept, ids),
  }
  for (const noun of Object.keys(IDS) as (keyof typeof IDS)[])
    for (const ids of inParts(idsIn(db, IDS[noun]))) {
      keep[noun](ids)
      yield
    }
  for (const id of idsIn(db, TOLD_IDS)) kept.due.add(id)
}

const idsIn = (db: Db, query: string): number[] =>
  db.$client.prepare(query).pluck().all() as number[]

const inParts = function* (ids: number[]): Generator<number[]> {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield ids.slice(at, at + AT_ONCE)
}

/**
 * What hangs on what was touched has been reached: each is made anew, the lowest first. What is told
 * only falls due: to see whether it has moved on costs more than the write did, and whoever writes
 * has no need of it.
 */
export const lookAgain = (db: Db, kept: Kept, touched: Touched): void => {
  const ids = (noun: Noun): number[] => [...(touched.get(noun) ?? [])]
  const gone = ids('action').flatMap((id) => kept.actions.get(id)?.concernIds ?? [])
  keepActions(db, kept, ids('action'))
  keepConcerns(db, kept, [...new Set([...ids('concern'), ...withThoseAbove(kept, gone)])])
  keepTables(db, kept, ids('round table'))
  for (const id of touched.get('publication') ?? []) kept.due.add(id)
  for (const [noun, numbers] of touched)
    for (const id of numbers)
      for (const each of kept.makes.get(keyOf(noun, id)) ?? []) kept.due.add(each)
}

/** Makes a part of what fell due. @returns whether there was any. */
export const makeDue = (kept: Kept, parts: () => ToldParts): boolean => {
  const [part] = inParts([...kept.due])
  if (!part) return false
  keepTold(kept, part, parts())
  for (const id of part) kept.due.delete(id)
  return true
}

/** The concerns that an action hung on before, and what those were joined to. */
const withThoseAbove = ({ concerns }: Kept, ids: number[]): number[] =>
  ids.flatMap((id) => {
    const above = concerns.get(id)?.mergedIntoId
    return [id, ...(above ? withThoseAbove({ concerns } as Kept, [above]) : [])]
  })

const keepActions = (db: Db, kept: Kept, ids: number[]): void => {
  const found = loadActions(db, ids)
  for (const id of ids) {
    for (const each of kept.actions.get(id)?.concernIds ?? []) kept.under.get(each)?.delete(id)
    kept.open.delete(id)
  }
  dropGone(kept.actions, ids, found)
  for (const action of found) {
    const glance = glanceAtAction(action)
    kept.actions.set(action.id, glance)
    if (glance.isOpen && !glance.isTakenOut) kept.open.add(action.id)
    for (const each of action.concernIds) {
      const there = kept.under.get(each)
      if (there) there.add(action.id)
      else kept.under.set(each, new Set([action.id]))
    }
  }
}

const keepConcerns = (db: Db, kept: Kept, ids: number[]): void => {
  const found = loadConcerns(db, ids)
  const spokenOf = new Set(statementsOf(db).spokenOf.all(idsAs(ids)) as number[])
  dropGone(kept.concerns, ids, found)
  for (const concern of found) {
    const trail = [concern.id, ...concern.mergedIds]
    const actions = [...new Set(trail.flatMap((id) => [...(kept.under.get(id) ?? [])]))]
    kept.concerns.set(
      concern.id,
      glanceAtConcern(
        concern,
        actions.map((id) => kept.actions.get(id)!),
        spokenOf.has(concern.id),
      ),
    )
  }
}

export const under = (
  { actions, concerns, under: by }: Kept,
  concernId: number,
): ActionGlance[] => {
  const trail = [concernId, ...(concerns.get(concernId)?.mergedIds ?? [])]
  return [...new Set(trail.flatMap((id) => [...(by.get(id) ?? [])]))]
    .toSorted((a, b) => a - b)
    .map((id) => actions.get(id)!)
    .filter((each) => !each.isTakenOut)
}

const keepTold = (kept: Kept, ids: number[], { publications, now }: ToldParts): void => {
  const found = publications(ids)
  for (const id of ids) {
    for (const key of kept.madeFrom.get(id) ?? []) kept.makes.get(key)?.delete(id)
    kept.madeFrom.delete(id)
  }
  dropGone(kept.told, ids, found)
  let keys = new Set<string>()
  const seen = now((noun, id) => {
    if (id !== null && id !== undefined) keys.add(keyOf(noun, id))
  })
  for (const publication of found) {
    keys = new Set()
    // What stands beside an entry hangs on what that tells.
    if (publication.concernId !== null) keys.add(keyOf('told of concern', publication.concernId))
    kept.told.set(publication.id, glanceAtTold(publication, seen))
    kept.madeFrom.set(publication.id, [...keys])
    for (const key of keys) {
      const there = kept.makes.get(key)
      if (there) there.add(publication.id)
      else kept.makes.set(key, new Set([publication.id]))
    }
  }
}

const keepTables = (db: Db, kept: Kept, ids: number[]): void => {
  if (ids.length === 0) return
  const rows = statementsOf(db).tables.all(idsAs(ids))
  dropGone(kept.tables, ids, rows)
  for (const table of loadTables(
    db,
    rows.filter((row) => row.takenBackAt === null),
  ))
    kept.tables.set(table.id, table)
  for (const row of rows) if (row.takenBackAt !== null) kept.tables.delete(row.id)
  kept.newestFirst = null
}

export const newestFirst = (kept: Kept): RoundTable[] =>
  (kept.newestFirst ??= [...kept.tables.values()].toSorted(
    (a, b) => b.heldOn.localeCompare(a.heldOn) || b.id - a.id,
  ))

/** What was written and rolled back is not there any more. The others keep their place. */
const dropGone = (kept: Map<number, unknown>, ids: number[], found: { id: number }[]): void => {
  const there = new Set(found.map((each) => each.id))
  for (const id of ids) if (!there.has(id)) kept.delete(id)
}

const keyOf = (noun: Noun, id: number): string => `${noun} ${id}`
