import { z } from 'zod'
import { may } from '../../../domain/may.ts'
import { isUnderWay } from '../../../domain/people/baton.ts'
import { actionsOfSeat, endSeat, type SeatTarget } from '../../../domain/people/leaving.ts'
import { isHeldOn, type Seat } from '../../../domain/people/seat.ts'
import { namesOf } from '../../../work/names.ts'
import { byPolicy, type Failed } from '../../change.ts'
import { words } from '../../forms.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { change, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { afterLeaving, listsOfPeople } from './private-lists-page.ts'
import { findSeat } from './seats.ts'

const EndingForm = z.strictObject({
  to: z
    .string()
    .regex(/^(|organisation|\d{1,9})$/, 'Choose from the list')
    .default('')
    .transform((to): SeatTarget => (to === 'organisation' ? to : to === '' ? null : Number(to))),
  reason: words(300),
})

/** The actions that move on with it: those that whoever ends it may change (R11). */
const toMove = ({ store, who }: Visit, seat: Seat) =>
  actionsOfSeat(seat.id, store.actions.listOpen(who)).filter((each) => may.change(who, each))

/** Asked first, on a page of its own: what hangs on the seat, and where it goes (R7). */
const endingPage = (visit: Visit, seat: Seat, failed?: Failed): Drawn => {
  const { store, today } = visit
  const holders = seat.holders.filter((held) => isHeldOn(held, today)).map((held) => held.personId)
  return view('desk/people/seats/ending', {
    frame: frameOf(visit, `End ${seat.title}`, 'people', failed),
    names: namesOf(store),
    seat,
    actions: toMove(visit, seat),
    holders,
    calendars: holders.filter((id) => store.calendars.since(id) !== null).length,
    lists: listsOfPeople(store, holders),
    isHandedOn: store.batons.ofSeat(seat.id).some((baton) => isUnderWay(baton, seat, today)),
    others: store.organisations
      .seats()
      .filter(
        (each) =>
          each.id !== seat.id &&
          each.organisationId === seat.organisationId &&
          each.endedOn === null,
      ),
  })
}

const endThisSeat = change('/desk/seats/:id/ending', 'keep', {
  name: 'ending',
  asksWho: true,
  find: findSeat,
  allow: byPolicy,
  form: EndingForm,
  decide: (visit, seat, form) =>
    endSeat(seat, toMove(visit, seat), form, visit.store.organisations.seats()),
  record: ({ store, by, today }, seat, moved) => {
    for (const { action, terms } of moved) store.actions.recordTerms(action.id, terms, by)
    // It ended once, on its day.
    if (seat.endedOn !== null) return
    for (const held of seat.holders.filter((each) => isHeldOn(each, today)))
      store.organisations.endHolding(held.id, today, by)
    store.organisations.endSeat(seat.id, today, by)
  },
  answer: (visit) => afterLeaving(visit),
  again: endingPage,
})

/** `/desk/seats/{id}/ending`: a seat ends, and what hangs on it moves on. */
export const seatEndingRoutes: readonly Route[] = [
  page('/desk/seats/:id/ending', 'keep', (visit) => endingPage(visit, findSeat(visit))),
  endThisSeat,
]
