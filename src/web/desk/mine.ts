import { z } from 'zod'
import { inAgendaOrder, isFinished, isOpen, isProposed, latestOf, report, STATUSES, termsOf, type Action } from '../../domain/action.ts'
import { addDays } from '../../domain/day.ts'
import { CONFLICT, type Refusal } from '../../domain/decision.ts'
import { may } from '../../domain/may.ts'
import { hasDoneItsPart, partsOf } from '../../domain/part.ts'
import { refused, saved, show } from '../answer.ts'
import { parse, words } from '../forms.ts'
import { say } from '../say.ts'
import { view } from '../views.ts'
import { mineOf, saidBy } from './actions.ts'
import type { Desk, Visit } from './door.ts'
import { namesOf } from './names.ts'

/** One line of the form: where an action stands, in a word and a line; `seen` is what was said last when the page was drawn. */
const LineForm = z.strictObject({ status: z.enum(['', ...STATUSES], 'Choose from the list').default(''), text: words(2000), waitingFor: words(200), seen: z.string().regex(/^\d{0,9}$/).default('') })
const FIELD = /^(status|text|waitingFor|seen)-(\d{1,9})$/

interface Line { id: number; status: typeof STATUSES[number]; text: string; waitingFor: string | null; seen: string }

/** `/desk/mine`: everything that is mine, most pressing first, across seats; several are reported on in one go before a meeting. */
export const mineRoom = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/mine', 'read', (visit) => show(visit.reply, page(visit)))

  /** All of it is saved, or none: what is wrong stands beside its line, with everything typed. */
  desk.change('/desk/mine', 'own', (visit) => {
    const { lines, refusals } = read(visit)
    const found = lines.map((line) => ({ line, action: store.actions.find(line.id, visit.who) }))
    for (const { line, action } of found) refusals.push(...refusalsOf(visit, line, action))
    if (refusals.length > 0) return refused(visit.request, visit.reply, refusals, () => page(visit, { form: 'mine', errors: refusals.filter((each) => each.field !== CONFLICT), body: visit.body }))
    store.together(() => {
      for (const { line, action } of found) store.actions.recordUpdate(line.id, { status: line.status, text: line.text, waitingFor: line.waitingFor, on: null }, saidBy(store, visit, action!, null), visit.by)
    })
    return saved(visit.request, visit.reply, `/desk/mine${lines.length ? `?saved=${lines.length}` : ''}`)
  })

  const read = (visit: Visit): { lines: Line[]; refusals: Refusal[] } => {
    const body = (visit.body ?? {}) as Record<string, unknown>
    const strange = Object.keys(body).find((name) => !FIELD.test(name))
    if (strange !== undefined) return { lines: [], refusals: [{ field: 'form', reason: 'This form has a field we do not know. Nothing was saved. Open the page again' }] }
    const ids = [...new Set(Object.keys(body).map((name) => Number(FIELD.exec(name)![2])))]
    const read = ids.map((id) => ({ id, form: parse(LineForm, Object.fromEntries(Object.keys(LineForm.shape).filter((name) => body[`${name}-${id}`] !== undefined).map((name) => [name, body[`${name}-${id}`]]))) }))
    return {
      lines: read.flatMap(({ id, form }) => (form.accepted && form.value.status !== '' ? [{ id, ...form.value, status: form.value.status, waitingFor: form.value.status === 'waiting' ? form.value.waitingFor || null : null }] : [])),
      refusals: read.flatMap(({ id, form }) => (!form.accepted ? form.refusals.map((each) => ({ ...each, field: `${each.field}-${id}` })) : form.value.status === '' && form.value.text ? [{ field: `status-${id}`, reason: 'Choose where it has got to, so that your words can be sent' }] : []))
    }
  }

  const refusalsOf = (visit: Visit, line: Line, action: Action | undefined): Refusal[] => {
    if (!action || action.depth === 'named' || !may.report(visit.who, action)) return [{ field: `status-${line.id}`, reason: `This is not yours any more, so nothing was saved for it.${line.text ? ` You wrote: “${line.text}”` : ''}` }]
    const since = action.updates.at(-1)!
    // Not said by this person: someone else at the table, or a colleague, was quicker (R23).
    if (line.seen !== '' && since.id > Number(line.seen) && since.personId !== visit.who.personId) return [{ field: CONFLICT, reason: '' }, { field: `status-${line.id}`, reason: `Action ${action.number}: someone said “${say.status(since.status, termsOf(action).kind)}${since.text ? `: ${since.text}` : ''}” while you were writing. Read it, and send yours again if it still holds` }]
    const decision = report(action, { ...line, on: null })
    return decision.accepted ? [] : decision.refusals.map((each) => ({ field: `${each.field}-${line.id}`, reason: `Action ${action.number}: ${each.reason.slice(0, 1).toLowerCase()}${each.reason.slice(1)}` }))
  }

  const page = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) => {
    const { who, today } = visit
    const open = inAgendaOrder(store.actions.list(who).filter(isOpen), today, addDays(today, 30))
    const all = mineOf(open, visit)
    const leads = (action: Action): boolean => { const { leadId, seatId } = termsOf(action); return leadId === who.organisationId || (seatId !== null && who.seatIds.includes(seatId)) }
    const toAccept = all.filter((action) => isProposed(action) && may.answerFor(who, action))
    const mine = all.filter((action) => leads(action) && !toAccept.includes(action) && !isFinished(action))
    const helping = all.filter((action) => !leads(action) && !isProposed(action) && !hasDoneItsPart(action, who.organisationId))
    const shown = [...toAccept, ...mine, ...helping]
    const seats = store.organisations.seats().filter((seat) => who.seatIds.includes(seat.id))
    return view('desk/mine/index', {
      frame: desk.frame(visit, 'My actions', 'actions', failed), names: namesOf(store), toAccept, mine, helping, finished: all.filter((action) => leads(action) && isFinished(action)),
      written: open.filter((action) => action.terms[0]!.personId === who.personId && !shown.includes(action) && !all.includes(action)), seats, phrases: phrasesOf(store.labels.setting('phrases')), mayReport: who.role !== 'observer',
      last: (action) => (leads(action) ? latestOf(action) : partsOf(action).find((part) => part.organisationId === who.organisationId)?.latest ?? null), saved: Number(visit.query.saved ?? 0) || 0
    })
  }
}

/** Ready-made phrases that the partnership keeps: one to a line. */
export const phrasesOf = (setting: string | undefined): string[] => (setting ?? '').split('\n').map((each) => each.trim()).filter(Boolean)
