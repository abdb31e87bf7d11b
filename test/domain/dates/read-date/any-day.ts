import fc from 'fast-check'
import t from 'tap'
import { addDays, daysBetween, type Day } from '../../../../src/domain/day.ts'
import { MONTHS } from '../../../../src/domain/dates/calendar.ts'
import { read } from './set-up.ts'

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days): Day => addDays('2019-01-01', days))
const pad = (number: number): string => String(number).padStart(2, '0')
const name = (month: number): string => MONTHS[month - 1]!

/** Every shape that says the day, the month and the year. */
const WHOLE: ((d: number, m: number, y: number) => string)[] = [
  (d, m, y) => `${d}/${m}/${y}`,
  (d, m, y) => `${pad(d)}.${pad(m)}.${y}`,
  (d, m, y) => `${d}-${m}-${y}`,
  (d, m, y) => `${d}/${m}/${pad(y % 100)}`,
  (d, m, y) => `${y}-${pad(m)}-${pad(d)}`,
  (d, m, y) => `${y}-${pad(m)}-${pad(d)}T09:30`,
  (d, m, y) => `${d} ${name(m)} ${y}`,
  (d, m, y) => `${d}th of ${name(m)}, ${y}!`,
  (d, m, y) => `${name(m).slice(0, 3).toUpperCase()} ${d}, ${y}`,
  (d, m, y) => `${d}-${name(m).slice(0, 3)}-${pad(y % 100)}`,
  (d, m, y) => `by ${name(m)} ${d} ${y}.`,
]
/** ... and those that leave the year out. */
const NO_YEAR: ((d: number, m: number) => string)[] = [
  (d, m) => `${d}/${m}`,
  (d, m) => `${d}.${m}`,
  (d, m) => `${d} ${name(m)}`,
  (d, m) => `${name(m)} ${d}`,
  (d, m) => `${d}th ${name(m).slice(0, 3)}.`,
]
const partsOf = (day: Day): [number, number, number] => {
  const [y, m, d] = day.split('-').map(Number)
  return [d!, m!, y!]
}

t.test('R26: any day, in any shape, is read as that day', async () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.constantFrom(...WHOLE), (today, day, shape) => {
      const [d, m, y] = partsOf(day)
      const reading = read(shape(d, m, y), { today })
      return 'when' in reading && reading.when === day
    }),
    { numRuns: 2000 },
  )
})

t.test('R2: with no year, it is never in the past ahead, nor ahead of what has been', async () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.constantFrom(...NO_YEAR), (today, day, shape) => {
      const [d, m] = partsOf(day)
      for (const lean of ['ahead', 'behind'] as const) {
        const reading = read(shape(d, m), { today, lean })
        const read1 = 'when' in reading ? [reading.when] : 'ask' in reading ? reading.choices : []
        if (read1.length === 0 || !read1.every((each) => each.endsWith(day.slice(4)))) return false
        if ('when' in reading) {
          const away = daysBetween(today, reading.when)
          if (lean === 'ahead' ? away < 0 : away > 0) return false
        }
      }
      return true
    }),
    { numRuns: 2000 },
  )
})

t.test('the last day of any range is read, and its words are all of it', async () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(' - ', '-', ' – ', ' to ', ' and ', ' until '),
      (day, days, joined) => {
        const last = addDays(day, days)
        const [[d, m, y], [ld, lm, ly]] = [partsOf(day), partsOf(last)]
        const whole = read(`${d} ${name(m)} ${y}${joined}${ld} ${name(lm)} ${ly}`)
        const once = read(`${d} ${name(m)} ${y}${joined}${ld} ${name(lm)}`)
        return [whole, once].every((each) => 'when' in each && each.when === last)
      },
    ),
    { numRuns: 1000 },
  )
})

t.test('no reading loses a word: with a stranger’s word in it, nothing is a date', async () => {
  const dates = fc.constantFrom(
    '28 April',
    '28/4',
    'next Friday',
    'in two weeks',
    'March-April',
    'end of May',
    'w/c 7 Feb',
    'Q2',
    'before Christmas',
    'tomorrow',
    'Apr-22',
  )
  fc.assert(
    fc.property(dates, fc.nat({ max: 99 }), fc.boolean(), (date, n, isBefore) => {
      const word = `zq${n}`
      const reading = read(isBefore ? `${word} ${date}` : `${date} ${word}`)
      return !('when' in reading) && !('ask' in reading)
    }),
  )
})

t.test(
  'whatever is typed, a reading is a date there is, a question with its choices, or none',
  async () => {
    const pieces = fc.constantFrom(
      '28',
      '4',
      '31',
      '2022',
      "'22",
      '22',
      '/',
      '-',
      '.',
      ' ',
      'april',
      'may',
      'mon',
      'friday',
      'next',
      'this',
      'end of',
      'week',
      'w/c',
      'by',
      'in',
      'a',
      'two',
      'month',
      'to',
      'the',
      'before',
      'easter',
      'q1',
      'th',
      ',',
    )
    const IS_WHEN = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 9 }).map((all) => all.join('')),
          fc.array(pieces, { maxLength: 9 }).map((all) => all.join(' ')),
          fc.string({ unit: 'grapheme' }),
        ),
        fc.constantFrom('ahead', 'behind', 'either'),
        (typed, lean) => {
          const reading = read(typed, { lean, isCell: true })
          const days =
            'when' in reading ? [reading.when] : 'ask' in reading ? reading.choices : null
          return days === null || (days.length > 0 && days.every((day) => IS_WHEN.test(day)))
        },
      ),
      { numRuns: 5000 },
    )
  },
)
