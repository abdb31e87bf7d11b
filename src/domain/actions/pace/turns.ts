import { dayOf, type Day } from '../../day.ts'
import { isProposed, lastHeardOn, type Action, type Terms } from '../action.ts'

type Agreed = Pick<Action, 'terms'>

/** The terms by which it came to whoever owns it now, whatever else changed since. */
export const ledSince = ({ terms }: Agreed): Terms => {
  const { leadId, seatId } = terms.at(-1)!
  return firstOfLast(terms, (each) => each.leadId === leadId && each.seatId === seatId)
}

/** ... and by which an organisation came to help with it. */
export const helpsSince = ({ terms }: Agreed, organisationId: number): Terms =>
  firstOfLast(terms, (each) => each.helperIds.includes(organisationId))

/** Whose it was before it came to whoever owns it now; nothing where it was theirs from the start. */
export const ownedBefore = (action: Agreed): Terms | undefined =>
  action.terms[action.terms.indexOf(ledSince(action)) - 1]

/**
 * What was agreed until it became what it is now, where its owner is the same; what is put right on
 * the same day is a slip, and no change.
 */
export const changedFrom = (action: Agreed): Terms | undefined => {
  const now = action.terms.at(-1)!
  const before = action.terms.findLast((each) => dayOf(each.at) < dayOf(now.at))
  return before !== undefined && before.at >= ledSince(action).at ? before : undefined
}

/**
 * The day since which somebody waits for a word: since its lead was last heard of (R8), or since it
 * was proposed to them.
 */
export const waitsSince = (action: Action): Day => {
  const heard = lastHeardOn(action)
  const proposed = dayOf(ledSince(action).at)
  return isProposed(action) && proposed > heard ? proposed : heard
}

/** The first of those that stand last in the row and are all so. */
const firstOfLast = (terms: Terms[], isSo: (each: Terms) => boolean): Terms =>
  terms[terms.findLastIndex((each) => !isSo(each)) + 1] ?? terms.at(-1)!
