import { termsOf, type Action } from '../../../domain/actions/action.ts'
import { isUnderWay, type Baton } from '../../../domain/people/baton.ts'
import type { Seat } from '../../../domain/people/seat.ts'
import type { Visit } from '../visit.ts'

/** The handing on of a seat that waits to be ended. */
export const batonUnderWay = ({ store, today }: Visit, seat: Seat): Baton | undefined =>
  store.batons.ofSeat(seat.id).findLast((baton) => isUnderWay(baton, seat, today))

/** The open actions of a seat, as far as this person may know of them. */
export const actionsOfSeat = ({ store, who }: Visit, seat: Seat): Action[] =>
  store.actions.listOpen(who).filter((action) => termsOf(action).seatId === seat.id)

/** The other seats of this person at the same organisation: something may stay with one of them. */
export const otherSeatsOf = ({ store, who }: Visit, seat: Seat): Seat[] =>
  store.organisations
    .seats()
    .filter(
      (each) =>
        each.id !== seat.id &&
        each.endedOn === null &&
        each.organisationId === seat.organisationId &&
        who.seatIds.includes(each.id),
    )

/** Every coordinator but the one who did it, for a letter. */
export const otherCoordinators = ({ store, who }: Visit): number[] =>
  store.people
    .list()
    .filter(
      (each) => each.role === 'coordinator' && each.endedAt === null && each.id !== who.personId,
    )
    .map((each) => each.id)
