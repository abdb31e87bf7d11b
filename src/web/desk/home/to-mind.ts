import { dayOf, type Day } from '../../../domain/day.ts'
import { isToSeeTo, togetherBack } from '../../../domain/letters/why-back.ts'
import { may } from '../../../domain/may.ts'
import { actionsHelpedBy, actionsLedBy, actionsOfSeat } from '../../../domain/people/leaving.ts'
import { isEmpty, type Seat } from '../../../domain/people/seat.ts'
import { questionsFor } from '../../../work/list-questions.ts'
import { waitingOf } from '../../../work/releasing/waiting.ts'
import { to } from '../../to.ts'
import type { ToMind } from '../../views/desk/home.ts'
import { leftLongAgo } from '../settings/keeping.ts'
import type { Visit } from '../visit.ts'

/**
 * R7: what people leave open, in one place: lists of private matters, seats that nobody holds, and
 * actions of seats and organisations that are no more. The oldest first; what was never held is
 * last, since nobody left it.
 */
export const toMind = (visit: Visit): ToMind[] =>
  [
    ...lists(visit),
    ...(may.keep(visit.who)
      ? [
          ...returned(visit),
          ...longGone(visit),
          ...releases(visit),
          ...seatsAndOrganisations(visit),
        ]
      : []),
  ].toSorted((a, b) => (a.since ?? '9999').localeCompare(b.since ?? '9999'))

const PEOPLE = '/desk/people'

const lists = ({ store, who, today }: Visit): ToMind[] => {
  const [oldest, ...more] = questionsFor(store, who, today)
  return oldest
    ? [
        {
          kind: 'lists',
          title: '',
          since: dayOf(oldest.leftAt),
          count: more.length + 1,
          page: '/desk/private-lists',
        },
      ]
    : []
}

/** Letters that came back: whoever does not hear of what is theirs cannot do it. */
const returned = ({ store }: Visit): ToMind[] => {
  const back = togetherBack(store.letters.returned().filter(isToSeeTo))
  return back.length === 0
    ? []
    : [
        {
          kind: 'returned',
          title: 'Letters came back',
          since: dayOf(back[0]![0]!.at),
          count: back.length,
          page: '/desk/letters#returned',
        },
      ]
}

/** People who left years ago, and whose names may not be needed any more (R29). */
const longGone = (visit: Visit): ToMind[] => {
  const left = leftLongAgo(visit)
  return left.length === 0
    ? []
    : [
        {
          kind: 'long-gone',
          title: 'Names of people who left long ago',
          since: dayOf(left.map((each) => each.endedAt).toSorted()[0]!),
          count: left.length,
          page: '/desk/settings/keeping#people',
        },
      ]
}

/** Updates that wait for a seat which nobody holds: as far as this person may know of them. */
const releases = ({ store, who, today }: Visit): ToMind[] => {
  const actions = store.actions.listOpen(who)
  return store.releases.rules().flatMap(({ organisationId, seatId }) => {
    const seat = store.organisations.findSeat(seatId)
    const waiting = waitingOf(actions, organisationId)
    const isThere = seat && seat.endedOn === null && !isEmpty(seat, today)
    return isThere || waiting.length === 0
      ? []
      : [
          {
            kind: 'release' as const,
            title: `${seat?.title ?? ''}, ${store.organisations.find(organisationId)?.name ?? ''}`,
            since: dayOf(waiting[0]!.held.at),
            count: waiting.length,
            page: to('/desk/organisations', organisationId, 'release'),
          },
        ]
  })
}

const seatsAndOrganisations = ({ store, who, today }: Visit): ToMind[] => {
  const actions = store.actions.listOpen(who)
  const organisations = store.organisations.list()
  const seats = store.organisations.seats()
  const called = (seat: Seat): string =>
    `${seat.title}, ${organisations.find((each) => each.id === seat.organisationId)?.name ?? ''}`
  const hasLeft = (id: number): boolean =>
    organisations.some((each) => each.id === id && each.endedOn !== null)
  return [
    ...seats
      .filter((seat) => isEmpty(seat, today))
      .map((seat) => ({
        kind: 'empty' as const,
        title: called(seat),
        since: emptySince(seat),
        count: actionsOfSeat(seat.id, actions).length,
        page: `${PEOPLE}#seat-${seat.id}` as const,
      })),
    ...seats
      .filter((seat) => seat.endedOn !== null && !hasLeft(seat.organisationId))
      .map((seat) => ({
        kind: 'seat' as const,
        title: called(seat),
        since: seat.endedOn,
        count: actionsOfSeat(seat.id, actions).length,
        page: to('/desk/seats', seat.id, 'ending'),
      }))
      .filter((each) => each.count > 0),
    ...organisations
      .filter((each) => each.endedOn !== null)
      .map(({ id, name, endedOn }) => ({
        kind: 'organisation' as const,
        title: name,
        since: endedOn,
        count: actionsLedBy(id, actions).length + actionsHelpedBy(id, actions).length,
        page: to('/desk/organisations', id, 'ending'),
      }))
      .filter((each) => each.count > 0),
  ]
}

/** Since when: the day that the last of its holders left. */
const emptySince = ({ holders }: Seat): Day | null =>
  holders
    .flatMap((held) => held.untilOn ?? [])
    .toSorted()
    .at(-1) ?? null
