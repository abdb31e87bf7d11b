import { dayOf } from '../../day.ts'
import type { Action } from '../action.ts'

/** How often a date that was agreed became another, or none (R5). */
export const timesMoved = ({ terms }: Pick<Action, 'terms'>): number => {
  // What is put right on the same day is a slip, and no promise that was moved.
  const agreed = terms.filter((each, i) => dayOf(each.at) !== dayOf(terms[i + 1]?.at ?? LATER))
  return agreed.filter((each, i) => {
    const before = agreed[i - 1]?.by ?? null
    return before !== null && each.by !== before
  }).length
}
const LATER = '9999-12-31T00:00:00.000Z'

/** `, moved twice`, to stand after its date. */
export const sayMoved = (action: Pick<Action, 'terms'>): string => {
  const times = timesMoved(action)
  if (times === 0) return ''
  return `, moved ${times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`}`
}
