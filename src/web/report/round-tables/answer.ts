import { z } from 'zod'
import { isPast } from '../../../domain/day.ts'
import {
  answerInvitation,
  answersBefore,
  answersNow,
  COMINGS,
  mayTakeAnswerBack,
  takeAnswerBack,
  type Answer,
} from '../../../domain/round-tables/planning/answers.ts'
import { planHistory, sayTime } from '../../../domain/round-tables/planning/plan.ts'
import { stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { By } from '../../../store/journal.ts'
import { expectedAt, type Expected } from '../../../work/expected.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../change.ts'
import { typedIn, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/report.ts'
import type { Drawn } from '../../views/view.ts'
import type { AtDoor } from '../holder.ts'
import { forWhoHolds, type Gone, type Route } from '../route.ts'

/** Someone who opened the link in an invitation: one table, one person. */
interface Invited extends AtDoor {
  token: string
  table: RoundTable
  expected: Expected
  answer: Answer | null
  /** What they had said to the day before it was moved. */
  before: Answer | null
  /** They come from taking one back. */
  isTakenBack: boolean
  by: By
}

/**
 * The link dies when its person leaves or is not expected any more, and when the table has begun;
 * of one that was cancelled it says so.
 */
const invitedBy = (atDoor: AtDoor): Invited | Gone => {
  const { store, params, today, at } = atDoor
  const token = params.token!
  const link = store.answers.findLink(token)
  const table = link && store.roundTables.findById(link.roundTableId)
  const state = table && stateOf(table)
  if (!link || !table || state === 'open') return gone(404)
  if (state === 'cancelled') return gone(410, table)
  const expected = expectedAt(store, table, today).find((each) => each.person.id === link.personId)
  if (state !== 'planned' || !expected || isPast(table.heldOn, today)) return gone(404)
  const answers = store.answers.ofTable(table.id)
  const answer = answersNow(answers, table).get(link.personId) ?? null
  const before = answersBefore(answers, table).get(link.personId) ?? null
  return {
    ...atDoor,
    token,
    table,
    expected,
    answer,
    before,
    isTakenBack: (atDoor.request.query as { back?: string }).back === 'yes',
    by: { personId: link.personId, at },
  }
}

const gone = (code: 404 | 410, cancelled: RoundTable | null = null): Gone => ({
  gone: code,
  drawn: view('report/round-tables/gone', { cancelled }),
})

const { page, change } = forWhoHolds(invitedBy)

const AnswerForm = z.strictObject({
  answer: z.enum(COMINGS, 'Choose an answer'),
  standIn: words(120),
})

const answerPage = (invited: Invited, failed?: Failed): Drawn => {
  const { token, table, expected, answer, before, by } = invited
  const moved = planHistory(table).findLast(({ change }) => change.verb === 'moved')
  return view('report/round-tables/show', {
    token,
    table,
    seats: expected.seats.map((seat) => seat.title),
    answer,
    before: answer ? null : before,
    moved: moved ? { from: sayTime(moved.change.before), reason: moved.change.reason } : null,
    isTakenBack: invited.isTakenBack,
    mayTakeBack:
      answer !== null && mayTakeAnswerBack(answer, { personId: by.personId!, at: by.at }),
    errors: failed?.errors ?? [],
    typed: Object.fromEntries(
      Object.entries(typedIn(failed?.body)).map(([name, value]) => [name, String(value)]),
    ),
  })
}

const at = ({ token }: Invited): string => to('/answer', token)

const answerLink = change('/answer/:token', {
  name: 'answer',
  find: nothing,
  allow: byPolicy,
  form: AnswerForm,
  decide: ({ table }, _nothing, form) => answerInvitation(table, form),
  record: ({ store, table, by }, _nothing, said) =>
    store.answers.record(table.id, by.personId!, said, by),
  answer: at,
  again: (invited, _nothing, failed) => answerPage(invited, failed),
})

const undo = change('/answer/:token/withdrawal', {
  name: 'undo',
  find: nothing,
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ answer, by }) =>
    takeAnswerBack(answer ?? undefined, { personId: by.personId!, at: by.at }),
  record: ({ store, by }, _nothing, last) => store.answers.recordTakenBack(last, by),
  answer: ({ token }) => to('/answer', token, { back: 'yes' }),
  again: (invited, _nothing, failed) => answerPage(invited, { ...failed, body: {} }),
})

/**
 * `/answer/{token}`: someone who is asked to a round table says whether they come, without signing
 * in; the answer stands on the page, and can be taken back for an hour (R21).
 */
export const answerRoutes: readonly Route[] = [page('/answer/:token', answerPage), answerLink, undo]
