import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import { isUnderWay } from '../../../domain/people/baton.ts'
import { CONFLICT, type Refusal } from '../../../domain/decision.ts'
import { sayWhen } from '../../../domain/day.ts'
import { ROLES } from '../../../domain/people/person.ts'
import { isHeldOn } from '../../../domain/people/seat.ts'
import { refused, saved, show } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { email, maybeId, needed, parse, ticked } from '../../forms.ts'
import { view } from '../../views/desk.ts'
import { idIn } from '../names.ts'
import { codeOf } from './sign-in.ts'

const OrganisationForm = z.strictObject({
  name: needed('Write its full name', 120),
  publicName: needed('Write how residents are told of it, like “the police”', 120),
  expected: ticked(),
})
const SeatForm = z.strictObject({
  organisationId: maybeId(),
  title: needed('Write the name of the post, like “Ward sergeant, Church Street”', 120),
})
const PersonForm = z.strictObject({
  name: needed('Write their name', 120),
  email: email(),
  role: z.enum(ROLES, 'Choose a role'),
  approves: ticked(),
  organisationId: maybeId(),
  seatId: maybeId(),
})
const RoleForm = z.strictObject({ role: z.enum(ROLES, 'Choose a role'), approves: ticked() })
const HoldingForm = z.strictObject({ personId: maybeId() })
const EmptyForm = z.strictObject({})

