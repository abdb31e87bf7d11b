import { z } from 'zod'
import { accept, conflict, refuse } from '../../../domain/decision.ts'
import { sayWhen } from '../../../domain/day.ts'
import { isHeldOn, type Organisation, type Seat } from '../../../domain/people/seat.ts'
import { sameWords } from '../../../domain/same-words.ts'
import { codeOf } from '../../../domain/short-code.ts'
import type { Store } from '../../../store/store.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { maybeId, needed, ticked } from '../../forms.ts'
import { idIn } from '../names.ts'
import { change, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { peopleAgain, peoplePage } from './people-page.ts'

const OrganisationForm = z.strictObject({
  name: needed('Write its full name', 120),
  publicName: needed('Write how residents are told of it, like “the police”', 120),
  expected: ticked(),
})
const SeatForm = z.strictObject({
  organisationId: maybeId(),
  title: needed('Write the name of the post, like “Ward sergeant, Church Street”', 120),
})
const HoldingForm = z.strictObject({ personId: maybeId() })

/** Everything here is done on the page of people and seats, and goes on there. */
const onPage = {
  allow: byPolicy,
  answer: () => '/desk/people',
  again: (visit: Visit, _found: unknown, failed: Failed) => peoplePage(visit, failed),
}

const addOrganisation = change('/desk/organisations', 'keep', {
  ...onPage,
  name: 'organisation',
  find: nothing,
  form: OrganisationForm,
  decide: ({ store }, _, form) => {
    const code = freshCode(store, form.publicName)
    return store.organisations.list().some((each) => each.code === code)
      ? refuse('publicName', 'Another organisation is told of by this name')
      : accept({ ...form, code })
  },
  record: ({ store, by }, _, organisation) => store.organisations.record(organisation, by),
  answer: () => '/desk/people#organisation-name',
})

/** A name of which no letter is left, in another script, is counted instead. */
const freshCode = (store: Store, publicName: string): string => {
  const plain = codeOf(publicName)
  return plain === 'organisation' ? `organisation-${store.organisations.list().length + 1}` : plain
}

const changeOrganisation = change('/desk/organisations/:id/terms', 'keep', {
  ...onPage,
  name: 'organisation',
  find: ({ store, params }: Visit): Organisation => {
    const organisation = store.organisations.find(idIn(params.id))
    if (!organisation) throw notFound()
    return organisation
  },
  form: OrganisationForm,
  decide: (_visit, _organisation, form) => accept(form),
  record: ({ store, by }, { id }, form) => store.organisations.recordChange(id, form, by),
  again: peopleAgain('organisation'),
})

const addSeat = change('/desk/seats', 'keep', {
  ...onPage,
  name: 'seat',
  find: nothing,
  form: SeatForm,
  decide: ({ store }, _, { organisationId, title }) =>
    organisationId === null
      ? refuse('organisationId', 'Choose the organisation')
      : store.organisations.seats().some((seat) => isCalled(seat, organisationId, title))
        ? refuse('title', 'This organisation has a seat of this name already')
        : accept({ organisationId, title }),
  record: ({ store, by }, _, { organisationId, title }) =>
    store.organisations.recordSeat(organisationId, title, by),
  answer: () => '/desk/people#seat-title',
})

const isCalled = (seat: Seat, organisationId: number, title: string): boolean =>
  seat.organisationId === organisationId && seat.endedOn === null && sameWords(seat.title, title)

/** The seat of an address. */
export const findSeat = ({ store, params }: Visit): Seat => {
  const seat = store.organisations.findSeat(idIn(params.id))
  if (!seat) throw notFound()
  return seat
}

const endSeat = change('/desk/seats/:id/ending', 'keep', {
  ...onPage,
  name: 'seat',
  find: findSeat,
  form: NothingTyped,
  decide: () => accept(null),
  record: ({ store, by, today }, seat) => {
    // It ended once, on its day.
    if (seat.endedOn !== null) return
    for (const held of seat.holders.filter((each) => isHeldOn(each, today)))
      store.organisations.endHolding(held.id, today, by)
    store.organisations.endSeat(seat.id, today, by)
  },
})

const seatPerson = change('/desk/seats/:id/holdings', 'keep', {
  ...onPage,
  name: 'holding',
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
  find: ({ store, params }: Visit): number => {
    const id = idIn(params.id)
    const holdings = store.organisations.seats().flatMap((seat) => seat.holders)
    if (!holdings.some((held) => held.id === id && held.untilOn === null)) throw notFound()
    return id
  },
  form: NothingTyped,
  decide: () => accept(null),
  record: ({ store, by, today }, id) => store.organisations.endHolding(id, today, by),
})

/** Organisations and their seats: who sits where, from when until when (R7). */
export const organisationsRoutes: readonly Route[] = [
  addOrganisation,
  changeOrganisation,
  addSeat,
  endSeat,
  seatPerson,
  endHolding,
]
