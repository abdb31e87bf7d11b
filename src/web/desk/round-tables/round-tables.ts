import { may } from '../../../domain/may.ts'
import { open, stateOf } from '../../../domain/round-tables/round-table.ts'
import { wantsPart } from '../../answer.ts'
import { byPolicy, NothingTyped } from '../../change.ts'
import { to } from '../../to.ts'
import type { Drawn } from '../../views/view.ts'
import { change, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { findTable } from './find-round-table.ts'
import { minutesPage } from './minutes-page.ts'
import { openedPart } from './document/opened-part.ts'
import { minutePage } from './minuting/minuting-page.ts'
import { indexPage } from './planning/index-page.ts'
import { planTable } from './planning/new-plan.ts'
import { plannedPage } from './planning/planned-page.ts'

/** The page of a table, by what became of it so far. */
const showPage = (visit: Visit): Drawn => {
  const table = findTable(visit)
  const state = stateOf(table)
  if (state === 'planned' || state === 'cancelled') return plannedPage(visit, table)
  if (state !== 'open' || !may.write(visit.who)) return minutesPage(visit, table)
  return (wantsPart(visit.request) && openedPart(visit, table)) || minutePage(visit, table)
}

const openTable = change('/desk/round-tables/:slug/opening', 'write', {
  name: 'opening',
  find: (visit: Visit) => findTable(visit),
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ store }, table) => open(table, store.roundTables.list()),
  record: ({ store, by }, { id }) => store.roundTables.recordOpening(id, by),
  answer: (_visit, { slug }) => to('/desk/round-tables', slug),
  again: (visit, table, failed) => plannedPage(visit, table, { ...failed, body: {} }),
})

/**
 * Round tables: their list, and each by what became of it. Planning stands in `planning/`, minuting
 * in `minuting/` and `line/`, the minutes in `minutes.ts`.
 */
export const roundTablesRoutes: readonly Route[] = [
  page('/desk/round-tables', 'read', (visit) => indexPage(visit)),
  planTable,
  page('/desk/round-tables/:slug', 'read', showPage),
  openTable,
]
