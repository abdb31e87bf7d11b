import type { Action } from '../../../domain/actions/action.ts'
import { actionsHelpedBy, actionsLedBy, actionsOfSeat } from '../../../domain/people/leaving.ts'
import { may } from '../../../domain/may.ts'
import { isUnderWay } from '../../../domain/people/baton.ts'
import type { Seat } from '../../../domain/people/seat.ts'
import { questionsFor } from '../../../work/list-questions.ts'
import type { Failed } from '../../change.ts'
import { view } from '../../views/desk.ts'
import type { PeopleViews } from '../../views/desk/people.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'

type PeoplePage = PeopleViews['desk/people/index']

/** Organisations, their seats, and who sits there. */
export const peoplePage = (visit: Visit, failed?: Failed): Drawn => {
  const { desk, store, today } = visit
  const seats = store.organisations.seats()
  return view('desk/people/index', {
    frame: frameOf(visit, 'People and seats', 'people', failed),
    organisations: store.organisations.list(),
    seats,
    today,
    unopenable: store.people.unopenable(),
    lists: questionsFor(store, visit.who, today).length,
    people: peopleIn(visit),
    leftOpen: leftOpen(visit, seats),
    hangsOn: hangsOn(visit, seats),
    handingOn: seatsHandedOn(visit, seats),
    alumni: store.batons.alumni(),
    withAccounts: desk.accounts !== null,
  })
}

/** R7: what nobody has moved on yet. */
const leftOpen = ({ store, who }: Visit, seats: Seat[]): PeoplePage['leftOpen'] => {
  const actions = store.actions.listOpen(who)
  const countOf = (found: Action[], id: number): [number, number] => [id, found.length]
  return {
    seats: new Map(
      seats
        .filter((each) => each.endedOn !== null)
        .map(({ id }) => countOf(actionsOfSeat(id, actions), id)),
    ),
    organisations: new Map(
      store.organisations
        .list()
        .filter((each) => each.endedOn !== null)
        .map(({ id }) =>
          countOf([...actionsLedBy(id, actions), ...actionsHelpedBy(id, actions)], id),
        ),
    ),
  }
}

/** R7: what ending someone leaves, and who is asked about it: numbers and nothing more (R11). */
const hangsOn = ({ store, who }: Visit, seats: Seat[]): PeoplePage['hangsOn'] => {
  if (!may.keep(who)) return { actions: new Map(), lists: new Map(), calendars: [] }
  const actions = store.actions.listOpen(who)
  const lists = new Map<number, number>()
  for (const { list } of store.privateLists.matters())
    for (const { personId } of list) lists.set(personId, (lists.get(personId) ?? 0) + 1)
  return {
    actions: new Map(seats.map(({ id }) => [id, actionsOfSeat(id, actions).length])),
    lists,
    calendars: store.people
      .list()
      .flatMap(({ id }) => (store.calendars.since(id) === null ? [] : id)),
  }
}

/** The page again, with a form that is there once for each record: which one is said by its id. */
export const peopleAgain =
  (form: string) =>
  (visit: Visit, { id }: { id: number }, failed: Failed): Drawn =>
    peoplePage(visit, { ...failed, form: `${form}-${id}` })

const peopleIn = ({ store, by }: Visit): PeoplePage['people'] => {
  const invited = new Map(
    store.invitations.waiting().map((each) => [each.personId, each.expiresAt]),
  )
  return store.people.list().map(({ totpSecret, totpStep: _step, createdAt: _made, ...person }) => {
    const invitedUntil = invited.get(person.id) ?? null
    return {
      ...person,
      hasSecondFactor: totpSecret !== null || store.passkeys.list(person.id).length > 0,
      invitedUntil,
      ranOut: invitedUntil !== null && invitedUntil <= by.at,
    }
  })
}

const seatsHandedOn = ({ store, today }: Visit, seats: Seat[]): number[] => {
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]))
  return store.batons
    .list()
    .filter((baton) => isUnderWay(baton, seatOf.get(baton.seatId)!, today))
    .map((baton) => baton.seatId)
}
