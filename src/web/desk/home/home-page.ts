import { fieldName } from '../../../domain/field-names.ts'
import type { Path } from '../../to.ts'
import {
  isDeclined,
  isOverdue,
  isProposed,
  silence,
  statusOf,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { isReviewLate } from '../../../domain/actions/pace/review.ts'
import { isAnsweredOf, openWish, wishOf } from '../../../domain/actions/pace/wishes.ts'
import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import { QUIET_DAYS } from '../../../domain/actions/notices.ts'
import { addDays } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import { isUnderWay } from '../../../domain/people/baton.ts'
import { mineOf } from '../../../domain/people/mine.ts'
import { dueOf } from '../../../domain/residents/request.ts'
import { stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { namesOf } from '../../../work/names.ts'
import { toRelease } from '../../../work/releasing/waiting.ts'
import type { Failed } from '../../change.ts'
import { view } from '../../views/desk.ts'
import type { HomeViews } from '../../views/desk/home.ts'
import type { Drawn } from '../../views/view.ts'
import { pressingRequests } from '../residents/request-page.ts'
import { backupTrouble } from '../settings/backups.ts'
import { capped, DESK_LINES } from '../capped.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'
import { firstSteps } from './first-steps.ts'
import { tableAtHand } from './table-at-hand.ts'
import { toMind } from './to-mind.ts'
import { toTell } from './to-tell.ts'

/** A part of what the page of home is given. */
type Home<Part extends keyof HomeViews['desk/home/index']> = Pick<
  HomeViews['desk/home/index'],
  Part
>

/** What needs this person, by what it is about. */
export const homePage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, who } = visit
  const tables = store.roundTables.list()
  return view('desk/home/index', {
    frame: frameOf(visit, 'Your desk', 'desk', failed),
    names: namesOf(store),
    ...actionsOnDesk(visit),
    ...tablesOnDesk(visit, tables),
    ...toTell(visit),
    ...seatsOnDesk(visit),
    toRelease: capped(visit, toRelease(store, store.actions.listOpen(who), visit.by), DESK_LINES),
    ...messagesOnDesk(visit),
    kept: store.people.keptForms(who.personId).map(({ id, path, fields }) => ({
      id,
      page: pageOf(path as Path),
      fields,
      rows: rowsIn(fields),
      further: furtherIn(fields),
    })),
    mayWrite: may.write(who),
    mayReport: may.own(who),
    firstSteps: firstSteps(visit),
    backupTrouble: backupTrouble(visit),
    nothing: tables.length === 0 && isEmpty(visit),
  })
}

const ROW = ['text', 'concern', 'by', 'said', 'on']

/** R25: what has no name that people know is shown as well, so that nothing is sent unseen. */
const furtherIn = (fields: Record<string, string | string[]>): [string, string][] => {
  const inRows = rowsIn(fields).length > 0 ? ROW.map((name) => `${name}[]`) : []
  return Object.entries(fields)
    .filter(([name]) => !inRows.includes(name) && (name.endsWith('[]') || !fieldName(name)))
    .map(([name, value]): [string, string] => [wordsOf(name), [value].flat().join(', ')])
    .filter(([, value]) => value.trim() !== '')
}

/** `originKind` is `origin kind`. */
const wordsOf = (name: string): string =>
  name
    .replace(/\[\]$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('-', ' ')

/** A form of many rows is shown as its rows, each with all that was typed in it. */
const rowsIn = (fields: Record<string, string | string[]>): string[] => {
  const column = (name: string): string[] => [fields[`${name}[]`] ?? []].flat()
  const [texts, ...others] = ROW.map(column)
  return texts!.map((text, i) =>
    [text, ...others.map((each) => each[i] ?? '')].filter((each) => each.trim()).join(' · '),
  )
}

/** Nothing that this person may know of was ever written down. */
const isEmpty = ({ store, who }: Visit): boolean =>
  [store.glances.concerns(), store.glances.actions()].every((all) => {
    for (const each of all) if (!each.isTakenOut && may.see(who, each)) return false
    return true
  })

const actionsOnDesk = (
  visit: Visit,
): Home<
  | 'mine'
  | 'helping'
  | 'toAccept'
  | 'declined'
  | 'asked'
  | 'answered'
  | 'late'
  | 'again'
  | 'waiting'
  | 'quiet'
> => {
  const { store, who, today } = visit
  const actions = store.actions.listOpen(who)
  const open = inAgendaOrder(
    actions.filter((action) => !isDeclined(action)),
    today,
    addDays(today, 30),
  )
  const { mine, helping, toAccept } = mineOf(actions, who, today)
  const first = (list: Action[]) => capped(visit, list, DESK_LINES)
  const isLate = (action: Action): boolean => isOverdue(action, today)
  return {
    mine: first(mine),
    helping: first(helping),
    toAccept: first(toAccept),
    // A no goes to those who can change what was agreed.
    declined: first(actions.filter(isDeclined)),
    asked: first(actions.filter((action) => openWish(action) !== undefined)),
    answered: first(
      actions.filter(
        (action) => wishOf(action)?.personId === who.personId && isAnsweredOf(action, today),
      ),
    ),
    late: first(open.filter((action) => isLate(action) && !isProposed(action))),
    again: first(open.filter((action) => isReviewLate(action, today) && !isProposed(action))),
    waiting: first(open.filter((action) => statusOf(action) === 'waiting' && !isLate(action))),
    quiet: first(
      open.filter(
        (action) =>
          !isProposed(action) &&
          silence(action, today) > QUIET_DAYS &&
          !isLate(action) &&
          termsOf(action).kind !== 'standing',
      ),
    ),
  }
}

const tablesOnDesk = (
  visit: Visit,
  tables: RoundTable[],
): Home<'atHand' | 'draftMinutes' | 'expected'> => ({
  atHand: tableAtHand(visit, tables),
  draftMinutes: tables.filter((table) => stateOf(table) === 'draft'),
  expected: visit.store.organisations
    .list()
    .filter((each) => each.expected && each.endedOn === null)
    .map((each) => each.id),
})

const seatsOnDesk = (visit: Visit): Home<'batons' | 'toMind'> => {
  const { store, who, today } = visit
  const seats = store.organisations.seats()
  return {
    toMind: toMind(visit),
    batons: store.batons
      .list()
      .filter((baton) => may.seeBaton(who, baton))
      .map((baton) => ({ seat: seats.find((each) => each.id === baton.seatId)!, baton }))
      .filter(({ seat, baton }) => isUnderWay(baton, seat, today)),
  }
}

const messagesOnDesk = (visit: Visit): Home<'messages' | 'atRisk' | 'requests'> => {
  const { store, who, today } = visit
  const days = pressingRequests(visit)
    .map((each) => dueOf(each)!.by!)
    .toSorted()
  const waiting = [...store.glances.messages()].filter((each) => each.isWaiting)
  return {
    messages: may.readMessages(who) ? waiting.filter((each) => !each.atRisk).length : 0,
    atRisk: waiting
      .filter((each) => each.atRisk && may.seeMessage(who, each))
      .map(({ id, at }) => ({ id, at })),
    requests:
      days[0] === undefined
        ? null
        : { count: days.length, late: days.filter((by) => by < today).length, first: days[0] },
  }
}

/** The page a form stood on: the record it was about, or the list. */
const pageOf = (path: Path): Path => {
  const steps = path.split('/')
  if (steps[2] === 'seats') return steps.slice(0, 5).join('/') as Path
  if (steps.length > 3) return steps.slice(0, 4).join('/') as Path
  return path === '/desk/concerns' ? '/desk/concerns/new' : path
}
