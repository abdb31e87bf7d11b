import { report, takeBack } from '../../../src/domain/actions/reporting.ts'
import { historyOf } from '../../../src/domain/actions/history.ts'
import { close, reopen } from '../../../src/domain/actions/closing.ts'
import { inAgendaOrder } from '../../../src/domain/actions/agenda-order.ts'
import { agree, answerProposal, change } from '../../../src/domain/actions/agreement.ts'
import t from 'tap'
import {
  isDeclined,
  isOverdue,
  isProposed,
  silence,
  statusOf,
} from '../../../src/domain/actions/action.ts'
import { action, saying, TODAY, update, wanted } from '../make.ts'

const nobody = () => false
const everybody = () => true
const reasonsOf = (decision: { accepted: boolean; refusals?: { field: string }[] }) =>
  decision.accepted ? [] : decision.refusals!.map((each) => each.field)

t.test('R2: an action is agreed with no owner and no date, and nothing is filled in', async (t) => {
  const decision = agree(wanted(), nobody)
  t.match(decision, {
    accepted: true,
    value: {
      leadId: null,
      seatId: null,
      by: null,
      proposed: false,
      first: { status: 'not-started' },
    },
  })
  t.same(reasonsOf(agree(wanted({ text: ' ' }), nobody)), ['text'])
  t.same(
    reasonsOf(agree(wanted({ seatId: 4 }), nobody)),
    ['lead'],
    'a seat comes with its organisation',
  )
})

t.test(
  'R6: what is agreed for an absent lead is proposed until a seat of it accepts',
  async (t) => {
    t.match(agree(wanted({ leadId: 2 }), nobody), { value: { proposed: true } })
    t.match(agree(wanted({ leadId: 2 }), everybody), { value: { proposed: false } })
    const proposed = action({}, { leadId: 2, proposed: true })
    t.ok(isProposed(proposed))
    const accepted = {
      ...proposed,
      acceptances: [
        {
          personId: 1,
          termsId: 1,
          accepted: true,
          words: null,
          organisationId: 2,
          at: '2021-08-01T00:00:00.000Z',
        },
      ],
    }
    t.notOk(isProposed(accepted))
    const declined = {
      ...proposed,
      acceptances: [
        {
          personId: 1,
          termsId: 1,
          accepted: false,
          words: 'Not without a budget',
          organisationId: 2,
          at: '2021-08-01T00:00:00.000Z',
        },
      ],
    }
    t.ok(isProposed(declined))
    t.ok(isDeclined(declined))
    t.same(
      reasonsOf(answerProposal(proposed, false, '')),
      ['words'],
      'who declines says what would have to change',
    )
    t.same(reasonsOf(answerProposal(accepted, true, '')), ['words'], 'nothing waits')
    t.match(answerProposal(proposed, true, ''), { accepted: true, value: { organisationId: 2 } })
  },
)

t.test(
  'R6: a new lead who is absent makes it proposed again, and the same lead keeps what it said',
  async (t) => {
    const accepted = action(
      {
        acceptances: [
          { personId: 1, termsId: 1, accepted: true, words: null, organisationId: 2, at: 'x' },
        ],
      },
      { leadId: 2, proposed: true },
    )
    t.match(
      change(
        accepted,
        { ...wanted({ leadId: 2, by: '2022-04' }), reason: 'Later', basedOn: 1 },
        nobody,
      ),
      { value: { proposed: false } },
    )
    t.match(change(accepted, { ...wanted({ leadId: 3 }), reason: 'Moved', basedOn: 1 }, nobody), {
      value: { proposed: true },
    })
    t.same(
      reasonsOf(change(accepted, { ...wanted({ leadId: 3 }), reason: '', basedOn: 1 }, nobody)),
      ['reason'],
    )
  },
)

t.test(
  'R23: terms that someone else changed meanwhile are a conflict, not a lost change',
  async (t) => {
    t.same(reasonsOf(change(action(), { ...wanted(), reason: 'Mine', basedOn: 99 }, nobody)), [
      'conflict',
    ])
  },
)

