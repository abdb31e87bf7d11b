import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import { report } from '../../../domain/actions/reporting.ts'
import type { Desk, Visit } from '../visit.ts'
import { namesOf } from '../../../work/names.ts'
import { z } from 'zod'
import {
  isDeclined,
  isFinished,
  isOpen,
  isProposed,
  latestOf,
  STATUSES,
  termsOf,
  type Action,
  type Update,
} from '../../../domain/actions/action.ts'
import { addDays } from '../../../domain/day.ts'
import { CONFLICT, type Refusal } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { hasDoneItsShare, sharesOf, waitingShares } from '../../../domain/actions/shares.ts'
import { refused, saved, show } from '../../answer.ts'
import { parse, TAMPERED, typedIn, words } from '../../forms.ts'
import { say } from '../../../domain/say.ts'
import { view } from '../../views/desk.ts'
import { mineOf, saidByThemselves } from './actions.ts'

/**
 * One line of the form: where an action stands, in a word and a line; `seen` is what was said last
 * when the page was drawn.
 */
const LineForm = z.strictObject({
  status: z.enum(['', ...STATUSES], 'Choose from the list').default(''),
  text: words(2000),
  waitingFor: words(200),
  seen: z
    .string()
    .regex(/^\d{0,9}$/, 'This did not arrive whole. Open the page again')
    .default(''),
})
const FIELD = /^(status|text|waitingFor|seen)-([1-9]\d{0,8})$/

interface Line {
  id: number
  status: (typeof STATUSES)[number]
  text: string
  waitingFor: string | null
  seen: string
}
/**
 * What was typed about an action that is not on the page any more: shown, so that it is not lost.
 */
export interface Unsent {
  id: number
  words: string
}

/**
 * `/desk/mine`: everything that is mine, most pressing first, across seats; several are reported on
 * in one go before a meeting.
 */
