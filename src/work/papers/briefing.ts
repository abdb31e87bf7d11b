import type { Paper } from '../../domain/round-tables/paper.ts'
import type { Day } from '../../domain/day.ts'
import { briefingPaper } from '../../domain/evidence/briefing-paper.ts'
import type { Run } from '../../domain/evidence/briefing.ts'
import { holdsPeriod, isBefore, isYear, type Period } from '../../domain/evidence/period.ts'
import type { Board } from '../../domain/publishing/board.ts'
import type { Store } from '../../store/store.ts'
import { fromRecord } from './briefing-record.ts'
import { toldAlready } from './briefing-told.ts'

export const BRIEFING_DEPTHS = ['public', 'table'] as const
export type BriefingDepth = (typeof BRIEFING_DEPTHS)[number]

/**
 * The sheet for senior officers and councillors: from what is public alone, or from the record as
 * the table reads it. Nothing of a named matter is in either.
 */
export const briefingFor = (
  store: Store,
  period: Period,
  depth: BriefingDepth,
  today: Day,
): Paper => {
  const board = store.published.board()
  const isPublic = depth === 'public'
  const source = isPublic
    ? toldAlready(board, { period, today })
    : fromRecord(store, board, { period, today })
  const untold = source.answered.filter(
    (each) => !each.isTold && holdsPeriod(period, each.raisedOn),
  )
  return briefingPaper({
    period,
    partnership: board.partnership?.name ?? 'Round Table',
    madeOn: today,
    isPublic,
    answered: source.answered,
    tables: source.tables.filter((each) => holdsPeriod(period, each.heldOn)),
    held: source.held.filter((each) => holdsPeriod(period, each.heldOn)),
    runs: source.runs.filter((each) => hasBegun(each, period)),
    given: source.given,
    untold: untold.length,
    privately: privatelyIn(board, period, today),
  })
}

/** By the end of this time, as far as anyone wrote it down. */
const hasBegun = ({ startsOn }: Run, period: Period): boolean =>
  startsOn === null || holdsPeriod(period, startsOn) || isBefore(period, startsOn)

/** R11: how many were held in private on which ground is told of a year that is over. */
const privatelyIn = (board: Board, period: Period, today: Day) =>
  isYear(period) && period < today.slice(0, 4)
    ? (board.years.find((each) => each.slug === period)?.words.grounds ?? null)
    : null
