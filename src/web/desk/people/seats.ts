import { z } from 'zod'
import { sayWhen } from '../../../domain/day.ts'
import { accept, conflict, refuse } from '../../../domain/decision.ts'
import { isHeldOn, type Seat } from '../../../domain/people/seat.ts'
import { sameWords } from '../../../domain/same-words.ts'
import type { Store } from '../../../store/store.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { maybeId, needed } from '../../forms.ts'
import { idIn } from '../names.ts'
import { change, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { peopleAgain, peoplePage } from './people-page.ts'
import { afterLeaving } from './private-lists-page.ts'

const title = needed('Write the name of the post, like “Ward sergeant, Church Street”', 120)
const SeatForm = z.strictObject({ organisationId: maybeId(), title })
const TitleForm = z.strictObject({ title })
const HoldingForm = z.strictObject({ personId: maybeId() })

/** Everything here is done on the page of people and seats, and goes on there. */
const onPage = {
  allow: byPolicy,
  answer: () => '/desk/people',
  again: (visit: Visit, _found: unknown, failed: Failed) => peoplePage(visit, failed),
}

/** The seat of an address. */
export const findSeat = ({ store, params }: Visit): Seat => {
  const seat = store.organisations.findSeat(idIn(params.id))
  if (!seat) throw notFound()
  return seat
}

const addSeat = change('/desk/seats', 'keep', {
  ...onPage,
  name: 'seat',
  find: nothing,
  form: SeatForm,
  decide: ({ store }, _, form) => {
    const { organisationId } = form
    if (organisationId === null) return refuse('organisationId', 'Choose the organisation')
    return isTaken(store, organisationId, form.title)
      ? refuse('title', TAKEN)
      : accept({ organisationId, title: form.title })
  },
  record: ({ store, by }, _, seat) =>
    store.organisations.recordSeat(seat.organisationId, seat.title, by),
  answer: () => '/desk/people#seat-title',
})

const TAKEN = 'This organisation has a seat of this name already'

const isTaken = (store: Store, organisationId: number, called: string, but?: Seat): boolean =>
  store.organisations
    .seats()
    .some(
      (seat) =>
        seat.id !== but?.id &&
        seat.organisationId === organisationId &&
        seat.endedOn === null &&
        sameWords(seat.title, called),
    )

/** What was agreed keeps the name of its day (R5). */
const renameSeat = change('/desk/seats/:id/title', 'keep', {
  ...onPage,
  name: 'title',
  find: findSeat,
  form: TitleForm,
  decide: ({ store }, seat, form) =>
    isTaken(store, seat.organisationId, form.title, seat)
      ? refuse('title', TAKEN)
      : accept(form.title),
  record: ({ store, by }, seat, called) => {
    if (called !== seat.title) store.organisations.recordTitle(seat.id, called, by)
  },
  again: peopleAgain('title'),
})

/** A seat that ended comes back as it was, with nobody on it. */
const bringSeatBack = change('/desk/seats/:id/reinstatement', 'keep', {
  ...onPage,
  name: 'seat-back',
  find: findSeat,
  form: NothingTyped,
  decide: ({ store }, seat) => {
    if (seat.endedOn === null) return accept(false)
    if (store.organisations.find(seat.organisationId)!.endedOn !== null)
      return refuse('seat', 'Its organisation has left. Bring the organisation back first')
    return isTaken(store, seat.organisationId, seat.title)
      ? refuse('seat', `${TAKEN}. Give that one another name first`)
      : accept(true)
  },
  record: ({ store, by }, { id }, isNew) => {
    if (isNew) store.organisations.reinstateSeat(id, by)
  },
  again: peopleAgain('seat-back'),
})

const seatPerson = change('/desk/seats/:id/holdings', 'keep', {
  ...onPage,
  name: 'holding',
  asksWho: true,
  find: findSeat,
  form: HoldingForm,
  decide: ({ store }, seat, { personId }) => {
    const person = personId === null ? undefined : store.people.find(personId)
    if (!person || person.endedAt) return refuse('personId', 'Choose who sits here now')
    if (person.organisationId !== seat.organisationId)
      return refuse('personId', 'This person belongs to another organisation')
    return seat.endedOn === null
      ? accept(person)
      : conflict(`${seat.title} ended on ${sayWhen(seat.endedOn)}. Nobody can sit there`)
  },
  record: ({ store, by, today }, seat, { id }) => {
    // Someone who sits there already needs no second chair.
    if (!seat.holders.some((held) => held.personId === id && isHeldOn(held, today)))
      store.organisations.recordHolding(seat.id, id, today, by)
  },
  again: peopleAgain('holding'),
})

const endHolding = change('/desk/holdings/:id/ending', 'keep', {
  ...onPage,
  name: 'seat',
  asksWho: true,
  find: ({ store, params }: Visit): number => {
    const id = idIn(params.id)
    const holdings = store.organisations.seats().flatMap((seat) => seat.holders)
    if (!holdings.some((held) => held.id === id && held.untilOn === null)) throw notFound()
    return id
  },
  form: NothingTyped,
  decide: () => accept(null),
  record: ({ store, by, today }, id) => store.organisations.endHolding(id, today, by),
  answer: (visit) => afterLeaving(visit),
})

/** Seats: what they are called, who sits there, from when until when (R7). */
export const seatsRoutes: readonly Route[] = [
  addSeat,
  renameSeat,
  bringSeatBack,
  seatPerson,
  endHolding,
]
