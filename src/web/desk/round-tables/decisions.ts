import {
  decisionsOf,
  passes,
  type DecisionFilter,
  type Seen,
} from '../../../domain/round-tables/table-decisions.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { agendaWords, wordsOfReachable } from '../../../work/agenda-words.ts'
import { choicesOf, namesOf } from '../../../work/names.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

/** Lines on one page: a year of tables, as a rule. */
const LINES = 100

const decisionsPage = (visit: Visit): Drawn => {
  const { store, who, query } = visit
  const { table = '', theme = '', organisation = '', q = '' } = query
  const filter: DecisionFilter = { table, theme, organisation, q }
  const tables = store.roundTables.list().filter((each) => each.openedAt !== null)
  const found = decisionsOf({
    tables,
    concerns: store.concerns.list(who),
    actions: store.actions.list(who),
    lines: store.notes.decisions(),
    dropped: droppedAt(store, tables),
  }).filter((each) => passes(each, filter))
  const pages = Math.max(1, Math.ceil(found.length / LINES))
  const at = Math.min(pages, Math.max(1, Math.trunc(Number(query.page)) || 1))
  const shown = found.slice((at - 1) * LINES, at * LINES)
  return view('desk/round-tables/decisions', {
    frame: frameOf(visit, 'What was decided', 'round-tables'),
    names: namesOf(store),
    choices: choicesOf(store),
    tables,
    held: [...new Set(shown.map((each) => each.table))].map((each) => ({
      table: each,
      lines: shown.filter((line) => line.table === each),
    })),
    count: found.length,
    filter,
    page: at,
    pages,
  })
}

/** R11: what is held in private by now has no words, and stands in no list. */
const droppedAt = (store: Store, tables: RoundTable[]): Seen['dropped'] => {
  const outcomes = store.agendas.outcomes().filter(({ outcome }) => outcome === 'dropped')
  return tables.flatMap((table) => {
    const words = agendaWords(store, table)
    return outcomes
      .filter(({ roundTableId }) => roundTableId === table.id)
      .flatMap(({ of, id, roundTableId, at, reason }) => {
        const text = wordsOfReachable(words, { of, id })
        const noun = of === 'question' ? ('action' as const) : ('concern' as const)
        const on = of === 'topic' ? null : { noun, id, number: null }
        return text === null ? [] : [{ roundTableId, at, text, reason, on }]
      })
  })
}

/** What the round tables came to, across all of them, as far as the reader may know. */
export const decisionsRoutes: readonly Route[] = [page('/desk/decisions', 'read', decisionsPage)]
