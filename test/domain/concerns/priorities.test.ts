import t from 'tap'
import { prioritiesAt } from '../../../src/domain/concerns/priorities.ts'
import { concern, table } from '../make.ts'

const july = table({ openedAt: '2021-07-15T09:00:00.000Z', finishedAt: '2021-07-15T12:00:00.000Z' })
const october = table({ id: 2, heldOn: '2021-10', openedAt: '2021-10-28T09:00:00.000Z' })
const said = (roundTableId: number | null, agreed: boolean, at: string) => ({
  roundTableId,
  agreed,
  reason: null,
  at,
})
const AT_JULY = '2021-07-15T10:00:00.000Z'
const AT_OCTOBER = '2021-10-28T10:00:00.000Z'
const ids = (at: typeof july, concerns: ReturnType<typeof concern>[]) =>
  Object.fromEntries(
    Object.entries(prioritiesAt(at, concerns)).map(([name, all]) => [
      name,
      all.map((each: { id: number }) => each.id),
    ]),
  )

t.test(
  'last time’s priorities are kept, dropped or wait to be spoken of, and a new one is new',
  async (t) => {
    const concerns = [
      concern({ id: 1, priorities: [said(1, true, AT_JULY), said(2, true, AT_OCTOBER)] }),
      concern({ id: 2, priorities: [said(1, true, AT_JULY), said(2, false, AT_OCTOBER)] }),
      concern({ id: 3, priorities: [said(1, true, AT_JULY)] }),
      concern({ id: 4, priorities: [said(2, true, AT_OCTOBER)] }),
      concern({ id: 5 }),
      concern({ id: 6, priorities: [said(2, false, AT_OCTOBER)] }),
    ]
    t.same(ids(october, concerns), { kept: [1], dropped: [2], waiting: [3], added: [4] })
    t.same(
      ids(july, concerns),
      { kept: [], dropped: [], waiting: [], added: [1, 2, 3] },
      'R4: and July says what July agreed',
    )
  },
)

t.test('a table may change its mind while it sits: the last word counts', async (t) => {
  const changed = concern({
    priorities: [
      said(1, true, AT_JULY),
      said(2, false, AT_OCTOBER),
      said(2, true, '2021-10-28T10:05:00.000Z'),
    ],
  })
  t.same(ids(october, [changed]), { kept: [1], dropped: [], waiting: [], added: [] })
})

t.test('what became a priority between tables stood before the next one', async (t) => {
  t.same(
    ids(october, [concern({ priorities: [said(null, true, '2021-09-01T00:00:00.000Z')] })]).waiting,
    [1],
  )
  t.same(
    ids(october, [concern({ priorities: [said(null, true, '2021-11-01T00:00:00.000Z')] })]).waiting,
    [],
    'and not before one that was over',
  )
  t.same(
    ids(table({ id: 3, heldOn: '2022-01' }), [
      concern({ priorities: [said(null, true, '2021-11-01T00:00:00.000Z')] }),
    ]).waiting,
    [1],
    'a table that lies ahead takes all that stands',
  )
})

t.test(
  'R4: what is written under a finished table’s name later is no part of what it agreed',
  async (t) => {
    t.same(
      ids(july, [concern({ priorities: [said(1, true, AT_JULY), said(1, false, AT_OCTOBER)] })])
        .added,
      [1],
    )
    t.same(ids(july, [concern({ priorities: [said(1, true, AT_OCTOBER)] })]).added, [])
  },
)

t.test(
  'R4: a concern joined to another later stays where an earlier table put it, and is asked about no more',
  async (t) => {
    const joined = concern({
      mergedIntoId: 2,
      joinings: [{ intoId: 2, personId: 1, at: '2021-09-01T00:00:00.000Z', parted: null }],
      priorities: [said(1, true, AT_JULY)],
    })
    t.same(ids(july, [joined]).added, [1])
    t.same(ids(october, [joined]), { kept: [], dropped: [], waiting: [], added: [] })
  },
)
