import { z } from 'zod'
import { keepAgenda } from '../../../../domain/round-tables/agenda/kept.ts'
import {
  finish,
  openAgain,
  stateOf,
  type RoundTable,
} from '../../../../domain/round-tables/round-table.ts'
import { notReachedAt } from '../../../../work/agenda.ts'
import { byPolicy, NothingTyped, type Failed } from '../../../change.ts'
import { Problem } from '../../../errors.ts'
import { parse, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import type { Drawn } from '../../../views/view.ts'
import { change, page, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { slotsOf } from '../agenda-slots.ts'
import { findOpen, findTable } from '../find-round-table.ts'
import { minutesPage } from '../minutes-page.ts'
import { finishingPage } from './finishing-page.ts'
import { minutePage } from './minuting-page.ts'

const ReasonForm = z.strictObject({ reason: words(500) })

const finishMinutes = change('/desk/round-tables/:slug/finishing', 'write', {
  name: 'finishing',
  find: (visit: Visit) => findOpen(visit),
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, table) => finish(table),
  record: (visit, table) => {
    const { store, today, by } = visit
    const kept = keepAgenda(slotsOf(visit, table), notReachedAt(store, table, today))
    store.agendas.keep(table.id, kept, by)
    store.roundTables.recordFinish(table.id, by)
  },
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
  page('/desk/round-tables/:slug/finishing', 'write', (visit) => finishingPage(visit)),
  finishMinutes,
  openMinutesAgain,
]
