import { z } from 'zod'
import { accept, conflict, refuse, type Decision } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { answerBaton, isUnderWay, leaveBehind, type Baton } from '../../../domain/people/baton.ts'
import type { Seat } from '../../../domain/people/seat.ts'
import { byPolicy, type Failed } from '../../change.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeId, parse, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { change, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { batonPage } from './baton-page.ts'
import { batonUnderWay, otherCoordinators } from './baton-seat.ts'
import { handOnSeat } from './hand-on.ts'
import { findSeat } from './seats.ts'

const AnswerForm = z.strictObject({ batonId: maybeId(), words: words(1000) })
const BatonForm = z.strictObject({ batonId: maybeId() })
const CHANGED = 'This is not being handed on as you saw it any more. Look again before you answer'

/** A seat, and the handing on that a form stands for. */
interface Found {
  seat: Seat
  baton: Baton
}

/**
 * The one that the form stood for. It may have ended since, or another may have taken its place.
 */
const findMeant = (
  visit: Visit,
  form: z.ZodType<{ batonId: number | null }>,
): { seat: Seat; baton: Baton | undefined } => {
  const seat = findSeat(visit)
  const read = parse(form, visit.body)
  const meant = read.accepted
    ? visit.store.batons.ofSeat(seat.id).find((each) => each.id === read.value.batonId)
    : undefined
  return { seat, baton: meant ?? batonUnderWay(visit, seat) }
}

/** ... where there is one: whoever answers nothing is told what someone else's answer is told. */
const findBaton =
  (form: z.ZodType<{ batonId: number | null }>) =>
  (visit: Visit): Found => {
    const { seat, baton } = findMeant(visit, form)
    if (!baton) throw notAllowed()
    return { seat, baton }
  }

/** What was done is written to those it concerns; said once more, it goes to nobody again. */
const ofBaton = {
  answer: ({ desk }: Visit, { seat }: { seat: Seat }, isRecorded: boolean) => {
    if (isRecorded) desk.postLetters()
    return to('/desk/seats', seat.id, 'baton')
  },
  again: (visit: Visit, { seat }: { seat: Seat }, failed: Failed) => batonPage(visit, seat, failed),
}

/** How it ends, or null where it ended like that already. */
type Ended = Parameters<Visit['store']['batons']['recordEnd']>[1] | null

const answerOf = (isAccepted: boolean) => ({
  ...ofBaton,
  name: 'answer',
  find: findBaton(AnswerForm),
  allow: ({ who }: Visit, { baton }: Found) => may.answerBaton(who, baton),
  form: AnswerForm,
  decide: (
    { today }: Visit,
    { seat, baton }: Found,
    { batonId, words: said }: z.infer<typeof AnswerForm>,
  ): Decision<Ended> => {
    if (baton.end?.kind === (isAccepted ? 'accepted' : 'declined')) return accept(null)
    return batonId === baton.id
      ? answerBaton(baton, seat, isAccepted, said, today)
      : conflict(CHANGED)
  },
  record: (visit: Visit, { seat, baton }: Found, end: Ended): boolean => {
    if (end === null) return false
    visit.store.batons.recordEnd(baton, end, visit.by)
    if (isAccepted) changeHands(visit, seat, baton)
    writeTo(visit, baton, [baton.fromId, ...otherCoordinators(visit)])
    return true
  },
})

const acceptSeat = change('/desk/seats/:id/baton/acceptance', 'matter', answerOf(true))

const declineSeat = change('/desk/seats/:id/baton/declining', 'matter', {
  ...answerOf(false),
  keepsWords: true,
})

/** A letter to each of them but the one who did it. */
const writeTo = ({ store, who, by }: Visit, { id }: Baton, personIds: number[]): void =>
  store.batons.recordLetters(
    id,
    personIds.filter((each) => each !== who.personId),
    by,
  )

/**
 * R7: from today the seat is held by the one who took it on; what does not go with it is agreed
 * anew, with the reason in its history.
 */
const changeHands = ({ store, who, by, today }: Visit, seat: Seat, baton: Baton): void => {
  store.organisations.endHolding(baton.holdingId, today, by)
  // A coordinator may have seated them by hand while they thought about it.
  if (!who.seatIds.includes(seat.id))
    store.organisations.recordHolding(seat.id, who.personId, today, by)
  const kept = store.actions.listUnfiltered(baton.keeps.map((each) => each.actionId))
  const world = { seats: store.organisations.seats(), today }
  for (const { action, terms } of leaveBehind(baton, seat, kept, world))
    store.actions.recordTerms(action.id, terms, by)
}

/** They stop or let in what they saw, and nothing that took its place. */
const isAsSeen = ({ today }: Visit, { seat, baton }: Found, batonId: number | null): boolean =>
  batonId === baton.id && isUnderWay(baton, seat, today)

const withdrawBaton = change('/desk/seats/:id/baton/withdrawal', 'matter', {
  ...ofBaton,
  name: 'withdrawal',
  find: findBaton(BatonForm),
  allow: ({ who }, { baton }) => may.stopBaton(who, baton),
  form: BatonForm,
  decide: (visit, found, { batonId }) => {
    if (found.baton.end?.kind === 'withdrawn') return accept(false)
    return isAsSeen(visit, found, batonId) ? accept(true) : conflict(CHANGED)
  },
  record: (visit, { baton }, isNew) => {
    if (!isNew) return false
    visit.store.batons.recordEnd(baton, { kind: 'withdrawn', words: null }, visit.by)
    // Whoever was written to about it hears that it is over.
    writeTo(visit, baton, [
      baton.fromId,
      ...(baton.toId === null ? [] : [baton.toId]),
      ...(baton.email === null ? [] : otherCoordinators(visit)),
    ])
    return true
  },
})

/** Nobody gets in but by a coordinator: they ask in the one that the holder named. */
const inviteNamed = change('/desk/seats/:id/baton/invitation', 'keep', {
  ...ofBaton,
  name: 'invitation',
  asksWho: true,
  find: (visit) => {
    const { seat, baton } = findMeant(visit, BatonForm)
    if (!baton || baton.email === null) throw notFound()
    return { seat, baton, email: baton.email }
  },
  allow: byPolicy,
  form: BatonForm,
  decide: (visit, found, { batonId }) => {
    // They let in the address that they saw, and no other.
    if (!isAsSeen(visit, found, batonId)) return conflict(CHANGED)
    if (found.baton.toId !== null) return accept(false)
    return visit.store.people.findByEmail(found.email)
      ? refuse(
          'email',
          'Someone here has this address by now. ' +
            'Stop this one, and let the holder choose them from the list',
        )
      : accept(true)
  },
  record: ({ store, by }, { seat, baton, email }, isNew) => {
    if (!isNew) return false
    const { organisationId } = seat
    const personId = store.people.record(
      { name: baton.name!, email, role: 'member', approves: false, organisationId },
      by,
    )
    store.invitations.record(personId, baton.id, by)
    return true
  },
})

/** `/desk/seats/{id}/baton`: who held a seat, what belongs to it, and how it is handed on. */
export const batonsRoutes: readonly Route[] = [
  page('/desk/seats/:id/baton', 'read', (visit) => batonPage(visit, findSeat(visit))),
  handOnSeat,
  acceptSeat,
  declineSeat,
  withdrawBaton,
  inviteNamed,
]
