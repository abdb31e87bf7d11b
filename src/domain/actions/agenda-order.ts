import { isPast, type Day } from '../day.ts'
import { dueAgain, isReviewLate } from './pace/review.ts'
import { isFinished, isOverdue, statusOf, termsOf, type Action } from './action.ts'

/**
 * R4: overdue, due by the next table, waiting, standing, rest, and what only waits to be closed;
 * the oldest date first within each.
 */
export const inAgendaOrder = (actions: Action[], today: Day, dueBefore: Day): Action[] => {
  const rank = (action: Action): number => {
    const { by, kind } = termsOf(action)
    if (isOverdue(action, today) || isReviewLate(action, today)) return 0
    if (isFinished(action)) return 5
    if (by !== null && isPast(by, dueBefore) && kind !== 'standing') return 1
    if (statusOf(action) === 'waiting') return 2
    return kind === 'standing' ? 3 : 4
  }
  const date = (action: Action): string => termsOf(action).by ?? dueAgain(action) ?? '9999'
  return actions
    .map((action) => ({ action, rank: rank(action), date: date(action) }))
    .toSorted(
      (a, b) => a.rank - b.rank || a.date.localeCompare(b.date) || a.action.id - b.action.id,
    )
    .map(({ action }) => action)
}
