import { isProposed, type Action } from '../../../domain/actions/action.ts'
import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import { addDays } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import { leads, mineOf } from '../../../domain/people/mine.ts'
import type { OtherTable } from '../../../domain/people/own-there.ts'
import { sayOwn } from '../../../work/actions/say-own.ts'
import { namesOf } from '../../../work/names.ts'
import { toRelease } from '../../../work/releasing/waiting.ts'
import type { Failed } from '../../change.ts'
import { readyWordsOf } from '../../words/ready-words.ts'
import { view } from '../../views/desk.ts'
import type { ActionsViews } from '../../views/desk/actions.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'
import { typedLines, type Unsent } from './my-lines.ts'
import { speaksFor } from './said-by.ts'

type MyActions = ActionsViews['desk/actions/my-actions/index']

/** Everything that is mine, with the lines that were refused on it. */
export const myActionsPage = (
  visit: Visit,
  { failed, others = null }: { failed?: Failed; others?: OtherTable[] | null } = {},
): Drawn => {
  const { store, who, today, query } = visit
  const names = namesOf(store)
  const typed = typedLines(failed?.body)
  const sorted = sortedFor(visit, typed)
  const writable = [...sorted.mine, ...sorted.helping].filter((action) => action.depth !== 'named')
  return view('desk/actions/my-actions/index', {
    frame: frameOf(visit, 'My actions', 'actions', failed),
    names,
    ...sorted,
    seats: store.organisations.seats().filter((seat) => who.seatIds.includes(seat.id)),
    phrases: readyWordsOf(store).map((each) => each.words),
    mayReport: may.own(who),
    said: (action) => sayOwn(action, { who, names, today }),
    saved: /^[1-9]\d{0,2}$/.test(query.saved ?? '') ? Number(query.saved) : 0,
    toRelease: toRelease(store, store.actions.listOpen(who), visit.by),
    others,
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
