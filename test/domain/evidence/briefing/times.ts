import fc from 'fast-check'
import t from 'tap'
import { quarterOf } from '../../../../src/domain/quarter.ts'
import { all, run, sheet } from './set-up.ts'
import {
  holdsPeriod,
  isBefore,
  isPeriod,
  periodsOf,
  sayPeriod,
} from '../../../../src/domain/evidence/period.ts'

t.test('R26: a time is a quarter or a year, and nothing else is one', async (t) => {
  for (const period of ['2021', '2021-q1', '2021-q4', '1999']) t.ok(isPeriod(period), period)
  for (const odd of [
    '',
    '2021-q9',
    '2021-q0',
    '99999',
    '2021-Q3',
    '2021-07',
    '2021-q3-b',
    ' 2021',
    '2021\n',
    '-2021',
    '٢٠٢١',
  ])
    t.notOk(isPeriod(odd), odd)
  t.equal(sayPeriod('2021-q3'), 'July to September 2021')
  t.equal(sayPeriod('2021'), '2021')
})

t.test(
  'R26: a day and a month alone lie in one quarter and one year, and before, in or after each time',
  async () => {
    const when = fc
      .tuple(
        fc.integer({ min: 2000, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.option(fc.integer({ min: 1, max: 28 })),
      )
      .map(([year, month, day]) =>
        [
          year,
          String(month).padStart(2, '0'),
          ...(day === null ? [] : [String(day).padStart(2, '0')]),
        ].join('-'),
      )
    fc.assert(
      fc.property(when, when, (one, other) => {
        const [quarter, year] = [quarterOf(one), one.slice(0, 4)]
        if (
          !holdsPeriod(quarter, one) ||
          !holdsPeriod(year, one) ||
          isBefore(quarter, one) ||
          isBefore(year, one)
        )
          return false
        const isSame = quarterOf(other) === quarter
        return (
          holdsPeriod(quarter, other) === isSame &&
          isBefore(quarter, other) === quarterOf(other) < quarter &&
          isBefore(year, other) === other.slice(0, 4) < year
        )
      }),
      { numRuns: 10_000 },
    )
  },
)

t.test(
  'R1: every quarter from the first to today is offered, those as well in which nothing was raised',
  async (t) => {
    t.same(periodsOf(['2021-03', '2022-01-27']), [
      '2022',
      '2022-q1',
      '2021',
      '2021-q4',
      '2021-q3',
      '2021-q2',
      '2021-q1',
    ])
    t.same(periodsOf(['2022-01-27']), ['2022', '2022-q1'])
    t.equal(
      periodsOf(['1021-05', '2022-01-27']).filter((each) => each.length === 4).length,
      50,
      'a year that someone mistyped makes no list of a thousand',
    )
  },
)

t.test('R26: a programme that lies ahead begins, and has not begun', async (t) => {
  t.match(
    all(sheet({ period: '2022', runs: [run({ startsOn: '2022-09' })] })),
    'Begins September 2022.',
  )
  t.match(
    all(sheet({ period: '2022', runs: [run({ startsOn: '2022-01', sessions: 1 })] })),
    'Began January 2022. 1 group session, not recorded.',
  )
})
