import { acceptAt } from '../../../../domain/actions/agreement.ts'
import { report } from '../../../../domain/actions/reporting.ts'
import { close } from '../../../../domain/actions/closing.ts'
import { z } from 'zod'
import {
  isProposed,
  STATUSES,
  statusOf,
  termsOf,
  type Action,
} from '../../../../domain/actions/action.ts'
import { accept, refuse, type Decision } from '../../../../domain/decision.ts'
import { isRepresented, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import type { Said, SaidBy } from '../../../../store/actions/reports.ts'
import { answerOwner } from '../../../../work/actions/agree-anew.ts'
import { withAnswer, withUpdate } from '../../../../work/minute-lines/action-as-if.ts'
import { byPolicy, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { ticked, words } from '../../../forms.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { AnswerForm, answering } from '../../actions/pace/wishes.ts'
import { idIn } from '../../names.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findOpen } from '../find-round-table.ts'
import { withConcerns } from './minuting-page.ts'
import { againIn, dropKept, partOf, placeAt } from './part.ts'

const CarriedForm = z.strictObject({
  status: z.enum(STATUSES, 'Choose where it has got to'),
  text: words(1000),
  waitingFor: words(200),
  closed: ticked(),
  accepted: ticked(),
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

/** An action from before, with its form where that is opened. */
export const carriedPart = (
  visit: Visit,
  { table, action, form, isOpened }: Carried & { isOpened?: boolean },
  failed?: Failed,
): Drawn =>
  view('desk/round-tables/minuting/_carried', {
    ...partOf(visit, table, form, failed),
    ...(isOpened && { savedAt: null }),
    ...withConcerns(visit, [action])[0]!,
  })

const reportHere = change('/desk/round-tables/:slug/actions/:id/updates', 'write', {
  name: 'carried',
  keepsWords: true,
  find: findCarried,
  allow: byPolicy,
  form: CarriedForm,
  decide: (visit, { table, action }, typed): Decision<Decided> => {
    const { status, text, waitingFor, closed } = typed
    const yes = acceptedIn(table, action, typed)
    if (yes && !yes.accepted) return yes
    const answer = yes?.value ?? null
    if (isOnlyYes(action, typed)) return accept({ answer, isSaid: false })
    if (!text && !closed && status === statusOf(action))
      return refuse('text', 'Say what was said of it, or where it stands now')
    const said = report(action, { status, text, waitingFor: waitingFor || null, on: null })
    if (!said.accepted) return said
    const taken = answer ? withAnswer(action, answer, visit) : action
    const closing = closed
      ? closeHere(withUpdate(taken, ...saidHere(table, action, typed), visit))
      : said
    return closing.accepted ? accept({ answer, isSaid: true }) : closing
  },
  record: (visit, { table, action, form }, { answer, isSaid }, typed) => {
    const { store, by } = visit
    const { id } = termsOf(action)
    if (answer) store.actions.recordAnswer(action.id, id, answer, by)
    if (isSaid) store.actions.recordUpdate(action.id, ...saidHere(table, action, typed), by)
    if (typed.closed) store.actions.recordClosing(action.id, table.id, by)
    dropKept(visit, table, form)
  },
  answer: (visit, found) => ({
    to: placeAt(found.table, found.form),
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

/** R5: the table answers what an owner asked for, with one tap. */
const answerHere = change('/desk/round-tables/:slug/actions/:id/wishes/:wishId/answer', 'write', {
  name: 'asked',
  find: findCarried,
  allow: byPolicy,
  form: AnswerForm,
  decide: ({ params }, { table, action }, form) =>
    answering(action, idIn(params.wishId), form, (id) => isRepresented(table, id)),
  record: ({ store, by }, { table, action }, answered) =>
    answerOwner(store, action, answered, table.id, by),
  answer: (visit, found) => ({
    to: placeAt(found.table, found.form, 'text'),
    part: () =>
      carriedPart(visit, {
        ...found,
        action: visit.store.actions.find(found.action.id, visit.who)!,
      }),
  }),
  again: (visit, found, failed) =>
    againIn(visit, found.table, { ...failed, form: `asked-${found.action.id}` }, (here) =>
      carriedPart(visit, found, here),
    ),
})

/** What is written down: that its lead takes it on, and what was said of it. */
interface Decided {
  answer: { accepted: boolean; words: string | null; organisationId: number } | null
  isSaid: boolean
}
type Typed = z.infer<typeof CarriedForm>

/** R6: only its lead says yes, and only where it is here. */
const acceptedIn = (table: RoundTable, action: Action, typed: Typed) =>
  typed.accepted
    ? acceptAt(action, isOnlyYes(action, typed) ? typed.text : '', (id) => isRepresented(table, id))
    : undefined

/** R2: a yes by itself sets no status. */
const isOnlyYes = (action: Action, { accepted, status, closed }: Typed): boolean =>
  accepted && !closed && status === statusOf(action)

/** Why it cannot be closed stands beside the box that was ticked (R23). */
const closeHere = (action: Action): Decision<unknown> => {
  const closing = close(action)
  if (closing.accepted) return closing
  return {
    ...closing,
    refusals: closing.refusals.map(({ reason }) => ({
      field: 'closed',
      reason: isProposed(action)
        ? `${reason}. If its lead says yes here, tick that as well`
        : reason,
    })),
  }
}

/** What was said of it here, for its lead. */
const saidHere = (table: RoundTable, action: Action, typed: Typed): [Said, SaidBy] => {
  const { status, text, waitingFor } = typed
  const { leadId, seatId } = termsOf(action)
  return [
    { status, text, waitingFor: status === 'waiting' ? waitingFor : null, on: null },
    { organisationId: leadId, seatId, roundTableId: table.id },
  ]
}

/** Actions from before: what became of each, and whether the table closes it (R4). */
export const carriedRoutes: readonly Route[] = [reportHere, answerHere]
