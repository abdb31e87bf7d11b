import { z } from 'zod'
import { accept, refuse, type Decision } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { handOn, type Baton, type HandingOn } from '../../../domain/people/baton.ts'
import type { Seat } from '../../../domain/people/seat.ts'
import type { Failed } from '../../change.ts'
import { maybeEmail, maybeId, someIds, ticked, typedIn, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { change } from '../route.ts'
import type { Visit } from '../visit.ts'
import { batonPage } from './baton-page.ts'
import { actionsOfSeat, batonUnderWay, otherCoordinators, otherSeatsOf } from './baton-seat.ts'
import { findSeat } from './seats.ts'

const HandOnForm = z.strictObject({
  toId: maybeId(),
  name: words(120),
  email: maybeEmail(),
  note: words(2000),
  /** The actions that stood on the page, of which those in `goesIds` go with the seat. */
  shown: words(2000),
  goesIds: someIds(),
  keepSeatId: maybeId(),
  alumni: ticked(),
})
type HandOn = z.infer<typeof HandOnForm>

/** The holder names who comes next, and says what goes with the seat and what stays. */
export const handOnSeat = change('/desk/seats/:id/baton', 'matter', {
  name: 'baton',
  keepsWords: true,
  find: findSeat,
  allow: ({ who }, seat) => may.handOn(who, seat.id),
  form: HandOnForm,
  decide: (visit, seat, form) => {
    if (form.keepSeatId !== null && !isTheirOther(visit, seat, form.keepSeatId))
      return refuse('keepSeatId', 'Choose from the list')
    const wanted = wantedOf(visit, seat, form)
    const baton = batonUnderWay(visit, seat)
    // The same form once more, a second tap, says nothing new.
    if (isSame(visit, baton, wanted)) return accept(null)
    const { who, today, store } = visit
    const decision = handOn(seat, wanted, {
      personId: who.personId,
      people: store.people.list(),
      underWay: baton !== undefined,
      today,
    })
    return wanted.toId === form.toId ? decision : besideEmail(decision)
  },
  record: (visit, seat, handingOn, { alumni }) => {
    if (handingOn === null) return false
    recordHandingOn(visit, seat, handingOn, alumni)
    return true
  },
  answer: ({ desk }, seat, isRecorded) => {
    if (isRecorded) desk.postLetters()
    return to('/desk/seats', seat.id, 'baton')
  },
  again: (visit, seat, failed) =>
    batonPage(visit, seat, { ...failed, body: withNewActions(visit, seat, failed) }),
})

const isTheirOther = (visit: Visit, seat: Seat, id: number): boolean =>
  otherSeatsOf(visit, seat).some((each) => each.id === id)

const wantedOf = (visit: Visit, seat: Seat, form: HandOn): HandingOn => {
  const { toId, name, email, note, keepSeatId } = form
  const keeps = staying(visit, seat, form).map((actionId) => ({ actionId, seatId: keepSeatId }))
  // An address that is someone's here already is that person.
  const known = email && toId === null ? visit.store.people.findByEmail(email) : undefined
  return known
    ? { toId: known.id, name: '', email: '', note, keeps }
    : { toId, name, email, note, keeps }
}

/** What they saw on the page and did not tick, as far as it is theirs still and not held in private. */
const staying = (visit: Visit, seat: Seat, { shown, goesIds }: HandOn): number[] => {
  const ours = actionsOfSeat(visit, seat).filter((action) => action.depth !== 'named')
  return [...new Set(shown.split(' ').map(Number))].filter(
    (id) => !goesIds.includes(id) && ours.some((action) => action.id === id),
  )
}

const isSame = ({ who }: Visit, baton: Baton | undefined, wanted: HandingOn): boolean =>
  baton !== undefined &&
  baton.fromId === who.personId &&
  baton.note === wanted.note &&
  JSON.stringify(baton.keeps) === JSON.stringify(wanted.keeps) &&
  (baton.email === null ? baton.toId === wanted.toId : baton.email === wanted.email)

/** They typed an address: what is wrong with the person it belongs to stands beside it. */
const besideEmail = <T>(decision: Decision<T>): Decision<T> =>
  decision.accepted
    ? decision
    : {
        accepted: false,
        refusals: decision.refusals.map((each) =>
          each.field === 'toId' ? { ...each, field: 'email' } : each,
        ),
      }

const recordHandingOn = (
  visit: Visit,
  seat: Seat,
  handingOn: HandingOn & { holdingId: number },
  isAlumnus: boolean,
): void => {
  const { batons } = visit.store
  batons.record(seat.id, handingOn, visit.by)
  if (isAlumnus !== batons.alumni().includes(visit.who.personId))
    batons.recordAlumni(isAlumnus, visit.by)
  const { id, toId } = batons.ofSeat(seat.id).at(-1)!
  // An address is a coordinator's to invite, so they hear of it.
  batons.recordLetters(id, toId === null ? otherCoordinators(visit) : [toId], visit.by)
}

/**
 * What came to the seat while they were writing goes with it, as it does where nothing is said of
 * it.
 */
const withNewActions = (visit: Visit, seat: Seat, { body }: Failed) => {
  const typed = typedIn(body)
  const shown = String(typed.shown ?? '').split(' ')
  const fresh = actionsOfSeat(visit, seat)
    .map((action) => String(action.id))
    .filter((id) => !shown.includes(id))
  return { ...typed, goesIds: [...[typed.goesIds ?? []].flat(), ...fresh] }
}
