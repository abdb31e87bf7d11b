import t from 'tap'
import { mayBeShown } from '../../../src/domain/evidence/consent.ts'
import {
  isRunningOut,
  takeQuote,
  withdrawQuote,
  type Quote,
} from '../../../src/domain/evidence/quote.ts'

const reasonsOf = (decision: { accepted: boolean; refusals?: { field: string }[] }) =>
  decision.accepted ? [] : decision.refusals!.map((each) => each.field)
const TODAY = '2022-01-27'
const yes = {
  words: ' Food was amazing. ',
  role: 'a young player',
  askedById: 1,
  use: 'the board',
  until: '2022-12-31',
}
const quote: Quote = {
  id: 1,
  concernId: 1,
  ...yes,
  at: '2022-01-27T10:00:00.000Z',
  withdrawnAt: null,
}

t.test('R18: a quote needs words, a role, who asked, for what, and a last day', async (t) => {
  t.match(takeQuote(yes, TODAY), {
    accepted: true,
    value: { words: 'Food was amazing.', until: '2022-12-31' },
  })
  t.same(
    reasonsOf(takeQuote({ words: ' ', role: '', askedById: null, use: '', until: null }, TODAY)),
    ['words', 'role', 'askedById', 'use', 'until'],
  )
  for (const until of ['2022-12', '2022-01-26', '2025-06-01'])
    t.same(reasonsOf(takeQuote({ ...yes, until }, TODAY)), ['until'], until)
  for (const until of [TODAY, '2025-01-01'])
    t.ok(takeQuote({ ...yes, until }, TODAY).accepted, until)
})

t.test(
  'R18: it is shown up to its last day, and the desk hears of it a month before',
  async (t) => {
    t.ok(mayBeShown(quote, '2022-12-31'))
    t.notOk(mayBeShown(quote, '2023-01-01'))
    t.notOk(isRunningOut(quote, '2022-11-30'))
    t.ok(isRunningOut(quote, '2022-12-01'))
    t.ok(isRunningOut(quote, '2023-02-01'), 'and after')
    t.notOk(isRunningOut({ ...quote, withdrawnAt: 'x' }, '2023-02-01'))
    t.ok(withdrawQuote(quote).accepted)
    t.notOk(withdrawQuote({ ...quote, withdrawnAt: 'x' }).accepted)
  },
)
