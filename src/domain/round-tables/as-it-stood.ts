import type { Action } from '../actions/action.ts'
import type { RoundTable } from './round-table.ts'

/** Until when what is written is in the minutes of a table: until they are finished (R4, R5). */
export const cutoffOf = (table: RoundTable): string => table.finishedAt ?? '9999'

/** The rows written by then, and at least the first. */
export const upTo = <T extends { at: string }>(rows: T[], cutoff: string): T[] => {
  const then = rows.filter((row) => row.at <= cutoff)
  return then.length > 0 ? then : rows.slice(0, 1)
}

/** What came later is taken away, and what was taken back or answered later stands as it stood. */
export const asAt = (action: Action, cutoff: string): Action => ({
  ...action,
  terms: upTo(action.terms, cutoff),
  updates: upTo(action.updates, cutoff).map((update) => ({
    ...update,
    takenBackAt: byThen(update.takenBackAt, cutoff),
  })),
  acceptances: action.acceptances.filter((acceptance) => acceptance.at <= cutoff),
  closings: action.closings
    .filter((closing) => closing.at <= cutoff)
    .map((closing) => ({ ...closing, reopenedAt: byThen(closing.reopenedAt, cutoff) })),
  wishes: action.wishes
    .filter((wish) => wish.at <= cutoff)
    .map((wish) => ({
      ...wish,
      takenBackAt: byThen(wish.takenBackAt, cutoff),
      answer: wish.answer && wish.answer.at <= cutoff ? wish.answer : null,
    })),
})

/** When it came to that, if it had by then. */
export const byThen = (at: string | null, cutoff: string): string | null =>
  at !== null && at <= cutoff ? at : null
