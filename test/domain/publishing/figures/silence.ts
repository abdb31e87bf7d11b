import fc from 'fast-check'
import t from 'tap'
import { addDays } from '../../../../src/domain/day.ts'
import { makeBoard } from '../../../../src/domain/publishing/board.ts'
import { TODAY } from '../../make.ts'
import { copies } from './set-up.ts'
import { inState } from '../../../../src/domain/publishing/board-query.ts'
import { voices } from '../../../../src/domain/publishing/voices.ts'
import type { ToldAction } from '../../../../src/domain/publishing/kinds/entry/told-action.ts'

const POLICE = { code: 'police', name: 'the police' }
const COUNCIL = { code: 'council', name: 'the council' }
const told = (over: Partial<ToldAction> = {}): ToldAction => ({
  words: 'Hold a stall',
  who: POLICE,
  helpers: [],
  by: null,
  kind: 'one-off',
  status: 'under-way',
  accepted: true,
  closed: false,
  lastHeardOn: '2022-01-01',
  ...over,
})

t.test('R8: who last spoke is told in the order of the alphabet, never of the days', async (t) => {
  const entries = copies([
    {
      actions: [
        told({ who: { code: 'z', name: 'Zebra' }, lastHeardOn: '2022-01-26' }),
        told({ who: { code: 'e', name: 'École' }, lastHeardOn: '2021-01-01' }),
      ],
    },
    {
      actions: [
        told({ lastHeardOn: '2021-12-01' }),
        told({ who: COUNCIL, lastHeardOn: '2020-01-01' }),
      ],
    },
  ])
  const names = voices(entries, TODAY).map((each) => each.name)
  t.same(names, ['École', 'the council', 'the police', 'Zebra'])
  t.same(
    voices([...entries].toReversed(), TODAY).map((each) => each.name),
    names,
  )
})

t.test(
  'R8: days are counted from the last word about anything it leads, and quiet is what is open for more than 30',
  async (t) => {
    const [police, ...rest] = voices(
      copies([
        { actions: [told({ lastHeardOn: '2021-06-01' }), told({ lastHeardOn: '2021-12-28' })] },
        {
          actions: [
            told({ lastHeardOn: '2022-01-20', status: 'done' }),
            told({ lastHeardOn: '2021-12-27', status: 'not-started' }),
          ],
        },
        {
          actions: [
            told({ lastHeardOn: '2020-01-01', status: 'could-not' }),
            told({ lastHeardOn: '2020-01-01', closed: true }),
          ],
        },
      ]),
      TODAY,
    )
    t.same(rest, [])
    t.same(
      police,
      { ...POLICE, lastOn: '2022-01-20', days: 7, open: 3, quiet: 2 },
      'thirty days is not yet quiet, thirty-one is; what is done, closed or could not be done is not open',
    )
  },
)

t.test(
  'R8, R10: only actions in published entries count, and of those only what their lead accepted; one with no owner is nobody’s silence',
  async (t) => {
    const entries = copies([
      {
        actions: [
          told({ accepted: false, lastHeardOn: '2022-01-26' }),
          told({ who: null, lastHeardOn: '2022-01-26' }),
          told({ who: COUNCIL, helpers: [POLICE], lastHeardOn: '2022-01-25' }),
        ],
      },
    ])
    t.same(
      voices(entries, TODAY).map((each) => [each.code, each.days]),
      [['council', 2]],
      'nor does a helper speak for itself',
    )
    t.same(voices([], TODAY), [])
    const board = makeBoard(1, entries, [])
    t.same(voices(inState(board.entries, 'unanswered'), TODAY), [])
  },
)

t.test(
  'R8: for any entries, each organisation stands once, quiet is never more than open, and no day lies ahead',
  async (t) => {
    const who = fc.constantFrom(null, POLICE, COUNCIL, { code: 'm', name: 'Mosaic' })
    const action = fc.record({
      who,
      accepted: fc.boolean(),
      closed: fc.boolean(),
      status: fc.constantFrom('not-started', 'under-way', 'waiting', 'done', 'could-not'),
      lastHeardOn: fc.integer({ min: 0, max: 400 }).map((days) => addDays(TODAY, -days)),
    })
    fc.assert(
      fc.property(fc.array(fc.array(action, { maxLength: 4 }), { maxLength: 12 }), (all) => {
        const entries = copies(
          all.map((actions) => ({
            actions: actions.map((each) => told(each as Partial<ToldAction>)),
          })),
        )
        const found = voices(entries, TODAY)
        const counted = all.flat().filter((each) => each.accepted && each.who)
        return (
          new Set(found.map((each) => each.code)).size === found.length &&
          found.every(({ code, quiet, open, days, lastOn }) => {
            const own = counted.filter((each) => each.who!.code === code)
            return (
              quiet <= open &&
              open <= own.length &&
              days >= 0 &&
              lastOn ===
                own
                  .map((each) => each.lastHeardOn)
                  .toSorted()
                  .at(-1)
            )
          }) &&
          found.length === new Set(counted.map((each) => each.who!.code)).size
        )
      }),
    )
    t.pass('for 100 boards')
  },
)
