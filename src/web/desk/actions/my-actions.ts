import { z } from 'zod'
import { termsOf, type Action, type Update } from '../../../domain/actions/action.ts'
import { report } from '../../../domain/actions/reporting.ts'
import { accept, CONFLICT, type Refusal } from '../../../domain/decision.ts'
import { say } from '../../../domain/say.ts'
import { show } from '../../answer.ts'
import { byPolicy, nothing } from '../../change.ts'
import { change, get, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { askOtherTables, otherTablesUnasked } from '../people/other-tables/brought.ts'
import { myActionsPage } from './my-actions-page.ts'
import { readLines, type Line } from './my-lines.ts'
import { releaserOf, saidByThemselves, speaksFor } from './said-by.ts'

/** All of it is saved, or none: what is wrong stands beside its line, with everything typed. */
const reportOnMine = change('/desk/mine', 'own', {
  name: 'mine',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  // Each line is a form of its own, so that what is wrong with one stands beside it.
  form: z.custom<Record<string, unknown>>(),
  decide: (visit, _, body) => {
    const { lines, refusals } = readLines(body)
    const found = lines.map((line) => ({
      line,
      action: visit.store.actions.find(line.id, visit.who),
    }))
    const all = [
      ...refusals,
      ...found.flatMap(({ line, action }) => refusalsOf(visit, line, action)),
    ]
    return all.length > 0
      ? { accepted: false, refusals: all }
      : accept(found.map(({ line, action }) => ({ line, action: action! })))
  },
  record: (visit, _, found) => {
    const { store, by } = visit
    for (const { line, action } of found.filter((each) => !isSaid(visit, each.line, each.action))) {
      const { id, status, text, waitingFor } = line
      const said = { status, text, waitingFor, on: null }
      const from = saidByThemselves(visit, action)!
      store.actions.recordUpdate(id, said, from, by, {
        waitsForId: releaserOf(visit, action, from),
      })
    }
    return found.length
  },
  answer: (_visit, _, count) => `/desk/mine?saved=${count}`,
  again: (visit, _, failed) =>
    myActionsPage(visit, {
      others: otherTablesUnasked(visit),
      failed: { ...failed, errors: failed.errors.filter((each) => each.field !== CONFLICT) },
    }),
})

/**
 * `/desk/mine`: everything that is mine, most pressing first, across seats; several are reported on
 * in one go before a meeting. What is mine at other round tables follows it, as those tell it.
 */
export const myActionsRoutes: readonly Route[] = [
  get('/desk/mine', 'read', async (visit) => {
    const others = await askOtherTables(visit)
    return show(visit.reply, myActionsPage(visit, { others }))
  }),
  reportOnMine,
]

const refusalsOf = (visit: Visit, line: Line, action: Action | undefined): Refusal[] => {
  if (!action || action.takenOutAt !== null || !speaksFor(visit, action))
    return [
      {
        field: `status-${line.id}`,
        reason:
          'One of these is not on your list any more. Nothing was saved for it, and your words are below',
      },
    ]
  const quicker = saidMeanwhile(visit, line, action)
  if (quicker)
    return [
      { field: CONFLICT, reason: '' },
      { field: `status-${line.id}`, reason: whatWasSaid(action, quicker) },
    ]
  const { status, text, waitingFor } = line
  const decision = report(action, { status, text, waitingFor, on: null })
  return decision.accepted
    ? []
    : decision.refusals.map(({ field, reason }) => ({
        field: `${field}-${line.id}`,
        reason: `Action ${action.number}: ${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}`,
      }))
}

/**
 * Someone else at the table, or a colleague, was quicker (R23). What others say of their own parts
 * stands beside it.
 */
const saidMeanwhile = (visit: Visit, line: Line, action: Action): Update | undefined => {
  const { organisationId } = saidByThemselves(visit, action)!
  return after(line, action).findLast(
    (update) =>
      update.personId !== visit.who.personId &&
      (update.organisationId === null || update.organisationId === organisationId),
  )
}

const whatWasSaid = (action: Action, { status, waitingFor, text }: Update): string => {
  const said = [
    say.status(status, termsOf(action).kind),
    waitingFor ? ` for ${waitingFor}` : '',
    text ? `: ${text}` : '',
  ].join('')
  return (
    `Action ${action.number}: someone said “${said}” while you were writing. ` +
    'Read it, and send yours again if it still holds'
  )
}

/** The form came a second time: after the way back, or a slow line. */
const isSaid = ({ who }: Visit, line: Line, action: Action): boolean =>
  after(line, action).some(
    (update) =>
      update.personId === who.personId &&
      update.status === line.status &&
      update.text === line.text &&
      update.waitingFor === line.waitingFor,
  )

const after = ({ seen }: Line, { updates }: Action): Update[] =>
  seen === ''
    ? []
    : updates.filter((update) => update.id > Number(seen) && update.takenBackAt === null)
