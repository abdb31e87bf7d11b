import { z } from 'zod'
import { accept, refuse, type Decision } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import {
  actionsHelpedBy,
  actionsLedBy,
  leave,
  type LeadTarget,
  type MovedOn,
} from '../../../domain/people/leaving.ts'
import type { Organisation } from '../../../domain/people/seat.ts'
import { hasHappened, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { namesOf } from '../../../work/names.ts'
import { byPolicy, NothingTyped, type Failed } from '../../change.ts'
import { words } from '../../forms.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { isHereToAgree } from '../actions/open-table.ts'
import { change, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { findOrganisation } from './organisations.ts'
import { peopleAgain } from './people-page.ts'
import { afterLeaving, listsOfPeople } from './private-lists-page.ts'

const LeavingForm = z.strictObject({
  to: z
    .string()
    .regex(/^(|nobody|stay|\d{1,9})$/, 'Choose from the list')
    .default('')
    .transform((to): LeadTarget =>
      to === 'nobody' || to === 'stay' ? to : to === '' ? null : Number(to),
    ),
  reason: words(300),
})

/** What moves on with it: the actions that whoever ends it may change (R11). */
const itsActions = ({ store, who }: Visit, { id }: Organisation) => {
  const mine = store.actions.listOpen(who).filter((each) => may.change(who, each))
  return { led: actionsLedBy(id, mine), helped: actionsHelpedBy(id, mine) }
}

const itsPeople = ({ store }: Visit, { id }: Organisation) =>
  store.people.list().filter((each) => each.organisationId === id && each.endedAt === null)

const itsSeats = ({ store }: Visit, { id }: Organisation) =>
  store.organisations.seats().filter((each) => each.organisationId === id && each.endedOn === null)

/** The tables ahead that it is expected at. */
const tablesAhead = ({ store }: Visit, { id }: Organisation): RoundTable[] =>
  store.roundTables
    .list()
    .filter(
      (each) => !hasHappened(each) && each.cancelledAt === null && each.expectedIds.includes(id),
    )

/** R30: a change of the plan like any other, with who and why. */
const notExpectedAt = (
  { store, by }: Visit,
  { id, heldOn, startsAt, place, expectedIds }: RoundTable,
  organisation: Organisation,
): void => {
  const plan = {
    heldOn,
    startsAt,
    place,
    expectedIds: expectedIds.filter((each) => each !== organisation.id),
  }
  const reason = `${organisation.name} left the partnership`
  store.roundTables.recordPlanChange(id, { plan, verb: 'changed', reason }, by)
}

/** Asked first, on a page of its own: what hangs on the organisation, and what becomes of it. */
const leavingPage = (visit: Visit, organisation: Organisation, failed?: Failed): Drawn => {
  const { store } = visit
  const people = itsPeople(visit, organisation)
  return view('desk/people/organisations/ending', {
    frame: frameOf(visit, `${organisation.name} leaves`, 'people', failed),
    names: namesOf(store),
    organisation,
    ...itsActions(visit, organisation),
    seats: itsSeats(visit, organisation),
    people: people.map(({ id, name }) => ({ id, name })),
    tables: tablesAhead(visit, organisation),
    lists: listsOfPeople(
      store,
      people.map((each) => each.id),
    ),
    others: store.organisations
      .list()
      .filter((each) => each.id !== organisation.id && each.endedOn === null),
  })
}

/** The charity keeps the record, and somebody has to be able to let the next one in. */
const mayLeave = (visit: Visit, organisation: Organisation): Decision<null> => {
  if (organisation.endedOn !== null) return accept(null)
  if (visit.store.people.charity() === organisation.id)
    return refuse(
      'to',
      'This organisation keeps the record of the partnership, and cannot leave it',
    )
  const leaving = itsPeople(visit, organisation).map((each) => each.id)
  const isKept = visit.store.people
    .list()
    .some(
      (each) => each.role === 'coordinator' && each.endedAt === null && !leaving.includes(each.id),
    )
  return isKept
    ? accept(null)
    : refuse('to', 'The last coordinator works for it. Make someone else one first')
}

const endOrganisation = change('/desk/organisations/:id/ending', 'keep', {
  name: 'leaving',
  asksWho: true,
  find: findOrganisation,
  allow: byPolicy,
  form: LeavingForm,
  decide: (visit, organisation, form): Decision<MovedOn[]> => {
    const first = mayLeave(visit, organisation)
    if (!first.accepted) return first
    return leave(organisation, itsActions(visit, organisation), form, {
      organisations: visit.store.organisations.list(),
      isRepresented: (id) => isHereToAgree(visit, id),
    })
  },
  record: (visit, organisation, moved) => {
    const { store, by, today } = visit
    for (const { action, terms } of moved) store.actions.recordTerms(action.id, terms, by)
    // It left once, on its day.
    if (organisation.endedOn !== null) return
    for (const { id } of itsPeople(visit, organisation)) store.people.end(id, by)
    for (const { id } of itsSeats(visit, organisation)) store.organisations.endSeat(id, today, by)
    for (const table of tablesAhead(visit, organisation)) notExpectedAt(visit, table, organisation)
    store.organisations.recordEnd(organisation.id, today, by)
  },
  answer: (visit) => afterLeaving(visit),
  again: leavingPage,
})

/** It comes back with the seats that ended when it left, and nobody on them. */
const bringOrganisationBack = change('/desk/organisations/:id/reinstatement', 'keep', {
  name: 'organisation-back',
  find: findOrganisation,
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, organisation) => accept(organisation.endedOn),
  record: ({ store, by }, { id }, endedOn) => {
    if (endedOn === null) return
    store.organisations.recordReturn(id, by)
    for (const seat of store.organisations.seats())
      if (seat.organisationId === id && seat.endedOn === endedOn)
        store.organisations.reinstateSeat(seat.id, by)
  },
  answer: () => '/desk/people',
  again: peopleAgain('organisation-back'),
})

/** `/desk/organisations/{id}/ending`: an organisation leaves the partnership, and may come back. */
export const organisationEndingRoutes: readonly Route[] = [
  page('/desk/organisations/:id/ending', 'keep', (visit) =>
    leavingPage(visit, findOrganisation(visit)),
  ),
  endOrganisation,
  bringOrganisationBack,
]
