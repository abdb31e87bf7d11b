import t from 'tap'
import type { Action } from '../../../../src/domain/actions/action.ts'
import { inAgendaOrder } from '../../../../src/domain/actions/agenda-order.ts'
import { change } from '../../../../src/domain/actions/agreement.ts'
import {
  dueAgain,
  isReviewLate,
  readRhythm,
  reviewNews,
  sayAgain,
  type Review,
} from '../../../../src/domain/actions/pace/review.ts'
import { action, saying, update, wanted } from '../../make.ts'

const AGREED = '2022-01-27T10:00:00.000Z'
const standing = (review: Review | null, over: Partial<Action> = {}): Action =>
  action(over, { kind: 'standing', review, at: AGREED })
const done = (on: string | null, over = {}) => [
  update({ id: 1, at: AGREED }),
  update({ id: 2, status: 'done', on, at: '2022-02-20T10:00:00.000Z', ...over }),
]

t.test(
  'R26: it is due again a rhythm after it was agreed, and then after it was last done',
  async (t) => {
    t.equal(dueAgain(standing('month')), '2022-02-27')
    t.equal(dueAgain(standing('month', { updates: done('2022-02-10') })), '2022-03-10')
    t.equal(
      dueAgain(standing('month', { updates: done('2022-02') })),
      '2022-03',
      'a month after a month',
    )
    t.equal(dueAgain(standing('2 weeks', { updates: done('2022-02') })), '2022-03-14')
    t.equal(dueAgain(standing('3 months', { updates: done('2022-11-30') })), '2023-02-28')
    t.equal(
      dueAgain(standing('year', { updates: done(null) })),
      '2023-02-20',
      'the day it was said',
    )
    t.equal(dueAgain(standing('month', { updates: done('2021-10-01') })), '2022-02-27')
    t.equal(dueAgain(standing(null)), null)
    t.equal(dueAgain(action({}, { kind: 'one-off', review: 'month' })), null)
  },
)

t.test('a day is due until something was done on it or since', async (t) => {
  t.equal(dueAgain(standing('2022-06', { updates: done('2022-05-31') })), '2022-06')
  t.equal(dueAgain(standing('2022-06', { updates: done('2022-06-02') })), null)
})

t.test('R8: only what its lead says moves it on, and nothing that was taken back', async (t) => {
  t.equal(
    dueAgain(standing('month', { updates: done('2022-02-10', { organisationId: 3 }) })),
    '2022-02-27',
  )
  const takenBackAt = '2022-02-20T11:00:00.000Z'
  t.equal(
    dueAgain(standing('month', { updates: done('2022-02-10', { takenBackAt }) })),
    '2022-02-27',
  )
})

t.test(
  'R4: past due it comes first with what is late; its owner hears a week before',
  async (t) => {
    const late = standing('month', { id: 2 })
    const waits = saying('waiting', {}, { id: 1 })
    t.notOk(isReviewLate(late, '2022-02-27'))
    t.ok(isReviewLate(late, '2022-02-28'))
    const order = (today: string) =>
      inAgendaOrder([waits, late], today, '2022-05-01').map(({ id }) => id)
    t.same(order('2022-02-01'), [1, 2])
    t.same(order('2022-02-28'), [2, 1])
    t.equal(reviewNews(late, '2022-02-19'), null)
    t.equal(reviewNews(late, '2022-02-20'), 'due')
    t.equal(reviewNews(late, '2022-02-28'), 'late')
  },
)

t.test(
  'R2: only words that name a rhythm are one, and a day that was said is told apart',
  async (t) => {
    t.equal(readRhythm('every  Three months'), '3 months')
    t.equal(readRhythm('every 3 months'), '3 months')
    t.equal(readRhythm('every quarter'), '3 months')
    for (const text of ['monthly', 'every now and then', 'month', 'every 5 months', ''])
      t.equal(readRhythm(text), undefined, text)
    t.equal(
      sayAgain(standing('month', { updates: done('2022-02-10') })),
      'Every month. Last done on 10 February 2022. Due again on 10 March 2022.',
    )
    t.equal(
      sayAgain(standing('month', { updates: done(null) })),
      'Every month. Last said to be going on 20 February 2022. Due again on 20 March 2022.',
    )
    t.equal(sayAgain(standing('2022-06')), 'Again in June 2022.')
  },
)

t.test(
  'R2: a change that does not speak of the rhythm keeps it, and only what keeps going has one',
  async (t) => {
    const base = { reason: 'Agreed', basedOn: 1 }
    const kept = change(standing('month'), { ...wanted({ kind: 'standing' }), ...base }, () => true)
    t.match(kept, { accepted: true, value: { review: 'month' } })
    const ended = change(standing('month'), { ...wanted({ kind: 'one-off' }), ...base }, () => true)
    t.match(ended, { accepted: true, value: { review: null } })
    const wrong = change(action(), { ...wanted({ review: 'month' }), ...base }, () => true)
    t.match(wrong, { accepted: false, refusals: [{ field: 'every' }] })
  },
)
