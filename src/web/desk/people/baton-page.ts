import { dayOf, daysBetween } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import type { Baton } from '../../../domain/people/baton.ts'
import { isEmpty, isHeldOn, type Seat } from '../../../domain/people/seat.ts'
import { namesOf } from '../../../work/names.ts'
import type { Failed } from '../../change.ts'
import { view } from '../../views/desk.ts'
import type { PeopleViews } from '../../views/desk/people.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'
import { actionsOfSeat, batonUnderWay, otherSeatsOf } from './baton-seat.ts'

/** How long the seat's page says how the last handing on ended. */
const NEWS_DAYS = 30

/** Who holds a seat, what belongs to it, and how it is handed on. */
export const batonPage = (visit: Visit, seat: Seat, failed?: Failed): Drawn => {
  const { store } = visit
  const baton = batonUnderWay(visit, seat)
  const actions = actionsOfSeat(visit, seat)
  return view('desk/people/batons/show', {
    frame: frameOf(visit, seat.title, 'people', failed),
    names: namesOf(store),
    seat,
    actions: actions.filter((action) => action.depth !== 'named'),
    held: actions.filter((action) => action.depth === 'named').length,
    baton: baton ?? null,
    ended: endedLately(visit, seat) ?? null,
    lapsed: baton ? null : lapsedOn(visit, seat),
    ...whatTheyMay(visit, seat, baton),
    colleagues: colleaguesFor(visit, seat),
    mySeats: otherSeatsOf(visit, seat),
    alumni: store.batons.alumni(),
    ...invitationOf(visit, baton),
  })
}

type ShowBaton = PeopleViews['desk/people/batons/show']

const whatTheyMay = (
  { who }: Visit,
  seat: Seat,
  baton: Baton | undefined,
): Pick<ShowBaton, 'sees' | 'mayHandOn' | 'mayAnswer' | 'mayStop' | 'mayInvite'> => ({
  sees: baton !== undefined && may.seeBaton(who, baton),
  mayHandOn: baton === undefined && may.handOn(who, seat.id),
  mayAnswer: baton !== undefined && may.answerBaton(who, baton),
  mayStop: baton !== undefined && may.stopBaton(who, baton),
  mayInvite: baton !== undefined && baton.toId === null && may.keep(who),
})

/** What came with the seat can be read for as long as the one who took it on sits there. */
const endedLately = ({ store, who, today }: Visit, seat: Seat): Baton | undefined =>
  store.batons.ofSeat(seat.id).findLast((each) => {
    if (each.end === null || !may.seeBaton(who, each)) return false
    const isNews = daysBetween(dayOf(each.end.at), today) <= NEWS_DAYS
    const isTheirs = each.toId === who.personId && who.seatIds.includes(seat.id)
    return isNews || (each.end.kind === 'accepted' && isTheirs)
  })

/**
 * A holder who was ended in the middle leaves the note to those who have to go on: until the seat is
 * filled, and to the one it was for.
 */
const lapsedOn = ({ store, who, today }: Visit, seat: Seat): Baton | null => {
  const last = store.batons.ofSeat(seat.id).at(-1)
  if (last?.end !== null || !may.seeBaton(who, last)) return null
  const isTheirs = last.toId === who.personId && who.seatIds.includes(seat.id)
  return isEmpty(seat, today) || isTheirs ? last : null
}

/** Who it may be handed to: they work for the same organisation, report, and do not sit there yet. */
const colleaguesFor = (
  { store, who, today }: Visit,
  { organisationId, holders }: Seat,
): ShowBaton['colleagues'] => {
  const sitsThere = (personId: number): boolean =>
    holders.some((holding) => holding.personId === personId && isHeldOn(holding, today))
  return store.people
    .list()
    .filter(
      (each) =>
        each.endedAt === null &&
        each.organisationId === organisationId &&
        each.role !== 'observer' &&
        each.id !== who.personId &&
        !sitsThere(each.id),
    )
    .map(({ id, name }) => ({ id, name }))
}

/** How it stands with the one it goes to: asked in until a day, or not able to take it on any more. */
const invitationOf = (
  { store, by }: Visit,
  baton: Baton | undefined,
): Pick<ShowBaton, 'invitedUntil' | 'ranOut' | 'cannot'> => {
  const successor = baton?.toId ? store.people.find(baton.toId) : undefined
  const waiting = store.invitations.waiting().find((each) => each.personId === successor?.id)
  const invitedUntil = waiting?.expiresAt ?? null
  return {
    invitedUntil,
    ranOut: invitedUntil !== null && invitedUntil <= by.at,
    cannot:
      successor !== undefined && (successor.endedAt !== null || successor.role === 'observer'),
  }
}