/** Organisations, seats and people: who sits where, from when until when (R7). */
export const peopleRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/people', 'read', (visit) => show(visit.reply, page(visit)))

  desk.change('/desk/organisations', 'keep', (visit) => {
    const form = parse(OrganisationForm, visit.body)
    if (!form.accepted) return again(visit, 'organisation', form.refusals)
    const plain = codeOf(form.value.publicName)
    const code =
      plain === 'organisation' ? `organisation-${store.organisations.list().length + 1}` : plain
    if (store.organisations.list().some((each) => each.code === code))
      return again(visit, 'organisation', [
        { field: 'publicName', reason: 'Another organisation is told of by this name' },
      ])
    store.organisations.record({ ...form.value, code }, visit.by)
    return back(visit, '#organisation-name')
  })

  desk.change('/desk/organisations/:id/terms', 'keep', (visit) => {
    const organisation = store.organisations.find(idIn(visit.params.id))
    if (!organisation) throw notFound()
    const form = parse(OrganisationForm, visit.body)
    if (!form.accepted) return again(visit, `organisation-${organisation.id}`, form.refusals)
    store.organisations.recordChange(organisation.id, form.value, visit.by)
    return back(visit)
  })

  desk.change('/desk/seats', 'keep', (visit) => {
    const form = parse(SeatForm, visit.body)
    const errors = form.accepted
      ? form.value.organisationId === null
        ? [{ field: 'organisationId', reason: 'Choose the organisation' }]
        : []
      : form.refusals
    if (!form.accepted || errors.length) return again(visit, 'seat', errors)
    store.organisations.recordSeat(form.value.organisationId!, form.value.title, visit.by)
    return back(visit, '#seat-title')
  })

  desk.change('/desk/seats/:id/ending', 'keep', (visit) => {
    const seat = store.organisations.findSeat(idIn(visit.params.id))
    if (!seat) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, 'seat', form.refusals)
    // It ended once, on its day.
    if (seat.endedOn !== null) return back(visit)
    store.together(() => {
      for (const held of seat.holders.filter((each) => isHeldOn(each, visit.today)))
        store.organisations.endHolding(held.id, visit.today, visit.by)
      store.organisations.endSeat(seat.id, visit.today, visit.by)
    })
    return back(visit)
  })

  desk.change('/desk/seats/:id/holdings', 'keep', (visit) => {
    const seat = store.organisations.findSeat(idIn(visit.params.id))
    if (!seat) throw notFound()
    const form = parse(HoldingForm, visit.body)
    const person =
      form.accepted && form.value.personId !== null
        ? store.people.find(form.value.personId)
        : undefined
    if (!person || person.endedAt)
      return again(
        visit,
        `holding-${seat.id}`,
        form.accepted ? [{ field: 'personId', reason: 'Choose who sits here now' }] : form.refusals,
      )
    if (person.organisationId !== seat.organisationId)
      return again(visit, `holding-${seat.id}`, [
        { field: 'personId', reason: 'This person belongs to another organisation' },
      ])
    if (seat.endedOn !== null)
      return again(visit, `holding-${seat.id}`, [
        {
          field: CONFLICT,
          reason: `${seat.title} ended on ${sayWhen(seat.endedOn)}. Nobody can sit there`,
        },
      ])
    // Someone who sits there already needs no second chair.
    if (!seat.holders.some((held) => held.personId === person.id && isHeldOn(held, visit.today)))
      store.organisations.recordHolding(seat.id, person.id, visit.today, visit.by)
    return back(visit)
  })

  desk.change('/desk/holdings/:id/ending', 'keep', (visit) => {
    const id = idIn(visit.params.id)
    if (
      !store.organisations
        .seats()
        .some((seat) => seat.holders.some((held) => held.id === id && held.untilOn === null))
    )
      throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, 'seat', form.refusals)
    store.organisations.endHolding(id, visit.today, visit.by)
    return back(visit)
  })

  desk.change('/desk/people', 'keep', (visit) => {
    const form = parse(PersonForm, visit.body)
    if (!form.accepted) return again(visit, 'person', form.refusals)
    const { seatId, organisationId, ...person } = form.value
    const seat = seatId === null ? undefined : store.organisations.findSeat(seatId)
    const errors: Refusal[] = [
      ...(organisationId === null
        ? [{ field: 'organisationId', reason: 'Choose the organisation they work for' }]
        : []),
      ...(seatId !== null && (!seat || seat.endedOn !== null)
        ? [{ field: 'seatId', reason: 'This seat has ended. Choose from the list' }]
        : []),
      ...(seat && seat.organisationId !== organisationId
        ? [{ field: 'seatId', reason: 'This seat belongs to another organisation' }]
        : []),
      ...(store.people.findByEmail(person.email)
        ? [{ field: 'email', reason: 'Someone here has this address already' }]
        : []),
    ]
    if (errors.length) return again(visit, 'person', errors)
    store.together(() => {
      const id = store.people.record({ ...person, organisationId: organisationId! }, visit.by)
      if (seat) store.organisations.recordHolding(seat.id, id, visit.today, visit.by)
      store.invitations.record(id, null, visit.by)
    })
    desk.postLetters()
    return back(visit, '#person-name')
  })

  desk.change('/desk/people/:id/role', 'keep', (visit) => {
    const person = findPerson(visit)
    const form = parse(RoleForm, visit.body)
    if (!form.accepted) return again(visit, `role-${person.id}`, form.refusals)
    if (lastCoordinator(person.id) && form.value.role !== 'coordinator')
      return again(visit, `role-${person.id}`, [
        { field: 'role', reason: 'This is the last coordinator. Make someone else one first' },
      ])
    store.people.recordRole(person.id, form.value.role, form.value.approves, visit.by)
    return back(visit)
  })

  /**
   * Once more, for someone who did not come within seven days, or who wants to join a work account.
   */
  desk.change('/desk/people/:id/invitation', 'keep', (visit) => {
    const person = findPerson(visit)
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, `role-${person.id}`, form.refusals)
    // One who was asked in for a seat is asked in for it again.
    const baton = store.batons
      .list()
      .findLast((each) => each.end === null && each.email !== null && each.toId === person.id)
    store.invitations.record(person.id, baton?.id ?? null, visit.by)
    desk.postLetters()
    return back(visit)
  })

  desk.change('/desk/people/:id/ending', 'keep', (visit) => {
    const person = findPerson(visit)
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, `role-${person.id}`, form.refusals)
    if (lastCoordinator(person.id))
      return again(visit, `role-${person.id}`, [
        { field: 'role', reason: 'This is the last coordinator. Make someone else one first' },
      ])
    store.people.end(person.id, visit.by)
    return back(visit)
  })

  const findPerson = (visit: Visit) => {
    const person = store.people.find(idIn(visit.params.id))
    if (!person || person.endedAt) throw notFound()
    return person
  }
  const lastCoordinator = (id: number): boolean => {
    const all = store.people.list().filter((each) => each.role === 'coordinator' && !each.endedAt)
    return all.length === 1 && all[0]!.id === id
  }
  const back = (visit: Visit, place = '') =>
    saved(visit.request, visit.reply, `/desk/people${place}`)
  const again = (visit: Visit, form: string, errors: Refusal[]) =>
    refused(visit.request, visit.reply, errors, () =>
      page(visit, { form, errors, body: visit.body }),
    )
  const page = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) => {
    const invited = new Map(
      store.invitations.waiting().map((each) => [each.personId, each.expiresAt]),
    )
    const until = (id: number): string | null => invited.get(id) ?? null
    const seats = store.organisations.seats()
    return view('desk/people/index', {
      frame: desk.frame(visit, 'People and seats', 'people', failed),
      organisations: store.organisations.list(),
      seats,
      today: visit.today,
      unopenable: store.people.unopenable(),
      people: store.people
        .list()
        .map(({ totpSecret, totpStep: _step, createdAt: _made, ...person }) => ({
          ...person,
          hasSecondFactor: totpSecret !== null || store.passkeys.list(person.id).length > 0,
          invitedUntil: until(person.id),
          ranOut: (until(person.id) ?? '9999') <= desk.at(),
        })),
      handingOn: store.batons
        .list()
        .filter((baton) =>
          isUnderWay(
            baton,
            seats.find((each) => each.id === baton.seatId)!,
            visit.today,
          ),
        )
        .map((baton) => baton.seatId),
      alumni: store.batons.alumni(),
      withAccounts: desk.accounts !== null,
    })
  }
}
