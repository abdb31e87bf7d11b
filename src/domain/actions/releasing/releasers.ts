import { refuse, type Decision } from '../../decision.ts'
import type { Seat } from '../../people/seat.ts'
import type { Action, Held, Update } from '../action.ts'
import { holdersOf, onList, sittersOn, type Owner, type Reachable } from '../owners.ts'

/** What the owners of an organisation say waits for this seat of it. */
export interface ReleaseRule {
  organisationId: number
  seatId: number
}

/** By whom something is said. */
type Said = Pick<Update, 'organisationId' | 'personId'>

/**
 * The seat that must release what is said, or null where it counts at once: no rule, the words of
 * that seat itself, or a matter held in private where nobody of the organisation may release it.
 */
export const releaserFor = (
  action: Action,
  said: Said,
  rules: ReleaseRule[],
  there: Reachable,
): number | null => {
  const rule = rules.find((each) => each.organisationId === said.organisationId)
  if (!rule) return null
  const isTheirOwn = sittersOn(rule.seatId, there).some((each) => each.personId === said.personId)
  const held = { ...said, releaserId: rule.seatId }
  return isTheirOwn || (action.depth === 'named' && releasersOf(action, held, there).length === 0)
    ? null
    : rule.seatId
}

/**
 * Who releases it: whoever holds the seat. R11: of a matter held in private only who is on its
 * list; where the seat is not, another seat of the same organisation that is.
 */
export const releasersOf = (
  action: Action,
  { organisationId, releaserId, personId }: Said & Pick<Held, 'releaserId'>,
  there: Reachable,
): Owner[] => {
  const holders = onList(action, sittersOn(releaserId, there))
  if (holders.length > 0 || action.depth !== 'named') return holders
  const colleagues = there.seats.filter((seat) => seat.organisationId === organisationId)
  return onList(action, holdersOf(colleagues, there)).filter((each) => each.personId !== personId)
}

/** What is to become of updates that wait, where an organisation stops releasing. */
export const ENDS = ['count', 'return'] as const
export type End = (typeof ENDS)[number]

/**
 * A seat of the organisation, or nobody any more; then what waits is asked for, and never guessed.
 * @param waiting how many updates wait, as far as whoever asks may know of them.
 */
export const setReleaser = (
  organisationId: number,
  wanted: { seatId: number | null; end: End | null },
  seats: Seat[],
  waiting: number,
): Decision<typeof wanted> => {
  const { seatId, end } = wanted
  if (seatId === null)
    return waiting > 0 && end === null
      ? refuse('end', 'Updates wait. Choose what is to become of them')
      : { accepted: true, value: wanted }
  return seats.some(
    (seat) => seat.id === seatId && seat.organisationId === organisationId && seat.endedOn === null,
  )
    ? { accepted: true, value: wanted }
    : refuse('seatId', 'Choose a seat of this organisation')
}
