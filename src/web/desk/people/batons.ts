import type { Desk, Visit } from '../visit.ts'
import { namesOf } from '../../../work/names.ts'
import { z } from 'zod'
import { isOpen, termsOf, type Action } from '../../../domain/actions/action.ts'
import {
  answerBaton,
  handOn,
  isUnderWay,
  leaveBehind,
  type Baton,
  type Kept,
} from '../../../domain/people/baton.ts'
import { dayOf, daysBetween } from '../../../domain/day.ts'
import { conflict, refuse, type Decision } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { isEmpty, isHeldOn, type Seat } from '../../../domain/people/seat.ts'
import { refused, saved, show } from '../../answer.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeEmail, maybeId, parse, someIds, ticked, typedIn, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { idIn } from '../names.ts'

const HandOnForm = z.strictObject({
  toId: maybeId(),
  name: words(120),
  email: maybeEmail(),
  note: words(2000),
  shown: words(2000),
  goesIds: someIds(),
  keepSeatId: maybeId(),
  alumni: ticked(),
})
const AnswerForm = z.strictObject({ batonId: maybeId(), words: words(1000) })
const BatonForm = z.strictObject({ batonId: maybeId() })
const CHANGED = 'This is not being handed on as you saw it any more. Look again before you answer'
/** How long the seat's page says how the last handing on ended. */
const NEWS_DAYS = 30