export const myActionsRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/mine', 'read', (visit) => show(visit.reply, page(visit)))

  /** All of it is saved, or none: what is wrong stands beside its line, with everything typed. */
  desk.change('/desk/mine', 'own', (visit) => {
    const { lines, refusals } = read(visit)
    const found = lines.map((line) => ({ line, action: store.actions.find(line.id, visit.who) }))
    for (const { line, action } of found) refusals.push(...refusalsOf(visit, line, action))
    if (refusals.length > 0)
      return refused(visit.request, visit.reply, refusals, () =>
        page(visit, {
          form: 'mine',
          errors: refusals.filter((each) => each.field !== CONFLICT),
          body: visit.body,
        }),
      )
    store.together(() => {
      for (const {
        line: { id, seen: _seen, ...said },
        action,
      } of found.filter(({ line, action }) => !isSaid(visit, line, action!)))
        store.actions.recordUpdate(
          id,
          { ...said, on: null },
          saidByThemselves(store, visit, action!)!,
          visit.by,
        )
    })
    return saved(visit.request, visit.reply, `/desk/mine?saved=${lines.length}`)
  })

  const read = (visit: Visit): { lines: Line[]; refusals: Refusal[] } => {
    const body = (visit.body ?? {}) as Record<string, unknown>
    const strange = Object.keys(body).find((name) => !FIELD.test(name))
    if (strange !== undefined)
      return {
        lines: [],
        refusals: [
          {
            field: TAMPERED,
            reason: 'This form has a field we do not know. Nothing was saved. Open the page again',
          },
        ],
      }
    const ids = [...new Set(Object.keys(body).map((name) => Number(FIELD.exec(name)![2])))]
    const read = ids.map((id) => ({
      id,
      form: parse(
        LineForm,
        Object.fromEntries(
          Object.keys(LineForm.shape)
            .filter((name) => body[`${name}-${id}`] !== undefined)
            .map((name) => [name, body[`${name}-${id}`]]),
        ),
      ),
    }))
    return {
      lines: read.flatMap(({ id, form }) =>
        form.accepted && form.value.status !== ''
          ? [
              {
                id,
                ...form.value,
                status: form.value.status,
                waitingFor: form.value.status === 'waiting' ? form.value.waitingFor || null : null,
              },
            ]
          : [],
      ),
      refusals: read.every(
        ({ form }) =>
          form.accepted && form.value.status === '' && !form.value.text && !form.value.waitingFor,
      )
        ? [
            {
              field: `status-${ids[0] ?? 0}`,
              reason: 'Nothing is filled in yet. Choose where at least one of them has got to',
            },
          ]
        : read.flatMap(({ id, form }) =>
            !form.accepted
              ? form.refusals.map((each) => ({ ...each, field: `${each.field}-${id}` }))
              : form.value.status === '' && (form.value.text || form.value.waitingFor)
                ? [
                    {
                      field: `status-${id}`,
                      reason: 'Choose where it has got to, so that your words can be sent',
                    },
                  ]
                : [],
          ),
    }
  }

  const refusalsOf = (visit: Visit, line: Line, action: Action | undefined): Refusal[] => {
    if (!action || action.takenOutAt !== null || !speaksFor(visit, action))
      return [
        {
          field: `status-${line.id}`,
          reason:
            'One of these is not on your list any more. Nothing was saved for it, and your words are below',
        },
      ]
    // Someone else at the table, or a colleague, was quicker (R23). What others say of their own
    // parts stands beside it.
    const { organisationId } = saidByThemselves(store, visit, action)!
    const since = after(line, action).findLast(
      (update) =>
        update.personId !== visit.who.personId &&
        (update.organisationId === null || update.organisationId === organisationId),
    )
    if (since)
      return [
        { field: CONFLICT, reason: '' },
        {
          field: `status-${line.id}`,
          reason: `Action ${action.number}: someone said “${say.status(since.status, termsOf(action).kind)}${since.waitingFor ? ` for ${since.waitingFor}` : ''}${since.text ? `: ${since.text}` : ''}” while you were writing. Read it, and send yours again if it still holds`,
        },
      ]
    const decision = report(action, { ...line, on: null })
    return decision.accepted
      ? []
      : decision.refusals.map((each) => ({
          field: `${each.field}-${line.id}`,
          reason: `Action ${action.number}: ${each.reason.slice(0, 1).toLowerCase()}${each.reason.slice(1)}`,
        }))
  }

  /** R11: what is held in private is said on its own page alone. */
  const speaksFor = (visit: Visit, action: Action): boolean =>
    action.depth !== 'named' &&
    may.report(visit.who, action) &&
    saidByThemselves(store, visit, action) !== undefined
  const after = (line: Line, action: Action): Update[] =>
    line.seen === ''
      ? []
      : action.updates.filter(
          (update) => update.id > Number(line.seen) && update.takenBackAt === null,
        )
  /** The form came a second time: after the way back, or a slow line. */
  const isSaid = (visit: Visit, line: Line, action: Action): boolean =>
    after(line, action).some(
      (update) =>
        update.personId === visit.who.personId &&
        update.status === line.status &&
        update.text === line.text &&
        update.waitingFor === line.waitingFor,
    )

  const page = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) => {
    const { who, today } = visit
    const open = inAgendaOrder(store.actions.list(who).filter(isOpen), today, addDays(today, 30))
    const all = mineOf(open, visit)
    const leads = (action: Action): boolean => {
      const { leadId, seatId } = termsOf(action)
      return leadId === who.organisationId || (seatId !== null && who.seatIds.includes(seatId))
    }
    const isAsked = (action: Action): boolean =>
      waitingShares(action).some((part) => part.organisationId === who.organisationId)
    const typed = typedLines(failed)
    const proposed = all.filter((action) => isProposed(action) && may.answerFor(who, action))
    // A line that someone was writing on stays, though others finished it meanwhile.
    const isWrittenOn = (action: Action): boolean =>
      typed.some((line) => line.id === action.id) &&
      speaksFor(visit, action) &&
      !proposed.includes(action)
    const mine = open.filter(
      (action) =>
        leads(action) &&
        (isWrittenOn(action) ||
          (all.includes(action) && !proposed.includes(action) && !isFinished(action))),
    )
    const helping = open
      .filter(
        (action) =>
          !leads(action) &&
          (isWrittenOn(action) ||
            (all.includes(action) &&
              !isProposed(action) &&
              !hasDoneItsShare(action, who.organisationId))),
      )
      .toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)))
    const shown = [...proposed, ...mine, ...helping]
    const seats = store.organisations.seats().filter((seat) => who.seatIds.includes(seat.id))
    return view('desk/actions/my-actions/index', {
      frame: desk.frame(visit, 'My actions', 'actions', failed),
      names: namesOf(store),
      toAccept: proposed.filter((action) => !isDeclined(action)),
      declined: proposed.filter(isDeclined),
      mine,
      helping,
      finished: all.filter(
        (action) => leads(action) && isFinished(action) && !shown.includes(action),
      ),
      written: open.filter(
        (action) =>
          action.terms[0]!.personId === who.personId &&
          !shown.includes(action) &&
          !all.includes(action),
      ),
      seats,
      phrases: phrasesOf(store.labels.setting('phrases')),
      mayReport: who.role !== 'observer',
      last: (action) =>
        leads(action)
          ? latestOf(action)
          : (sharesOf(action).find((part) => part.organisationId === who.organisationId)?.latest ??
            null),
      saved: /^[1-9]\d{0,2}$/.test(visit.query.saved ?? '') ? Number(visit.query.saved) : 0,
      isAsked,
      unsent: typed.filter(
        (line) =>
          ![...mine, ...helping].some(
            (action) => action.id === line.id && action.depth !== 'named',
          ),
      ),
    })
  }
}

/** The lines that someone wrote on, in the order of the form. */
const typedLines = (failed?: { body: unknown }): Unsent[] => {
  const body = typedIn(failed?.body)
  const ids = [
    ...new Set(
      Object.keys(body).flatMap((name) => (FIELD.test(name) ? [Number(FIELD.exec(name)![2])] : [])),
    ),
  ]
  const status = (id: number) => STATUSES.find((each) => each === body[`status-${id}`])
  return ids
    .filter((id) =>
      ['status', 'text', 'waitingFor'].some(
        (name) => String(body[`${name}-${id}`] ?? '').trim() !== '',
      ),
    )
    .map((id) => ({
      id,
      words: [
        status(id) ? say.status(status(id)!, 'one-off') : '',
        body[`waitingFor-${id}`],
        body[`text-${id}`],
      ]
        .map((each) => String(each ?? '').trim())
        .filter(Boolean)
        .join(': '),
    }))
}

/** Ready-made phrases that the partnership keeps: one to a line. */
export const phrasesOf = (setting: string | undefined): string[] =>
  (setting ?? '')
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