t.test('R3: done needs words, could not needs a reason, waiting needs for whom', async (t) => {
  const said = { text: '', waitingFor: null, on: null }
  t.same(reasonsOf(report(action(), { ...said, status: 'done' })), ['text'])
  t.same(reasonsOf(report(action(), { ...said, status: 'could-not' })), ['text'])
  t.same(reasonsOf(report(action(), { ...said, status: 'waiting' })), ['waitingFor'])
  t.match(
    report(action(), { ...said, status: 'under-way' }),
    { accepted: true },
    'under way needs no words',
  )
  t.match(report(action(), { ...said, status: 'done', text: 'The stall was held' }), {
    accepted: true,
  })
})

t.test(
  'R3: the table closes what the owner said, and opening it again needs a reason',
  async (t) => {
    t.notOk(close(saying('under-way')).accepted, 'nobody has said it is done')
    t.ok(close(saying('done')).accepted)
    t.ok(close(saying('could-not')).accepted)
    t.notOk(close(saying('done', { proposed: true })).accepted, 'it was never accepted')
    const closed = saying(
      'done',
      {},
      {
        closings: [
          {
            id: 7,
            roundTableId: null,
            at: '2022-01-01T00:00:00.000Z',
            reopenedAt: null,
            reopeningReason: null,
          },
        ],
      },
    )
    t.notOk(close(closed).accepted)
    t.notOk(
      report(closed, { status: 'under-way', text: '', waitingFor: null, on: null }).accepted,
      'a closed action is reopened first',
    )
    t.same(reasonsOf(reopen(closed, ' ')), ['reason'])
    t.match(reopen(closed, 'It came back'), { accepted: true, value: { id: 7 } })
    t.notOk(reopen(action(), 'It came back').accepted)
  },
)

t.test('an update taken back stops counting and stays in the history', async (t) => {
  const done = saying('done')
  const mine = () => true
  t.match(takeBack(done, 2, mine), { accepted: true, value: { id: 2 } })
  t.notOk(takeBack(done, 1, mine).accepted, 'the agreement itself stays')
  t.notOk(takeBack(done, 2, () => false).accepted, 'someone else said it')
  const taken = {
    ...done,
    updates: [done.updates[0]!, { ...done.updates[1]!, takenBackAt: '2022-01-02T00:00:00.000Z' }],
  }
  t.equal(statusOf(taken), 'not-started')
  t.notOk(takeBack(taken, 2, mine).accepted)
  t.equal(historyOf(taken).length, 2)
})

t.test(
  'R26: a day is late from the next day, a month from the first day of the next',
  async (t) => {
    t.notOk(isOverdue(action({}, { by: '2022-01-27' }), TODAY))
    t.ok(isOverdue(action({}, { by: '2022-01-26' }), TODAY))
    t.notOk(isOverdue(action({}, { by: '2022-01' }), '2022-01-31'))
    t.ok(isOverdue(action({}, { by: '2022-01' }), '2022-02-01'))
    t.notOk(isOverdue(saying('done', { by: '2021-12-01' }), TODAY), 'done is never late')
    t.ok(
      isOverdue(saying('done', { by: '2021-12-01', kind: 'standing' }), TODAY),
      'a standing action is never done',
    )
  },
)

t.test('R8: silence counts the days since an update by or for the lead', async (t) => {
  t.equal(
    silence(
      action({ updates: [update({ at: '2022-01-17T09:00:00.000Z', status: 'under-way' })] }),
      TODAY,
    ),
    10,
  )
  t.equal(silence(saying('done'), TODAY), 0, 'the owner has said the last word')
})

t.test('R4: open actions come in the order overdue, due, waiting, standing, rest', async (t) => {
  const all = [
    { ...action({}, {}), id: 5 },
    { ...saying('done', { kind: 'standing' }), id: 4 },
    { ...saying('waiting'), id: 3 },
    { ...action({}, { by: '2022-03-01' }), id: 2 },
    { ...action({}, { by: '2022-01-01' }), id: 1 },
    { ...action({}, { by: '2021-12-01' }), id: 0 },
  ]
  t.same(
    inAgendaOrder(all, TODAY, '2022-04-27').map((each) => each.id),
    [0, 1, 2, 3, 4, 5],
  )
})
