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
  type Coming,
  type GuestAnswer,
} from '../../../domain/round-tables/planning/answers.ts'
import { planHistory, sayTime } from '../../../domain/round-tables/planning/plan.ts'
import { stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { By } from '../../../store/journal.ts'
import type { Reader } from '../../../store/round-tables/minute-readers.ts'
import { expectedAt, guestsAt } from '../../../work/expected.ts'
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
  /** As whom they are asked. */
  seats: string[]
  answer: Given | null
  /** What they had said to the day before it was moved. */
  before: Given | null
  /** They come from taking one back. */
  isTakenBack: boolean
  by: By
  keep: (said: { answer: Coming; standIn: string | null }) => number
  takeBack: (answer: Given) => number
}

type Given = Answer | GuestAnswer
/** What the link of a person with an account and that of a guest have in common. */
type Whose = Pick<Invited, 'table' | 'seats' | 'answer' | 'before' | 'keep' | 'takeBack'>

/**
 * The link dies when its person leaves or is not expected any more, and when the table has begun;
 * of one that was cancelled it says so.
 */
const invitedBy = (atDoor: AtDoor): Invited | Gone => {
  const { store, params, today, at } = atDoor
  const token = params.token!
  const link = store.answers.findLink(token)
  const guest = store.guests.findLink(token)
  const reader = guest && store.letters.findReader(guest.readerId)
  const tableId = link?.roundTableId ?? reader?.roundTableId
  const table = tableId === undefined ? undefined : store.roundTables.findById(tableId)
  const state = table && stateOf(table)
  if (!table || state === 'open') return gone(404)
  if (state === 'cancelled') return gone(410, table)
  if (state !== 'planned' || isPast(table.heldOn, today)) return gone(404)
  const by = { personId: link?.personId ?? null, at }
  const whose = link ? personAt(atDoor, table, by) : guestAt(atDoor, table, reader!, by)
  if (!whose) return gone(404)
  return {
    ...atDoor,
    ...whose,
    token,
    isTakenBack: (atDoor.request.query as { back?: string }).back === 'yes',
    by,
  }
}

const personAt = ({ store, today }: AtDoor, table: RoundTable, by: By): Whose | undefined => {
  const personId = by.personId!
  const expected = expectedAt(store, table, today).find((each) => each.person.id === personId)
  if (!expected) return undefined
  const answers = store.answers.ofTable(table.id)
  return {
    table,
    seats: expected.seats.map((seat) => seat.title),
    answer: answersNow(answers, table).get(personId) ?? null,
    before: answersBefore(answers, table).get(personId) ?? null,
    keep: (said) => store.answers.record(table.id, personId, said, by),
    takeBack: (last) => store.answers.recordTakenBack({ ...last, roundTableId: table.id }, by),
  }
}

/** Whoever is asked without an account, for as long as they stand among the guests. */
const guestAt = (
  { store }: AtDoor,
  table: RoundTable,
  { id }: Reader,
  by: By,
): Whose | undefined => {
  const guest = guestsAt(store, table).find((each) => each.id === id)
  if (!guest) return undefined
  const answers = store.guests.answers(table.id)
  return {
    table,
    seats: [guest.role],
    answer: answersNow(answers, table).get(id) ?? null,
    before: answersBefore(answers, table).get(id) ?? null,
    keep: (said) => store.guests.record(guest, said, by),
    takeBack: (last) => store.guests.recordTakenBack(guest, last, by),
  }
}

const gone = (code: 404 | 410, cancelled: RoundTable | null = null): Gone => ({
  gone: code,
  draw: (unsent) => view('report/round-tables/gone', { cancelled, unsent }),
})

const { page, change } = forWhoHolds(invitedBy)

const AnswerForm = z.strictObject({
  answer: z.enum(COMINGS, 'Choose an answer'),
  standIn: words(120),
})

const answerPage = (invited: Invited, failed?: Failed): Drawn => {
  const { token, table, seats, answer, before, by } = invited
  const moved = planHistory(table).findLast(({ change }) => change.verb === 'moved')
  return view('report/round-tables/show', {
    token,
    table,
    seats,
    answer,
    before: answer ? null : before,
    moved: moved ? { from: sayTime(moved.change.before), reason: moved.change.reason } : null,
    isTakenBack: invited.isTakenBack,
    mayTakeBack: answer !== null && mayTakeAnswerBack(answer, by),
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
  record: ({ keep }, _nothing, said) => keep(said),
  answer: at,
  again: (invited, _nothing, failed) => answerPage(invited, failed),
})

const undo = change('/answer/:token/withdrawal', {
  name: 'undo',
  find: nothing,
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ answer, by }) => takeAnswerBack(answer ?? undefined, by),
  record: ({ takeBack }, _nothing, last) => takeBack(last),
  answer: ({ token }) => to('/answer', token, { back: 'yes' }),
  again: (invited, _nothing, failed) => answerPage(invited, { ...failed, body: {} }),
})

/**
 * `/answer/{token}`: someone who is asked to a round table says whether they come, without signing
 * in; the answer stands on the page, and can be taken back for an hour (R21).
 */
export const answerRoutes: readonly Route[] = [page('/answer/:token', answerPage), answerLink, undo]
