import { addDays } from '../../../domain/day.ts'
import { NAME_ERASED } from '../../../domain/people/erasing.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

const AHEAD_DAYS = 30
const ASKED_YEARS = 6

/** People who left so long ago that a coordinator is asked whether their name is still needed. */
export const leftLongAgo = ({ store, today }: Visit) => {
  const than = `${Number(today.slice(0, 4)) - ASKED_YEARS}${today.slice(4)}`
  return store.people
    .list()
    .flatMap(({ id, name, endedAt }) =>
      endedAt !== null && endedAt < than && name !== NAME_ERASED ? [{ id, name, endedAt }] : [],
    )
}

const keepingPage = (visit: Visit): Drawn => {
  const { store, by, today } = visit
  const ahead = new Date(Date.parse(by.at) + AHEAD_DAYS * 24 * 3_600_000).toISOString()
  return view('desk/settings/keeping/index', {
    frame: frameOf(visit, 'How long we keep things', 'settings'),
    until: addDays(today, AHEAD_DAYS),
    people: leftLongAgo(visit),
    due: store.keeping
      .due(ahead)
      .map(({ rule, rows }) => ({ rule, rows, isSwept: rule.sweep !== undefined })),
  })
}

/** R29: how long each kind of thing is kept, and what the next days would take. */
export const keepingRoutes: readonly Route[] = [
  page('/desk/settings/keeping', 'keep', (visit) => keepingPage(visit)),
]
