import type { Note } from '../../../../domain/round-tables/minutes.ts'
import { isTouchedAt } from '../../../../domain/round-tables/reviews.ts'
import {
  missing,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../../domain/round-tables/round-table.ts'
import { isAsked, notReachedAt } from '../../../../work/agenda.ts'
import { agendaWords, wordsOfReachable } from '../../../../work/agenda-words.ts'
import { namesOf } from '../../../../work/names.ts'
import type { Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findTable } from '../find-round-table.ts'
import { minuteItems } from '../document/minute-items.ts'
import { carriedHere } from './minuting-page.ts'

/** What is still missing in the minutes, before they are finished. */
export const finishingPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, today } = visit
  const table = findTable(visit)
  if (stateOf(table) !== 'open') throw notFound()
  const words = agendaWords(store, table)
  return view('desk/round-tables/finishing', {
    frame: frameOf(visit, `Finish the ${titleOf(table)}`, 'round-tables', failed),
    table,
    names: namesOf(store),
    missing: missing(table, store.organisations.list()),
    unheard: carriedHere(visit, table).filter(
      (action) => !isTouchedAt(table, action) && !isAsked(action),
    ),
    unread: unreadAt(visit, table),
    bare: minuteItems(visit, table).filter(
      (item) => item.concern !== null && item.actions.length === 0,
    ),
    notReached: notReachedAt(store, table, today).flatMap((each) => {
      const text = wordsOfReachable(words, each)
      return text === null ? [] : [{ ...each, text }]
    }),
  })
}

/** What was not read, and hangs on nothing that is held in private: this page is on the wall (R11). */
const unreadAt = ({ store }: Visit, table: RoundTable): Note[] => {
  const held = new Set(
    store.concerns
      .listUnfiltered(store.roundTables.itemIds(table.id))
      .filter((concern) => concern.depth === 'named')
      .map((concern) => concern.id),
  )
  return store.notes
    .ofTable(table.id)
    .filter(
      ({ unread, concernId }) => unread !== null && !(concernId !== null && held.has(concernId)),
    )
}
