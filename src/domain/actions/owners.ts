import { isProposed, latestOf, termsOf, type Action } from './action.ts'
import type { Day } from '../day.ts'
import { isHeldOn, type Seat } from '../people/seat.ts'
import { waitingIn } from './releasing/held.ts'
import { hasDoneItsShare } from './shares.ts'

/** Who is there to be written to today. */
export interface Reachable {
  today: Day
  seats: Seat[]
  /**
   * Who may be written to: they have not left, and may say something. A seat of anyone else counts
   * as empty.
   */
  people: number[]
  coordinators: number[]
}

/** One person to write to, and the seat they hold it by; none for a coordinator. */
export interface Owner {
  personId: number
  seatId: number | null
}

/**
 * R8: the seat; where none is agreed, all seats of the organisation; where nobody sits there or
 * leads, the coordinators. A named matter only on its own list.
 */
export const ownersOf = (action: Action, there: Reachable): Owner[] => {
  const { leadId, seatId } = termsOf(action)
  const found =
    seatId !== null
      ? sittersOn(seatId, there)
      : holdersOf(
          there.seats.filter((seat) => leadId !== null && seat.organisationId === leadId),
          there,
        )
  const listed = onList(action, found.length > 0 ? found : coordinatorsOf(there))
  // A promise held in private is nobody's to forget: where its owner may not know of it, those on
  // its list hear.
  return listed.length > 0 || action.depth !== 'named'
    ? listed
    : action.list
        .filter((id) => there.people.includes(id))
        .map((personId) => ({ personId, seatId: null }))
}

/**
 * The organisation's other seats, for what its own seat has been silent on; whoever spoke of it last
 * is not asked to ask.
 */
export const colleaguesOf = (action: Action, there: Reachable, owners: Owner[]): Owner[] => {
  const { leadId, seatId } = termsOf(action)
  if (leadId === null || seatId === null) return []
  const others = there.seats.filter((seat) => seat.organisationId === leadId && seat.id !== seatId)
  const last = latestOf(action)
  const spoke = last.seatId !== null && last.roundTableId === null ? last.personId : null
  return onList(action, without(holdersOf(others, there), owners)).filter(
    (each) => each.personId !== spoke,
  )
}

/** The seats of the organisations that help, until they have done their part. */
export const helpersOf = (action: Action, there: Reachable): Owner[] => {
  const isHeld = (id: number): boolean =>
    waitingIn(action).some((each) => each.organisationId === id)
  const ids = termsOf(action).helperIds.filter((id) => !hasDoneItsShare(action, id) && !isHeld(id))
  const theirs = there.seats.filter((seat) => ids.includes(seat.organisationId))
  return onList(action, holdersOf(theirs, there))
}

/**
 * R7: a part that waits for an organisation where nobody sits is the coordinators' to find someone
 * for.
 */
export const forEmptyHelpers = (action: Action, there: Reachable, helpers: Owner[]): Owner[] =>
  !isProposed(action) && emptyHelpersOf(action, there).length > 0
    ? without(onList(action, coordinatorsOf(there)), helpers)
    : []

/** The organisations whose part waits and where nobody sits. */
export const emptyHelpersOf = (action: Action, there: Reachable): number[] =>
  termsOf(action).helperIds.filter(
    (id) =>
      !hasDoneItsShare(action, id) &&
      holdersOf(
        there.seats.filter((seat) => seat.organisationId === id),
        there,
      ).length === 0,
  )

/** R11: a link that was asked for goes to whoever may have it by then: in the seat, and on the list. */
export const mayHaveLink = (
  action: Pick<Action, 'depth' | 'list'>,
  { personId, seatId }: Owner,
  there: Reachable,
): boolean =>
  there.people.includes(personId) &&
  (action.depth !== 'named' || action.list.includes(personId)) &&
  (seatId === null || sittersOn(seatId, there).some((each) => each.personId === personId))

/** Who sits on one seat today. */
export const sittersOn = (seatId: number, there: Reachable): Owner[] =>
  holdersOf(
    there.seats.filter((seat) => seat.id === seatId),
    there,
  )

/** Each person once, however many of these seats they hold: by the last of them. */
export const holdersOf = (seats: Seat[], { today, people }: Reachable): Owner[] => {
  const holders = seats
    .filter((seat) => seat.endedOn === null)
    .flatMap((seat) =>
      seat.holders
        .filter((each) => isHeldOn(each, today) && people.includes(each.personId))
        .map(({ personId }) => ({ personId, seatId: seat.id })),
    )
  return [...new Map(holders.map((each) => [each.personId, each])).values()]
}

export const coordinatorsOf = ({ coordinators }: Reachable): Owner[] =>
  coordinators.map((personId) => ({ personId, seatId: null }))

export const onList = (action: Action, owners: Owner[]): Owner[] =>
  action.depth === 'named' ? owners.filter((each) => action.list.includes(each.personId)) : owners

const without = (owners: Owner[], others: Owner[]): Owner[] =>
  owners.filter((each) => !others.some((other) => other.personId === each.personId))
