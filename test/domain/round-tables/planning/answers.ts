import t from 'tap'
import {
  answerInvitation,
  answersNow,
  takeAnswerBack,
  type Answer,
} from '../../../../src/domain/round-tables/planning/answers.ts'
import { AT, table } from '../../make.ts'

const answer = (over: Partial<Answer>): Answer => ({
  id: 1,
  roundTableId: 1,
  personId: 7,
  answer: 'coming',
  standIn: null,
  byId: 7,
  at: AT,
  takenBackAt: null,
  ...over,
})

t.test('someone who sends another says whom; who comes themselves sends nobody', async (t) => {
  const planned = table()
  t.notOk(answerInvitation(planned, { answer: 'sending', standIn: '' }).accepted)
  t.same(answerInvitation(planned, { answer: 'coming', standIn: 'a colleague' }), {
    accepted: true,
    value: { answer: 'coming', standIn: null },
  })
  t.ok(answerInvitation(planned, { answer: 'cannot', standIn: '' }).accepted)
})

t.test('once a table has begun, or does not meet, nobody answers', async (t) => {
  for (const over of [{ openedAt: AT }, { cancelledAt: AT }])
    t.notOk(answerInvitation(table(over), { answer: 'coming', standIn: '' }).accepted)
})

t.test('the last answer that was not taken back counts', async (t) => {
  const now = answersNow(
    [
      answer({ id: 1, answer: 'cannot' }),
      answer({ id: 2, answer: 'coming' }),
      answer({ id: 3, answer: 'sending', takenBackAt: AT }),
    ],
    table(),
  )
  t.equal(now.get(7)?.id, 2)
})

t.test('R30: a yes to another day is no yes to this one', async (t) => {
  const moved = table({
    changes: [
      {
        verb: 'moved',
        before: { heldOn: '2022-04-14', startsAt: null, place: null, expectedIds: [] },
        reason: 'r',
        personId: 1,
        at: '2022-02-01T10:00:00.000Z',
      },
    ],
  })
  const given = (at: string) => answersNow([answer({ at })], moved).size
  t.equal(given('2022-01-31T10:00:00.000Z'), 0)
  t.equal(given('2022-02-02T10:00:00.000Z'), 1)
})

t.test('R21: an answer is taken back for an hour, by whoever gave it', async (t) => {
  const at = (minutes: number): string => new Date(Date.parse(AT) + minutes * 60_000).toISOString()
  t.ok(takeAnswerBack(answer({}), { personId: 7, at: at(59) }).accepted)
  t.notOk(takeAnswerBack(answer({}), { personId: 7, at: at(60) }).accepted)
  t.notOk(takeAnswerBack(answer({ byId: 8 }), { personId: 7, at: at(1) }).accepted)
  t.notOk(takeAnswerBack(undefined, { personId: 7, at: at(1) }).accepted)
})
