import { isProposed, latestOf, type Action, type Update } from '../../../domain/actions/action.ts'
import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import { sharesOf } from '../../../domain/actions/shares.ts'
import { addDays } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import { isAsked, leads, mineOf } from '../../../domain/people/mine.ts'
import type { Who } from '../../../domain/people/person.ts'
import { namesOf } from '../../../work/names.ts'
import type { Failed } from '../../change.ts'
import { readyWordsOf } from '../../words/ready-words.ts'
import { view } from '../../views/desk.ts'
import type { ActionsViews } from '../../views/desk/actions.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'
import { typedLines, type Unsent } from './my-lines.ts'
import { heldOf, toRelease } from './releasing/my-releases.ts'
import { speaksFor } from './said-by.ts'

type MyActions = ActionsViews['desk/actions/my-actions/index']

/** Everything that is mine, with the lines that were refused on it. */
export const myActionsPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, who, query } = visit
  const typed = typedLines(failed?.body)
  const sorted = sortedFor(visit, typed)
  const writable = [...sorted.mine, ...sorted.helping].filter((action) => action.depth !== 'named')
  return view('desk/actions/my-actions/index', {
    frame: frameOf(visit, 'My actions', 'actions', failed),
    names: namesOf(store),
    ...sorted,
    seats: store.organisations.seats().filter((seat) => who.seatIds.includes(seat.id)),
    phrases: readyWordsOf(store).map((each) => each.words),
    mayReport: may.own(who),
    last: (action) => lastSaid(who, action),
    saved: /^[1-9]\d{0,2}$/.test(query.saved ?? '') ? Number(query.saved) : 0,
    heldOf: (action) => heldOf(visit, action),
    toRelease: toRelease(visit),
    isAsked: (action) => isAsked(who, action),
    unsent: typed.filter((line) => !writable.some((action) => action.id === line.id)),
  })
}

const sortedFor = (
  visit: Visit,
  typed: Unsent[],
): Pick<MyActions, 'toAccept' | 'declined' | 'mine' | 'helping' | 'finished' | 'written'> => {
  const { store, who, today } = visit
  const open = inAgendaOrder(store.actions.listOpen(who), today, addDays(today, 30))
  const own = mineOf(open, who, today)
  // A line that someone was writing on stays, though others finished it meanwhile.
  const writtenOn = open.filter(
    (action) =>
      typed.some((line) => line.id === action.id) &&
      speaksFor(visit, action) &&
      !(isProposed(action) && may.answerFor(who, action)),
  )
  const more = (list: Action[], isLed: boolean): Action[] => [
    ...list,
    ...writtenOn.filter((each) => leads(who, each) === isLed && !list.includes(each)),
  ]
  const mine = more(own.mine, true)
  const all = [...Object.values(own).flat(), ...writtenOn]
  return {
    ...own,
    mine,
    helping: more(own.helping, false),
    finished: own.finished.filter((each) => !mine.includes(each)),
    written: open.filter(
      (action) => action.terms[0]!.personId === who.personId && !all.includes(action),
    ),
  }
}

const lastSaid = (who: Who, action: Action): Update | null => {
  if (leads(who, action)) return latestOf(action)
  const own = sharesOf(action).find((part) => part.organisationId === who.organisationId)
  return own?.latest ?? null
}
