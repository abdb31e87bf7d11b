import { isPast, type Day, type When } from '../day.ts'
import { dueAgain } from './pace/review.ts'
import { isFinished, isOpen, statusOf, termsOf, type Action, type Kind } from './action.ts'

/** What says where an action comes on an agenda. */
export interface Place {
  id: number
  kind: Kind
  by: When | null
  /** When it is to be done again, where it is standing. */
  again: When | null
  isOpen: boolean
  isFinished: boolean
  waits: boolean
}

export const placeOf = (action: Action): Place => ({
  id: action.id,
  kind: termsOf(action).kind,
  by: termsOf(action).by,
  again: dueAgain(action),
  isOpen: isOpen(action),
  isFinished: isFinished(action),
  waits: statusOf(action) === 'waiting',
})

/**
 * R4: overdue, due by the next table, waiting, standing, rest, and what only waits to be closed;
 * the oldest date first within each.
 */
export const inAgendaOrder = (actions: Action[], today: Day, dueBefore: Day): Action[] =>
  inOrderOf(
    actions.map((action) => ({ action, ...placeOf(action) })),
    { today, dueBefore },
  ).map(({ action }) => action)

/**
 * ... of anything that has such a place.
 * @param first so many need to be in order: what comes after them may be in any.
 */
export const inOrderOf = <T extends Place>(
  all: T[],
  { today, dueBefore, first = Infinity }: { today: Day; dueBefore: Day; first?: number },
): T[] => {
  const dateOf = ({ by, again }: T): string => by ?? again ?? '9999'
  const byRank: T[][] = [[], [], [], [], [], []]
  for (const each of all) byRank[rankOf(each, today, dueBefore)]!.push(each)
  let before = 0
  for (const some of byRank) {
    if (before < first) some.sort((a, b) => compare(dateOf(a), dateOf(b)) || a.id - b.id)
    before += some.length
  }
  return byRank.flat()
}

const rankOf = (place: Place, today: Day, dueBefore: Day): number => {
  const { by, again, kind } = place
  const isLate = by !== null && place.isOpen && !place.isFinished && isPast(by, today)
  if (isLate || (again !== null && isPast(again, today))) return 0
  if (place.isFinished) return 5
  if (by !== null && isPast(by, dueBefore) && kind !== 'standing') return 1
  if (place.waits) return 2
  return kind === 'standing' ? 3 : 4
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
