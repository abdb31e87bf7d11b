import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import { loadActions } from '../actions/action-rows.ts'
import { loadConcerns } from '../concerns/concern-rows.ts'
import type { Db } from '../database.ts'
import { among, idsAs, preparedOnce } from '../group.ts'
import { loadTables } from '../round-tables/table-rows.ts'
import { roundTables } from '../schema/round-tables.ts'
import { glanceAtAction, glanceAtConcern, type ActionGlance, type ConcernGlance } from './glance.ts'
import { allFallDue, dropGone, fallDue, idsIn, inParts, nothingLater, type Later } from './later.ts'
import type { Touched } from './reach.ts'
import type { Noun } from './touched.ts'

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
  later: Later
}

const IDS = {
  action: 'select id from actions order by id',
  concern: 'select id from concerns order by id',
  'round table': 'select id from round_tables order by id',
}

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
  later: nothingLater(),
})

/** Reads what is kept at once, a part at each step, what is lower first; the rest falls due. */
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
  allFallDue(db, kept.later)
}

/** What hangs on what was touched has been reached: each is made anew, the lowest first. */
export const lookAgain = (db: Db, kept: Kept, touched: Touched): void => {
  const ids = (noun: Noun): number[] => [...(touched.get(noun) ?? [])]
  const gone = ids('action').flatMap((id) => kept.actions.get(id)?.concernIds ?? [])
  keepActions(db, kept, ids('action'))
  keepConcerns(db, kept, [...new Set([...ids('concern'), ...withThoseAbove(kept, gone)])])
  keepTables(db, kept, ids('round table'))
  fallDue(kept.later, touched)
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
