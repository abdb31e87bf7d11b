import { z } from 'zod'
import { accept, decide, refuse, type Decision } from '../../../domain/decision.ts'
import { ROLES, type Role } from '../../../domain/people/person.ts'
import type { Person } from '../../../store/people/people.ts'
import { byPolicy, nothing, NothingTyped } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { email, maybeId, needed, ticked } from '../../forms.ts'
import { idIn } from '../names.ts'
import { change, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { peopleAgain, peoplePage } from './people-page.ts'
import { afterLeaving } from './private-lists-page.ts'

const PersonForm = z.strictObject({
  name: needed('Write their name', 120),
  email: email(),
  role: z.enum(ROLES, 'Choose a role'),
  approves: ticked(),
  organisationId: maybeId(),
  seatId: maybeId(),
})
const NameForm = z.strictObject({ name: needed('Write their name', 120) })
const RoleForm = z.strictObject({ role: z.enum(ROLES, 'Choose a role'), approves: ticked() })

const addPerson = change('/desk/people', 'keep', {
  name: 'person',
  asksWho: true,
  find: nothing,
  allow: byPolicy,
  form: PersonForm,
  decide: ({ store }, _, form) => {
    const { seatId, organisationId, ...person } = form
    const seat = seatId === null ? undefined : store.organisations.findSeat(seatId)
    const isKnown = store.people.findByEmail(person.email) !== undefined
    return decide(
      [
        organisationId === null && {
          field: 'organisationId',
          reason: 'Choose the organisation they work for',
        },
        seatId !== null &&
          (!seat || seat.endedOn !== null) && {
            field: 'seatId',
            reason: 'This seat has ended. Choose from the list',
          },
        seat !== undefined &&
          seat.organisationId !== organisationId && {
            field: 'seatId',
            reason: 'This seat belongs to another organisation',
          },
        isKnown && { field: 'email', reason: 'Someone here has this address already' },
      ],
      () => ({ person: { ...person, organisationId: organisationId! }, seat }),
    )
  },
  record: ({ store, by, today }, _, { person, seat }) => {
    const id = store.people.record(person, by)
    if (seat) store.organisations.recordHolding(seat.id, id, today, by)
    store.invitations.record(id, null, by)
  },
  answer: ({ desk }) => {
    desk.postLetters()
    return '/desk/people#person-name'
  },
  again: (visit, _, failed) => peoplePage(visit, failed),
})

/** What every change of one person has in common. */
const ofPerson = {
  name: 'role',
  asksWho: true as const,
  find: ({ store, params }: Visit): Person => {
    const person = store.people.find(idIn(params.id))
    if (!person || person.endedAt) throw notFound()
    return person
  },
  allow: byPolicy,
  answer: () => '/desk/people',
  again: peopleAgain('role'),
}

/** Somebody has to be able to let the next one in. */
const keepsCoordinator = ({ store }: Visit, { id }: Person, role: Role | null): Decision<null> => {
  const all = store.people.list().filter((each) => each.role === 'coordinator' && !each.endedAt)
  const isLast = all.length === 1 && all[0]!.id === id
  return isLast && role !== 'coordinator'
    ? refuse('role', 'This is the last coordinator. Make someone else one first')
    : accept(null)
}

const changeRole = change('/desk/people/:id/role', 'keep', {
  ...ofPerson,
  form: RoleForm,
  decide: (visit, person, { role }) => keepsCoordinator(visit, person, role),
  record: ({ store, by }, { id }, _, { role, approves }) =>
    store.people.recordRole(id, role, approves, by),
})

/** Once more, for someone who did not come within seven days, or who wants to join a work account. */
const inviteAgain = change('/desk/people/:id/invitation', 'keep', {
  ...ofPerson,
  form: NothingTyped,
  decide: () => accept(null),
  record: ({ store, by }, { id }) => {
    // One who was asked in for a seat is asked in for it again.
    const baton = store.batons
      .list()
      .findLast((each) => each.end === null && each.email !== null && each.toId === id)
    store.invitations.record(id, baton?.id ?? null, by)
  },
  answer: ({ desk }) => {
    desk.postLetters()
    return '/desk/people'
  },
})

const endPerson = change('/desk/people/:id/ending', 'keep', {
  ...ofPerson,
  form: NothingTyped,
  decide: (visit, person) => keepsCoordinator(visit, person, null),
  record: ({ store, by }, { id }) => store.people.end(id, by),
  answer: (visit) => afterLeaving(visit),
})

/** The journal and the minutes keep the name of their day (R5). */
const renamePerson = change('/desk/people/:id/name', 'keep', {
  ...ofPerson,
  name: 'name',
  form: NameForm,
  decide: (_visit, _person, { name }) => accept(name),
  record: ({ store, by }, person, name) => {
    if (name !== person.name) store.people.recordName(person.id, name, by)
  },
  again: peopleAgain('name'),
})

/** People who sign in here: let in, in their roles, until they are ended. */
export const peopleRoutes: readonly Route[] = [
  page('/desk/people', 'read', (visit) => peoplePage(visit)),
  addPerson,
  changeRole,
  renamePerson,
  inviteAgain,
  endPerson,
]
