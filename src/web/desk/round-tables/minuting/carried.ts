import { report } from '../../../../domain/actions/reporting.ts'
import { close } from '../../../../domain/actions/closing.ts'
import { z } from 'zod'
import { STATUSES, termsOf, type Action, type Status } from '../../../../domain/actions/action.ts'
import type { Decision } from '../../../../domain/decision.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { byPolicy, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { ticked, words } from '../../../forms.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { idIn } from '../../names.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findOpen } from '../find-round-table.ts'
import { againIn, dropKept, partOf, placeAt } from './part.ts'

const CarriedForm = z.strictObject({
  status: z.enum(STATUSES, 'Choose where it has got to'),
  text: words(1000),
  waitingFor: words(200),
  closed: ticked(),
})

interface Carried {
  table: RoundTable
  action: Action
  form: string
}

const findCarried = (visit: Visit): Carried => {
  const table = findOpen(visit)
  const action = visit.store.actions.find(idIn(visit.params.id), visit.who)
  if (!action || action.depth === 'named') throw notFound()
  return { table, action, form: `carried-${action.id}` }
}

const carriedPart = (visit: Visit, { table, action, form }: Carried, failed?: Failed): Drawn =>
  view('desk/round-tables/minuting/_carried', { ...partOf(visit, table, form, failed), action })

const reportHere = change('/desk/round-tables/:slug/actions/:id/updates', 'write', {
  name: 'carried',
  keepsWords: true,
  find: findCarried,
  allow: byPolicy,
  form: CarriedForm,
  decide: (_visit, { action }, typed): Decision<unknown> => {
    const { status, text, waitingFor, closed } = typed
    const said = report(action, { status, text, waitingFor: waitingFor || null, on: null })
    return said.accepted && closed ? closeHere(action, status) : said
  },
  record: (visit, { table, action, form }, _said, { status, text, waitingFor, closed }) => {
    const { store, by } = visit
    const { leadId, seatId } = termsOf(action)
    store.actions.recordUpdate(
      action.id,
      { status, text, waitingFor: status === 'waiting' ? waitingFor : null, on: null },
      { organisationId: leadId, seatId, roundTableId: table.id },
      by,
    )
    if (closed) store.actions.recordClosing(action.id, table.id, by)
    dropKept(visit, table, form)
  },
  answer: (visit, found, _done, { closed }) => ({
    to: placeAt(found.table, found.form, closed ? '' : 'text'),
    part: () =>
      carriedPart(visit, {
        ...found,
        action: visit.store.actions.find(found.action.id, visit.who)!,
      }),
  }),
  again: (visit, found, failed) =>
    againIn(visit, found.table, { ...failed, form: found.form }, (here) =>
      carriedPart(visit, found, here),
    ),
})

/** Why it cannot be closed stands beside the box that was ticked (R23). */
const closeHere = (action: Action, status: Status): Decision<unknown> => {
  const closing = close(afterUpdate(action, status))
  if (closing.accepted) return closing
  return {
    ...closing,
    refusals: closing.refusals.map((each) => ({ ...each, field: 'closed' })),
  }
}

/** The action as it stands once this is said of it, for whether it can be closed in one step. */
const afterUpdate = (action: Action, status: Status): Action => ({
  ...action,
  updates: [...action.updates, { ...action.updates[0]!, id: 0, status, takenBackAt: null }],
})

/** Actions from before: what became of each, and whether the table closes it (R4). */
export const carriedRoutes: readonly Route[] = [reportHere]
