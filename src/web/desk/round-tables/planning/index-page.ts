import type { Day } from '../../../../domain/day.ts'
import { may } from '../../../../domain/may.ts'
import { asBefore } from '../../../../domain/round-tables/planning/as-before.ts'
import { dayIn, nextDays, rhythmOf } from '../../../../domain/round-tables/planning/series.ts'
import { isAhead, stateOf, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { choicesOf } from '../../../../work/names.ts'
import type { Failed } from '../../../change.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { capped, TABLES_BEFORE_A_PLAN } from '../../capped.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'

/** Every round table, the series they come in, and the forms that plan more. */
export const indexPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, who, today, query } = visit
  const tables = store.roundTables.list()
  const series = store.series.list()
  const offered = series.length > 0 ? null : offeredNext(tables, today)
  const choices = choicesOf(store)
  return view('desk/round-tables/planning/index', {
    frame: frameOf(visit, 'Round tables', 'round-tables', failed),
    tables: capped(visit, tables, TABLES_BEFORE_A_PLAN),
    choices,
    series: series.map((series) => ({
      series,
      next: nextDays(series, store.series.months(series.id), today, 1)[0]!.day,
      ahead: tables.filter((table) => table.seriesId === series.id && isAhead(table, today)).length,
    })),
    offered,
    taken: query.next === 'yes' ? offered : null,
    before: asBefore(tables, choices.organisations),
    mayWrite: may.write(who),
  })
}

/**
 * R30: the day that those before it suggest for the next one, as they were planned first. A series
 * offers its own.
 */
const offeredNext = (tables: RoundTable[], today: Day): Day | null => {
  const met = tables.filter((table) => stateOf(table) !== 'cancelled' && table.heldOn.length === 10)
  const rhythm = rhythmOf(met.map(({ changes, heldOn }) => changes[0]?.before.heldOn ?? heldOn))
  if (!rhythm) return null
  return dayIn(nextDays(rhythm, [rhythm.firstMonth], today, 1)[0]!.month, rhythm)
}
