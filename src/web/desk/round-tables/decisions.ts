import {
  decisionsOf,
  passes,
  type DecisionFilter,
  type Seen,
  type TableDecision,
} from '../../../domain/round-tables/table-decisions.ts'
import { cutoffOf } from '../../../domain/round-tables/as-it-stood.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { agendaWords, wordsOfReachable } from '../../../work/agenda-words.ts'
import { choicesOf, namesOf } from '../../../work/names.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

/** A page ends with the table that makes it so many lines: a year of tables, as a rule. */
const LINES = 100
/** So many tables are looked through for one page, however little is found. */
const TABLES = 40

const decisionsPage = (visit: Visit): Drawn => {
  const { store, query } = visit
  const { table = '', theme = '', organisation = '', q = '' } = query
  const filter: DecisionFilter = { table, theme, organisation, q }
  const tables = store.roundTables.list().filter((each) => each.openedAt !== null)
  const from = tables.findIndex((each) => each.slug === query.from)
  const older = tables.slice(Math.max(0, from))
  const { held, looked } = heldFrom(visit, table ? tables : older, filter)
  return view('desk/round-tables/decisions', {
    frame: frameOf(visit, 'What was decided', 'round-tables'),
    names: namesOf(store),
    choices: choicesOf(store),
    tables,
    held,
    count: held.reduce((sum, { lines }) => sum + lines.length, 0),
    filter,
    isNewest: from <= 0,
    until: looked.at(-1) ?? null,
    next: table ? null : (older[looked.length] ?? null),
  })
}

interface HeldAt {
  table: RoundTable
  lines: TableDecision[]
}

/** R20: table by table, the newest first, until there is a page of lines. */
const heldFrom = (
  visit: Visit,
  tables: RoundTable[],
  filter: DecisionFilter,
): { held: HeldAt[]; looked: RoundTable[] } => {
  const asked = filter.table ? tables.filter((each) => each.slug === filter.table) : tables
  const held: HeldAt[] = []
  let count = 0
  const looked = asked.slice(0, TABLES)
  for (const [i, table] of looked.entries()) {
    if (count >= LINES) return { held, looked: looked.slice(0, i) }
    const lines = decidedAt(visit, table).filter((each) => passes(each, filter))
    if (lines.length > 0) held.push({ table, lines })
    count += lines.length
  }
  return { held, looked }
}

/** What one table came to, as far as this person may know of it. */
const decidedAt = ({ store, who }: Visit, table: RoundTable): TableDecision[] => {
  const { id } = table
  const actions = store.actions.decidedAt(
    { id, openedAt: table.openedAt!, until: cutoffOf(table) },
    who,
  )
  const lines = store.notes.ofTable(id).filter((each) => each.kind === 'decision')
  const ids = new Set([
    ...store.concerns.priorityIdsAt(id),
    ...actions.flatMap((each) => each.concernIds),
    ...lines.flatMap((each) => each.concernId ?? []),
  ])
  return decisionsOf({
    tables: [table, ...store.roundTables.list().filter((each) => each.agreedAtTableId === id)],
    concerns: store.concerns.listOf([...ids], who),
    actions,
    lines,
    dropped: droppedAt(store, table),
  }).filter((each) => each.table.id === id)
}

/** R11: what is held in private by now has no words, and stands in no list. */
const droppedAt = (store: Store, table: RoundTable): Seen['dropped'] => {
  const words = agendaWords(store, table)
  return store.agendas
    .outcomesAt(table.id)
    .filter(({ outcome }) => outcome === 'dropped')
    .flatMap(({ of, id, roundTableId, at, reason }) => {
      const text = wordsOfReachable(words, { of, id })
      const noun = of === 'question' ? ('action' as const) : ('concern' as const)
      const on = of === 'topic' ? null : { noun, id, number: null }
      return text === null ? [] : [{ roundTableId, at, text, reason, on }]
    })
}

/** What the round tables came to, across all of them, as far as the reader may know. */
export const decisionsRoutes: readonly Route[] = [page('/desk/decisions', 'read', decisionsPage)]
