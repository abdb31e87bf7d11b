import { report, takeBack } from '../../../domain/actions/reporting.ts'
import { answerProposal } from '../../../domain/actions/agreement.ts'
import { z } from 'zod'
import {
  acceptanceOf,
  isFinished,
  isOpen,
  isProposed,
  STATUSES,
  termsOf,
  type Acceptance,
  type Action,
  type Update,
} from '../../../domain/actions/action.ts'
import { wordingOf } from '../../../domain/concerns/concern.ts'
import { dayOf, type Day } from '../../../domain/day.ts'
import type { Refusal } from '../../../domain/decision.ts'
import { sharesOf } from '../../../domain/actions/shares.ts'
import { monthTitle } from '../../../domain/round-tables/round-table.ts'
import { parseOrRefuse, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/report.ts'
import { draw, type Holder, type ReportDoor } from '../door.ts'

const ReportForm = z.strictObject({
  status: z.enum(STATUSES, 'Choose where it has got to'),
  text: words(2000),
  waitingFor: words(200),
})
const AnswerForm = z.strictObject({ words: words(1000) })
const UndoForm = z.strictObject({
  updateId: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

const UNDO_MS = 3_600_000

/**
 * `/report/{token}`: an owner says where one action stands, in ten seconds and without signing in;
 * a receipt, and an hour to take it back (R21).
 */
export const reportRoutes = (door: ReportDoor): void => {
  const { store } = door

  door.get('/report/:token', (holder) => draw(holder.reply, page(holder)))

  door.change('/report/:token', (holder) => {
    const form = parseOrRefuse(ReportForm, holder.body)
    const decision = form.accepted
      ? report(holder.action, {
          ...form.value,
          waitingFor: form.value.waitingFor || null,
          on: null,
        })
      : form
    if (!decision.accepted)
      return draw(
        holder.reply.code(isOpen(holder.action) ? 422 : 409),
        page(holder, decision.refusals),
      )
    store.actions.recordUpdate(
      holder.action.id,
      decision.value,
      { organisationId: holder.seat.organisationId, seatId: holder.seat.id, roundTableId: null },
      by(holder),
    )
    return holder.reply.redirect(to('/report', holder.token, 'receipt'), 303)
  })

  const answer = (accepted: boolean) => (holder: Holder) => {
    const form = parseOrRefuse(AnswerForm, holder.body)
    if (!leads(holder))
      return draw(
        holder.reply.code(422),
        page(holder, [
          { field: 'words', reason: 'Only the organisation that leads can answer this' },
        ]),
      )
    if (form.accepted && isAnswered(holder, accepted, form.value.words))
      return holder.reply.redirect(to('/report', holder.token), 303)
    const decision = form.accepted
      ? answerProposal(holder.action, accepted, form.value.words, mayTakeBackYes(holder))
      : form
    if (!decision.accepted) return draw(holder.reply.code(422), page(holder, decision.refusals))
    store.actions.recordAnswer(
      holder.action.id,
      termsOf(holder.action).id,
      decision.value,
      by(holder),
    )
    return holder.reply.redirect(to('/report', holder.token), 303)
  }
  door.change('/report/:token/acceptance', answer(true))
  door.change('/report/:token/declining', answer(false))

  door.get('/report/:token/receipt', (holder) => {
    const said = lastSaid(holder)
    return said
      ? draw(
          holder.reply,
          view('report/actions/receipt', {
            token: holder.token,
            action: holder.action,
            said,
            mayUndo: mayUndo(holder, said),
            table: tableOf(holder.action),
          }),
        )
      : holder.reply.redirect(to('/report', holder.token), 303)
  })

  door.change('/report/:token/undoing', (holder) => {
    const form = parseOrRefuse(UndoForm, holder.body)
    const decision = form.accepted
      ? takeBack(holder.action, form.value.updateId, (update) => mayUndo(holder, update))
      : form
    if (!decision.accepted) return draw(holder.reply.code(422), page(holder, decision.refusals))
    store.actions.recordTakingBack(holder.action.id, decision.value.id, by(holder))
    return holder.reply.redirect(to('/report', holder.token), 303)
  })

  const mayTakeBackYes = ({ action, link, at }: Holder): boolean => {
    const last = acceptanceOf(action)
    return (
      last !== undefined &&
      last.accepted &&
      last.personId === link.personId &&
      Date.parse(at) - Date.parse(last.at) < UNDO_MS &&
      isOpen(action)
    )
  }
  const leads = ({ action, seat }: Holder): boolean =>
    termsOf(action).leadId === seat.organisationId
  /** A second tap on the same button says nothing new. */
  const isAnswered = ({ action }: Holder, accepted: boolean, said: string): boolean => {
    const last = acceptanceOf(action)
    return last !== undefined && last.accepted === accepted && (accepted || last.words === said)
  }
  const by = ({ link, at }: Holder) => ({ personId: link.personId, at })
  const isMine = ({ link }: Holder, update: Update): boolean =>
    update.personId === link.personId && update.seatId === link.seatId
  const mayUndo = (holder: Holder, update: Update): boolean =>
    isMine(holder, update) &&
    update.takenBackAt === null &&
    isOpen(holder.action) &&
    Date.parse(holder.at) - Date.parse(update.at) < UNDO_MS
  /** There is no receipt for what was taken back, and none of an older one in its place. */
  const lastSaid = (holder: Holder): Update | undefined => {
    const last = holder.action.updates.slice(1).findLast((update) => isMine(holder, update))
    return last?.takenBackAt === null ? last : undefined
  }
  const tableOf = (action: Action): string | null => {
    const table =
      action.roundTableId === null ? undefined : store.roundTables.findById(action.roundTableId)
    return table ? monthTitle(table.heldOn) : null
  }

  /** What they declined, until they accept; that they accepted, for the day. */
  const answerToShow = (action: Action, today: Day): Acceptance | null => {
    const last = acceptanceOf(action)
    return last && (!last.accepted || dayOf(last.at) === today) ? last : null
  }

  const page = (holder: Holder, errors: Refusal[] = []) => {
    const { action, seat, token, today } = holder
    const concerns = store.concerns
      .listUnfiltered(action.concernIds)
      .filter((concern) => concern.depth !== 'named' && concern.takenOutAt === null)
      .map((concern) => wordingOf(concern).text)
    return view('report/actions/show', {
      token,
      action,
      seat,
      today,
      concerns,
      table: tableOf(action),
      helps: !leads(holder),
      last:
        sharesOf(action).find((part) => part.organisationId === seat.organisationId)?.latest ??
        null,
      proposed: isProposed(action) && isOpen(action) && leads(holder),
      mayTakeBackYes: leads(holder) && mayTakeBackYes(holder),
      answer: leads(holder) ? answerToShow(action, today) : null,
      mayReport: isOpen(action),
      finished: isFinished(action),
      errors,
      typed: Object.fromEntries(
        Object.entries((holder.body ?? {}) as Record<string, unknown>).map(([name, value]) => [
          name,
          String(value),
        ]),
      ),
    })
  }
}
