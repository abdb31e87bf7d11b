import t from 'tap'
import {
  dayOf,
  daysBetween,
  instantOf,
  isPast,
  lastDayOf,
  sayDays,
  sayWhen,
  timeOf,
} from '../../src/domain/day.ts'
import { entrySlug, quarterOf, tableSlug } from '../../src/domain/quarter.ts'

t.test('R26: days are London days on both sides of a clock change', async (t) => {
  t.equal(dayOf('2022-03-26T23:30:00.000Z'), '2022-03-26')
  t.equal(dayOf('2022-03-27T23:30:00.000Z'), '2022-03-28', 'summer time has begun')
  t.equal(timeOf('2022-07-01T09:42:00.000Z'), '10.42')
  t.equal(daysBetween('2022-03-26', '2022-03-28'), 2)
  t.equal(daysBetween('2021-07', '2021-07-15'), 14)
})

t.test('R26: by a month is a month', async (t) => {
  t.notOk(isPast('2021-12', '2021-12-31'))
  t.ok(isPast('2021-12', '2022-01-01'))
  t.equal(sayWhen('2021-07'), 'July 2021')
  t.equal(sayWhen('2021-12-10'), '10 December 2021')
  t.equal(sayDays(1), '1 day')
  t.equal(sayDays(200), '6 months')
})

t.test('slugs say quarter and number, never words', async (t) => {
  t.equal(quarterOf('2021-07'), '2021-q3')
  t.equal(tableSlug('2021-q3', []), '2021-q3')
  t.equal(tableSlug('2021-q3', ['2021-q3']), '2021-q3-b')
  t.equal(entrySlug('2021-q3', ['2021-q3-1', '2021-q3-10']), '2021-q3-11')
})

t.test('R26: the last day of a month is its own, and a London time is one instant', async (t) => {
  t.same(['2022-01', '2022-02', '2024-02', '2022-12', '2022-04-28'].map(lastDayOf), [
    '2022-01-31',
    '2022-02-28',
    '2024-02-29',
    '2022-12-31',
    '2022-04-28',
  ])
  t.equal(instantOf('2022-01-27', '8.00').toISOString(), '2022-01-27T08:00:00.000Z')
  t.equal(instantOf('2022-07-01', '8.00').toISOString(), '2022-07-01T07:00:00.000Z')
})
