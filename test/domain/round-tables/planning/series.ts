import t from 'tap'
import fc from 'fast-check'
import {
  dayIn,
  endSeries,
  nextDays,
  planSeries,
  rhythmOf,
  sayRhythm,
  weekdayOf,
  type Series,
} from '../../../../src/domain/round-tables/planning/series.ts'

const THURSDAYS = { everyMonths: 3, week: 2, weekday: 4 }

t.test('R30: every three months on the second Thursday is said and found', async (t) => {
  t.equal(sayRhythm(THURSDAYS), 'Every three months, on the second Thursday')
  t.same(
    nextDays({ ...THURSDAYS, firstMonth: '2022-04' }, [], '2022-01-27', 4).map(({ day }) => day),
    ['2022-04-14', '2022-07-14', '2022-10-13', '2023-01-12'],
  )
})

t.test('R30: a month that has a table gets no second one, wherever that was moved', async (t) => {
  const series = { ...THURSDAYS, firstMonth: '2022-04' }
  t.same(nextDays(series, ['2022-04', '2022-07'], '2022-01-27', 1), [
    { month: '2022-10', day: '2022-10-13' },
  ])
  t.same(
    nextDays(series, ['2022-04'], '2023-05-02', 1),
    [{ month: '2023-07', day: '2023-07-13' }],
    'one that was left alone for a year goes on from today',
  )
})

t.test('the last Friday is the fifth in one month and the fourth in another', async (t) => {
  const last = { everyMonths: 1, week: 5, weekday: 5 }
  t.equal(dayIn('2022-04', last), '2022-04-29')
  t.equal(dayIn('2022-02', last), '2022-02-25')
})

t.test('each day of a rhythm is its weekday, in its week, in its month', async (t) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 7 }),
      (year, month, week, weekday) => {
        const day = dayIn(`${year}-${String(month).padStart(2, '0')}`, {
          everyMonths: 1,
          week,
          weekday,
        })
        const inMonth = Number(day.slice(8))
        return (
          weekdayOf(day) === weekday &&
          Number(day.slice(5, 7)) === month &&
          (week < 5 ? Math.ceil(inMonth / 7) === week : inMonth > 21)
        )
      },
    ),
  )
  t.pass()
})

t.test('two days suggest the next: the same weekday, as many months later', async (t) => {
  t.same(rhythmOf(['2021-10-14', '2022-01-13']), {
    everyMonths: 3,
    week: 2,
    weekday: 4,
    firstMonth: '2022-01',
  })
  t.equal(rhythmOf(['2022-01-13']), null)
  t.equal(rhythmOf(['2020-01-13', '2022-01-13']), null, 'two years apart is no rhythm')
})

t.test('R23: a series that lacks something says what', async (t) => {
  const typed = {
    ...THURSDAYS,
    first: null,
    startsAt: 'soon',
    place: '',
    expectedIds: [],
    count: 99,
  }
  const decision = planSeries(typed)
  t.same(decision.accepted ? [] : decision.refusals.map((each) => each.field), [
    'first',
    'startsAt',
    'expectedIds',
    'count',
  ])
})

t.test('a series ends once', async (t) => {
  const series = { endedAt: null } as Series
  t.ok(endSeries(series).accepted)
  t.notOk(endSeries({ ...series, endedAt: '2022-01-01T00:00:00.000Z' }).accepted)
})
