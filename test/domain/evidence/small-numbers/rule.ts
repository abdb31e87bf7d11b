import t from 'tap'
import {
  difference,
  safeSum,
  safeTally,
  SMALL,
  tellable,
} from '../../../../src/domain/evidence/small-numbers.ts'
import { tally } from './set-up.ts'

t.test('R17: the stall that started it stands as it is: 38 came, 14 and 24', async (t) => {
  t.same(safeTally(tally(38, { male: 14, female: 24 })), {
    total: 38,
    groups: { male: 14, female: 24 },
    rest: 0,
  })
})

t.test(
  'R17: a group below ten is withheld, and so is the one from which it could be worked out',
  async (t) => {
    t.same(safeTally(tally(42, { male: 14, female: 24, 'not-asked': 4 })), {
      total: 42,
      groups: { male: null, female: 24, 'not-asked': null },
      rest: 0,
    })
    t.same(safeTally(tally(33, { male: 9, female: 24 })), {
      total: 33,
      groups: { male: null, female: null },
      rest: 0,
    })
    t.same(
      safeTally(tally(38, { male: 14, female: 24, 'not-asked': 0 })),
      { total: 38, groups: { male: 14, female: 24, 'not-asked': null }, rest: 0 },
      'nobody is no group',
    )
    t.same(safeTally(tally(38, { male: 14, female: 23, 'not-asked': 1 })).groups, {
      male: null,
      female: 23,
      'not-asked': null,
    })
    t.same(
      safeTally(tally(60, { a: 4, b: 5, c: 20, d: 31 })),
      { total: 60, groups: { a: null, b: null, c: null, d: 31 }, rest: 0 },
      'two small ones together are a small one',
    )
    t.same(
      safeTally(tally(60, { a: 9, b: 9, c: 20, d: 22 })),
      { total: 60, groups: { a: null, b: null, c: null, d: 22 }, rest: 0 },
      'eighteen of two below ten are nine and nine',
    )
    t.same(safeTally(tally(60, { a: 8, b: 9, c: 20, d: 23 })).groups, {
      a: null,
      b: null,
      c: 20,
      d: 23,
    })
    t.same(
      safeTally(tally(9, { a: 9 })),
      { total: null, groups: { a: null }, rest: null },
      'nine who came are not told',
    )
  },
)

t.test(
  'R17: those in no group are a group as well, and a tally that does not add up tells its total alone',
  async (t) => {
    t.same(
      safeTally(tally(40, { male: 14, female: 24 })),
      { total: 40, groups: { male: null, female: 24 }, rest: null },
      'two were not counted',
    )
    t.same(safeTally(tally(50, { male: 14, female: 24 })), {
      total: 50,
      groups: { male: 14, female: 24 },
      rest: 12,
    })
    t.same(safeTally(tally(30, { male: 14, female: 24 })), {
      total: 30,
      groups: { male: null, female: null },
      rest: null,
    })
    t.equal(difference(tally(40, { male: 14, female: 24 })), 2)
    t.equal(difference(tally(30, { male: 14, female: 24 })), -8)
  },
)

t.test('R17: what was withheld once stays withheld when the tally is corrected', async (t) => {
  const first = safeTally(tally(41, { a: 9, b: 12, c: 20 }))
  t.same(first.groups, { a: null, b: null, c: 20 })
  t.same(
    safeTally(tally(42, { a: 10, b: 12, c: 20 }), first).groups,
    { a: null, b: null, c: 20 },
    'else it would be one less than ten',
  )
  t.equal(safeTally(tally(10, { a: 10 }), safeTally(tally(9, { a: 9 }))).total, null)
})

t.test('R17: a sum is made of what is told, and says where something is missing', async (t) => {
  t.same(safeSum([14, 24, 12]), { count: 50, atLeast: false })
  t.same(safeSum([14, null, 12]), { count: 26, atLeast: true })
})

t.test(
  'R17: one number on its own is told from ten on, and what nobody counted is not told',
  async (t) => {
    for (let count = 0; count <= 40; count++) t.equal(tellable(count), count < SMALL ? null : count)
    t.equal(tellable(null), null)
  },
)
