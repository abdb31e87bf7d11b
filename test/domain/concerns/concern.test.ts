import {
  awaitsClosing,
  partOf,
  standing,
  STANDINGS,
} from '../../../src/domain/concerns/standing.ts'
import fc from 'fast-check'
import t from 'tap'
import { isOpen, KINDS, STATUSES, type Action } from '../../../src/domain/actions/action.ts'
import { isUntold, raise, reword, type Raised } from '../../../src/domain/concerns/concern.ts'
import { merge, split } from '../../../src/domain/concerns/joining.ts'
import { narrowest } from '../../../src/domain/depth.ts'
import { action, concern, saying, TODAY } from '../make.ts'

const raised = (over: Partial<Raised> = {}): Raised => ({
  text: 'We are stopped for no reason',
  raisedOn: '2022-01',
  originKind: 'phone',
  originNote: null,
  themeId: null,
  areaId: null,
  depth: 'table',
  ground: null,
  list: [],
  ...over,
})

t.test('R1: where a concern stands is worked out from its accepted actions', async (t) => {
  const cases: [string, Action[], string][] = [
    ['nothing agreed', [], 'unanswered'],
    ['agreed and not started', [action()], 'unanswered'],
    ['under way beside done', [saying('done'), saying('under-way')], 'under-way'],
    ['waiting', [saying('waiting'), saying('could-not')], 'under-way'],
    ['not started beside done', [saying('done'), action()], 'unanswered'],
    ['standing beside done', [saying('done'), saying('done', { kind: 'standing' })], 'standing'],
    ['a standing action that could not', [saying('could-not', { kind: 'standing' })], 'could-not'],
    ['done beside could not', [saying('done'), saying('could-not')], 'done'],
    ['all could not', [saying('could-not')], 'could-not'],
    ['only proposed', [saying('under-way', { proposed: true })], 'unanswered'],
    ['only named', [saying('done', {}, { depth: 'named' })], 'unanswered'],
  ]
  for (const [name, actions, expected] of cases) t.equal(standing(actions), expected, name)
})

t.test('R1: the owner’s done counts, and waits to be closed by the table', async (t) => {
  const asSeen = (action: Action) => ({ isOpen: isOpen(action), part: partOf(action) })
  t.ok(awaitsClosing([asSeen(saying('done'))]))
  t.notOk(
    awaitsClosing([
      asSeen(
        saying(
          'done',
          {},
          {
            closings: [
              { id: 1, roundTableId: 1, at: 'x', reopenedAt: null, reopeningReason: null },
            ],
          },
        ),
      ),
    ]),
  )
})

t.test(
  'R1: every mix of actions stands somewhere, and no named action changes where',
  async (t) => {
    const anyAction = fc
      .record({
        status: fc.constantFrom(...STATUSES),
        kind: fc.constantFrom(...KINDS),
        proposed: fc.boolean(),
        named: fc.boolean(),
      })
      .map(({ status, kind, proposed, named }) =>
        saying(status, { kind, proposed }, { depth: named ? 'named' : 'table' }),
      )
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 6 }), (actions) => {
        const stands = standing(actions)
        return (
          STANDINGS.includes(stands) &&
          stands === standing(actions.filter((each) => each.depth !== 'named'))
        )
      }),
    )
    t.pass('for 100 random mixes')
  },
)

t.test(
  'R9: the default is table depth, and what hangs on a record is never wider than it',
  async (t) => {
    t.equal(narrowest('public', 'table'), 'table')
    t.equal(narrowest('table', 'named'), 'named')
    t.equal(narrowest('public'), 'public')
  },
)

t.test(
  'R11: a named matter has a ground and a list, and one that is not has neither',
  async (t) => {
    const bare = raise(raised({ depth: 'named' }), TODAY)
    t.same(bare.accepted ? [] : bare.refusals.map((each) => each.field), ['ground', 'list'])
    t.match(
      raise(raised({ depth: 'named', ground: 'A family could be identified.', list: [1] }), TODAY),
      { accepted: true },
    )
    t.match(raise(raised({ ground: 'A family could be identified.', list: [1] }), TODAY), {
      value: { ground: null, list: [] },
    })
  },
)

t.test(
  'R23: a concern without words, or from the future, is refused beside its field',
  async (t) => {
    const empty = raise(raised({ text: '  ', raisedOn: '2022-03' }), TODAY)
    t.same(empty.accepted ? [] : empty.refusals.map((each) => each.field), ['text', 'raisedOn'])
    t.match(reword(concern(), { text: 'New words', themeId: null }, 99), {
      accepted: false,
      refusals: [{ field: 'conflict' }],
    })
    t.match(reword(concern(), { text: ' New words ', themeId: null }, 1), {
      accepted: true,
      value: { text: 'New words' },
    })
  },
)

t.test('two concerns are joined, and one is split with its origin and depth', async (t) => {
  t.notOk(merge(concern(), concern()).accepted, 'not with itself')
  t.ok(merge(concern(), concern({ id: 2 })).accepted)
  t.notOk(merge(concern({ mergedIntoId: 3 }), concern({ id: 2 })).accepted)
  t.notOk(
    merge(concern(), concern({ id: 2, depth: 'named' })).accepted,
    'R11: nothing slips in or out of a named matter by joining',
  )
  t.match(
    split(
      concern({ depth: 'named', ground: 'A person could be identified.', list: [4] }),
      'The other half',
    ),
    { value: { text: 'The other half', depth: 'named', list: [4], raisedOn: '2021-07' } },
  )
})

t.test(
  'R28: a concern with no entry is on the desk after 14 days, unless it is named or joined',
  async (t) => {
    t.notOk(isUntold(concern({ createdAt: '2022-01-14T12:00:00.000Z' }), false, TODAY))
    t.ok(isUntold(concern({ createdAt: '2022-01-13T12:00:00.000Z' }), false, TODAY))
    t.notOk(isUntold(concern(), true, TODAY))
    t.notOk(isUntold(concern({ depth: 'named' }), false, TODAY))
  },
)
