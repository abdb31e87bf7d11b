import { z } from 'zod'
import type { Note } from '../../../../domain/round-tables/minutes.ts'
import { isTouchedAt } from '../../../../domain/round-tables/reviews.ts'
import {
  finish,
  missing,
  openAgain,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../../domain/round-tables/round-table.ts'
import { namesOf } from '../../../../work/names.ts'
import { byPolicy, NothingTyped, type Failed } from '../../../change.ts'
import { notFound, Problem } from '../../../errors.ts'
import { parse, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { change, frameOf, page, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findOpen, findTable } from '../find-round-table.ts'
import { minutesPage } from '../minutes-page.ts'
import { minuteItems } from './minute-items.ts'
import { carriedHere, minutePage } from './minuting-page.ts'

const ReasonForm = z.strictObject({ reason: words(500) })

/** What is still missing in the minutes, before they are finished. */
const finishingPage = (visit: Visit): Drawn => {
  const { store } = visit
  const table = findTable(visit)
  if (stateOf(table) !== 'open') throw notFound()
  return view('desk/round-tables/finishing', {
    frame: frameOf(visit, `Finish the ${titleOf(table)}`, 'round-tables'),
    table,
    names: namesOf(store),
    missing: missing(table, store.organisations.list()),
    unheard: carriedHere(visit, table).filter((action) => !isTouchedAt(table, action)),
    unread: unreadAt(visit, table),
    bare: minuteItems(visit, table).filter(
      (item) => item.concern !== null && item.actions.length === 0,
    ),
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

const finishMinutes = change('/desk/round-tables/:slug/finishing', 'write', {
  name: 'finishing',
  find: (visit: Visit) => findOpen(visit),
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, table) => finish(table),
  record: ({ store, by }, { id }) => store.roundTables.recordFinish(id, by),
  answer: (_visit, { slug }) => to('/desk/round-tables', slug),
  again: (visit, table, failed) => minutePage(visit, table, { ...failed, body: {} }),
})

const openMinutesAgain = change('/desk/round-tables/:slug/reopening', 'write', {
  name: 'reopening',
  find: (visit: Visit) => findTable(visit),
  allow: byPolicy,
  form: ReasonForm,
  decide: ({ store }, table, { reason }) => openAgain(table, store.roundTables.list(), reason),
  record: ({ store, by }, { id }, reason) => store.roundTables.recordReopening(id, reason, by),
  answer: (_visit, { slug }) => to('/desk/round-tables', slug),
  again: (visit, table, failed) => stillFinished(visit, table, failed),
})

/** The form stands only on the page of drafts: elsewhere there is nothing to put right. */
const stillFinished = (visit: Visit, table: RoundTable, failed: Failed): Drawn => {
  const { field, reason } = failed.errors[0]!
  if (stateOf(table) === 'draft' && field === 'reason') return minutesPage(visit, table, failed)
  const status = parse(ReasonForm, failed.body).accepted ? 422 : 400
  throw new Problem(status, 'These minutes stay as they are', `${reason}.`)
}

/** Minutes are finished, with a look at what is missing; and opened again, with a reason. */
export const finishingRoutes: readonly Route[] = [
  page('/desk/round-tables/:slug/finishing', 'write', finishingPage),
  finishMinutes,
  openMinutesAgain,
]
