import { z } from 'zod'
import { accept, refuse } from '../../../../domain/decision.ts'
import {
  answerInvitation,
  answersNow,
  COMINGS,
  takeAnswerBack,
} from '../../../../domain/round-tables/planning/answers.ts'
import { stateOf, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { expectedAt, guestsAt } from '../../../../work/expected.ts'
import { byPolicy, NothingTyped } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { someIds, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { idIn } from '../../names.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findTable } from '../find-round-table.ts'
import { plannedPage } from './planned-page.ts'

const AskForm = z.strictObject({ personIds: someIds(), readerIds: someIds() })
const AnswerForm = z.strictObject({
  answer: z.enum(COMINGS, 'Choose an answer'),
  standIn: words(120),
})

const askedAt = ({ slug }: RoundTable): string => `${to('/desk/round-tables', slug)}#asked`

/** A letter to each who was ticked; they may be asked again. */
const ask = change('/desk/round-tables/:slug/invitations', 'write', {
  name: 'asked',
  find: findTable,
  allow: byPolicy,
  form: AskForm,
  decide: ({ store, today }, table, { personIds, readerIds }) => {
    if (stateOf(table) !== 'planned')
      return refuse('personIds', 'Only a planned round table has people to ask')
    if (table.heldOn.length < 10)
      return refuse('personIds', 'It has only a month. Agree a day first, then ask people to it')
    if (table.heldOn < today) return refuse('personIds', 'Its day has passed. Move it first')
    if (personIds.length + readerIds.length === 0) return refuse('personIds', 'Choose who is asked')
    const expected = expectedAt(store, table, today).map((each) => each.person.id)
    const guests = guestsAt(store, table).map((each) => each.id)
    return personIds.every((id) => expected.includes(id)) &&
      readerIds.every((id) => guests.includes(id))
      ? accept({ personIds, readerIds })
      : refuse('personIds', 'Choose from the list')
  },
  record: ({ store, by }, { id }, { personIds, readerIds }) => {
    if (personIds.length > 0) store.answers.ask(id, personIds, by)
    if (readerIds.length > 0) store.guests.ask(id, readerIds, by)
  },
  answer: ({ desk }, table) => {
    desk.postLetters()
    return askedAt(table)
  },
  again: plannedPage,
})

/** Someone who is expected: oneself, or anyone a coordinator notes an answer of. */
const findExpected = (visit: Visit): { table: RoundTable; personId: number } => {
  const { store, today, params } = visit
  const table = findTable(visit)
  const personId = idIn(params.id)
  if (!expectedAt(store, table, today).some((each) => each.person.id === personId)) throw notFound()
  return { table, personId }
}

const mayAnswer = ({ who }: Visit, { personId }: { personId: number }): boolean =>
  who.personId === personId || who.role === 'coordinator'

const answer = change('/desk/round-tables/:slug/invitations/:id/answer', 'matter', {
  name: 'answer',
  keepsWords: true,
  find: findExpected,
  allow: mayAnswer,
  form: AnswerForm,
  decide: (_visit, { table }, form) => answerInvitation(table, form),
  record: ({ store, by }, { table, personId }, said) =>
    store.answers.record(table.id, personId, said, by),
  answer: (_visit, { table }) => askedAt(table),
  again: (visit, { table, personId }, failed) =>
    plannedPage(visit, table, { ...failed, form: `answer-${personId}` }),
})

const undo = change('/desk/round-tables/:slug/invitations/:id/answer/withdrawal', 'matter', {
  name: 'answer',
  find: findExpected,
  allow: mayAnswer,
  form: NothingTyped,
  decide: ({ store, by }, { table, personId }) =>
    takeAnswerBack(answersNow(store.answers.ofTable(table.id), table).get(personId), {
      personId: by.personId!,
      at: by.at,
    }),
  record: ({ store, by }, _found, last) => store.answers.recordTakenBack(last, by),
  answer: (_visit, { table }) => askedAt(table),
  again: (visit, { table, personId }, failed) =>
    plannedPage(visit, table, { ...failed, body: {}, form: `answer-${personId}` }),
})

/** Those who are expected are asked by letter, and say whether they come. */
export const invitationsRoutes: readonly Route[] = [ask, answer, undo]