/** `/desk/seats/{id}/baton`: who held a seat, what belongs to it, and how it is handed on. */
export const batonsRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/seats/:id/baton', 'read', (visit) => show(visit.reply, page(visit, find(visit))))

  desk.change('/desk/seats/:id/baton', 'matter', (visit) => {
    const seat = find(visit)
    if (!may.handOn(visit.who, seat.id)) throw notAllowed()
    const form = parse(HandOnForm, visit.body)
    const known =
      form.accepted && form.value.email ? store.people.findByEmail(form.value.email) : undefined
    // An address that is someone's here already is that person.
    const wanted = form.accepted
      ? known && form.value.toId === null
        ? { ...form.value, toId: known.id, name: '', email: '' }
        : form.value
      : undefined
    const keepSeatId = wanted?.keepSeatId ?? null
    if (keepSeatId !== null && !mySeats(visit, seat).some((each) => each.id === keepSeatId))
      return again(visit, seat, 'baton', refuse('keepSeatId', 'Choose from the list'))
    const ours = wanted
      ? belonging(visit, seat)
          .filter((action) => action.depth !== 'named')
          .map((action) => action.id)
      : []
    const stays = wanted
      ? [...new Set(wanted.shown.split(' ').map(Number))].filter(
          (id) => !wanted.goesIds.includes(id) && ours.includes(id),
        )
      : []
    // The same form once more, a second tap, says nothing new.
    if (
      wanted &&
      isSame(visit, underWay(visit, seat), {
        ...wanted,
        keeps: stays.map((actionId) => ({ actionId, seatId: keepSeatId })),
      })
    )
      return back(visit, seat)
    const decision = !form.accepted
      ? form
      : handOn(
          seat,
          {
            toId: wanted!.toId,
            name: wanted!.name,
            email: wanted!.email,
            note: wanted!.note,
            keeps: stays.map((actionId) => ({ actionId, seatId: keepSeatId })),
          },
          {
            personId: visit.who.personId,
            people: store.people.list(),
            underWay: underWay(visit, seat) !== undefined,
            today: visit.today,
          },
        )
    if (!decision.accepted)
      return again(
        visit,
        seat,
        'baton',
        known && form.accepted && form.value.toId === null
          ? {
              accepted: false,
              refusals: decision.refusals.map((each) =>
                each.field === 'toId' ? { ...each, field: 'email' } : each,
              ),
            }
          : decision,
      )
    const value = decision.value as Parameters<typeof store.batons.record>[1]
    store.together(() => {
      store.batons.record(seat.id, value, visit.by)
      if (wanted!.alumni !== store.batons.alumni().includes(visit.who.personId))
        store.batons.recordAlumni(wanted!.alumni, visit.by)
      const baton = store.batons.ofSeat(seat.id).at(-1)!
      // An address is a coordinator's to invite, so they hear of it.
      store.batons.recordLetters(
        baton.id,
        baton.toId === null ? coordinators(visit) : [baton.toId],
        visit.by,
      )
    })
    desk.postLetters()
    return back(visit, seat)
  })

  const answer = (accepted: boolean) => (visit: Visit) => {
    const seat = find(visit)
    const form = parse(AnswerForm, visit.body)
    const baton = meant(visit, seat, form)
    if (!baton || !may.answerBaton(visit.who, baton)) throw notAllowed()
    if (baton.end?.kind === (accepted ? 'accepted' : 'declined')) return back(visit, seat)
    const decision = !form.accepted
      ? form
      : form.value.batonId === baton.id
        ? answerBaton(baton, seat, accepted, form.value.words, visit.today)
        : conflict(CHANGED)
    if (!decision.accepted) return again(visit, seat, 'answer', decision)
    store.together(() => {
      store.batons.recordEnd(
        baton,
        decision.value as Parameters<typeof store.batons.recordEnd>[1],
        visit.by,
      )
      if (accepted) changeHands(visit, seat, baton)
      store.batons.recordLetters(
        baton.id,
        [baton.fromId, ...coordinators(visit)].filter((id) => id !== visit.who.personId),
        visit.by,
      )
    })
    desk.postLetters()
    return back(visit, seat)
  }
  desk.change('/desk/seats/:id/baton/acceptance', 'matter', answer(true))
  desk.change('/desk/seats/:id/baton/declining', 'matter', answer(false))

  desk.change('/desk/seats/:id/baton/withdrawal', 'matter', (visit) => {
    const seat = find(visit)
    const form = parse(BatonForm, visit.body)
    const baton = meant(visit, seat, form)
    if (!baton || !may.stopBaton(visit.who, baton)) throw notAllowed()
    if (!form.accepted) return again(visit, seat, 'withdrawal', form)
    if (baton.end?.kind === 'withdrawn') return back(visit, seat)
    if (form.value.batonId !== baton.id || !isUnderWay(baton, seat, visit.today))
      return again(visit, seat, 'withdrawal', conflict(CHANGED))
    store.together(() => {
      store.batons.recordEnd(baton, { kind: 'withdrawn', words: null }, visit.by)
      // Whoever was written to about it hears that it is over.
      store.batons.recordLetters(
        baton.id,
        [
          baton.fromId,
          ...(baton.toId === null ? [] : [baton.toId]),
          ...(baton.email === null ? [] : coordinators(visit)),
        ].filter((id) => id !== visit.who.personId),
        visit.by,
      )
    })
    desk.postLetters()
    return back(visit, seat)
  })

  /** Nobody gets in but by a coordinator: they ask in the one that the holder named. */
  desk.change('/desk/seats/:id/baton/invitation', 'keep', (visit) => {
    const seat = find(visit)
    const form = parse(BatonForm, visit.body)
    const baton = meant(visit, seat, form)
    if (!baton || baton.email === null) throw notFound()
    if (!form.accepted) return again(visit, seat, 'invitation', form)
    // They let in the address that they saw, and no other.
    if (form.value.batonId !== baton.id || !isUnderWay(baton, seat, visit.today))
      return again(visit, seat, 'invitation', conflict(CHANGED))
    if (baton.toId !== null) return back(visit, seat)
    const address = baton.email
    if (store.people.findByEmail(address))
      return again(
        visit,
        seat,
        'invitation',
        refuse(
          'email',
          'Someone here has this address by now. Stop this one, and let the holder choose them from the list',
        ),
      )
    store.together(() => {
      const id = store.people.record(
        {
          name: baton.name!,
          email: address,
          role: 'member',
          approves: false,
          organisationId: seat.organisationId,
        },
        visit.by,
      )
      store.invitations.record(id, baton.id, visit.by)
    })
    desk.postLetters()
    return back(visit, seat)
  })

  /**
   * R7: from today the seat is held by the one who took it on; what does not go with it is agreed
   * anew, with the reason in its history.
   */
  const changeHands = (visit: Visit, seat: Seat, baton: Baton): void => {
    store.organisations.endHolding(baton.holdingId, visit.today, visit.by)
    // A coordinator may have seated them by hand while they thought about it.
    if (!visit.who.seatIds.includes(seat.id))
      store.organisations.recordHolding(seat.id, visit.who.personId, visit.today, visit.by)
    for (const { action, terms } of leaveBehind(
      baton,
      seat,
      store.actions.listUnfiltered(baton.keeps.map((each) => each.actionId)),
      { seats: store.organisations.seats(), today: visit.today },
    ))
      store.actions.recordTerms(action.id, terms, visit.by)
  }
  const find = (visit: Visit): Seat => {
    const seat = store.organisations.findSeat(idIn(visit.params.id))
    if (!seat) throw notFound()
    return seat
  }
  /**
   * The one that the form stood for. It may have ended since, or another may have taken its place.
   */
  const meant = (
    visit: Visit,
    seat: Seat,
    form: Decision<{ batonId: number | null }>,
  ): Baton | undefined =>
    (form.accepted
      ? store.batons.ofSeat(seat.id).find((each) => each.id === form.value.batonId)
      : undefined) ?? underWay(visit, seat)
  const isSame = (
    visit: Visit,
    baton: Baton | undefined,
    wanted: { toId: number | null; email: string; note: string; keeps: Kept[] },
  ): boolean =>
    baton !== undefined &&
    baton.fromId === visit.who.personId &&
    baton.note === wanted.note &&
    JSON.stringify(baton.keeps) === JSON.stringify(wanted.keeps) &&
    (baton.email === null ? baton.toId === wanted.toId : baton.email === wanted.email)
  const underWay = (visit: Visit, seat: Seat): Baton | undefined =>
    store.batons.ofSeat(seat.id).findLast((baton) => isUnderWay(baton, seat, visit.today))
  const coordinators = (visit: Visit): number[] =>
    store.people
      .list()
      .filter(
        (each) =>
          each.role === 'coordinator' && each.endedAt === null && each.id !== visit.who.personId,
      )
      .map((each) => each.id)
  const belonging = (visit: Visit, seat: Seat): Action[] =>
    store.actions
      .list(visit.who)
      .filter((action) => isOpen(action) && termsOf(action).seatId === seat.id)
  const mySeats = (visit: Visit, seat: Seat): Seat[] =>
    store.organisations
      .seats()
      .filter(
        (each) =>
          each.id !== seat.id &&
          each.endedOn === null &&
          each.organisationId === seat.organisationId &&
          visit.who.seatIds.includes(each.id),
      )
  const back = (visit: Visit, seat: Seat) =>
    saved(visit.request, visit.reply, to('/desk/seats', seat.id, 'baton'))
  const again = (visit: Visit, seat: Seat, form: string, decision: Decision<unknown>) => {
    const errors = decision.accepted ? [] : decision.refusals
    return refused(visit.request, visit.reply, errors, () =>
      page(visit, seat, {
        form,
        errors,
        body: form === 'baton' ? withNew(visit, seat) : visit.body,
      }),
    )
  }
  /**
   * What came to the seat while they were writing goes with it, as it does where nothing is said of
   * it.
   */
  const withNew = (visit: Visit, seat: Seat) => {
    const typed = typedIn(visit.body)
    const shown = String(typed.shown ?? '').split(' ')
    return {
      ...typed,
      goesIds: [
        ...[typed.goesIds ?? []].flat(),
        ...belonging(visit, seat)
          .map((action) => String(action.id))
          .filter((id) => !shown.includes(id)),
      ],
    }
  }
  const page = (visit: Visit, seat: Seat, failed?: Parameters<Desk['frame']>[3]) => {
    const { who, today } = visit
    const baton = underWay(visit, seat)
    const all = belonging(visit, seat)
    // What came with the seat can be read for as long as the one who took it on sits there.
    const ended = store.batons
      .ofSeat(seat.id)
      .findLast(
        (each) =>
          each.end !== null &&
          may.seeBaton(who, each) &&
          (daysBetween(dayOf(each.end.at), today) <= NEWS_DAYS ||
            (each.end.kind === 'accepted' &&
              each.toId === who.personId &&
              who.seatIds.includes(seat.id))),
      )
    // A holder who was ended in the middle leaves the note to those who have to go on: until the
    // seat is filled, and to the one it was for.
    const last = store.batons.ofSeat(seat.id).at(-1)
    const lapsed =
      !baton &&
      last?.end === null &&
      may.seeBaton(who, last) &&
      (isEmpty(seat, today) || (last.toId === who.personId && who.seatIds.includes(seat.id)))
        ? last
        : null
    const successor = baton?.toId ? store.people.find(baton.toId) : undefined
    const invitedUntil = successor
      ? (store.invitations.waiting().find((each) => each.personId === successor.id)?.expiresAt ??
        null)
      : null
    return view('desk/people/batons/show', {
      frame: desk.frame(visit, seat.title, 'people', failed),
      names: namesOf(store),
      seat,
      actions: all.filter((action) => action.depth !== 'named'),
      held: all.filter((action) => action.depth === 'named').length,
      baton: baton ?? null,
      ended: ended ?? null,
      lapsed,
      sees: baton !== undefined && may.seeBaton(who, baton),
      mayHandOn: baton === undefined && may.handOn(who, seat.id),
      mayAnswer: baton !== undefined && may.answerBaton(who, baton),
      mayStop: baton !== undefined && may.stopBaton(who, baton),
      mayInvite: baton !== undefined && baton.toId === null && may.keep(who),
      colleagues: store.people
        .list()
        .filter(
          (each) =>
            each.endedAt === null &&
            each.organisationId === seat.organisationId &&
            each.role !== 'observer' &&
            each.id !== who.personId &&
            !seat.holders.some(
              (holding) => holding.personId === each.id && isHeldOn(holding, today),
            ),
        )
        .map(({ id, name }) => ({ id, name })),
      mySeats: mySeats(visit, seat),
      alumni: store.batons.alumni(),
      invitedUntil,
      ranOut: invitedUntil !== null && invitedUntil <= desk.at(),
      cannot:
        successor !== undefined && (successor.endedAt !== null || successor.role === 'observer'),
    })
  }
}
