import fc from 'fast-check'
import t from 'tap'
import { type Held } from '../../../../src/domain/evidence/briefing.ts'
import { safeTally, SMALL } from '../../../../src/domain/evidence/small-numbers.ts'
import { all, met, run, section, sheet } from './set-up.ts'
import { holdsPeriod } from '../../../../src/domain/evidence/period.ts'

const held = (over: Partial<Held> = {}): Held => ({
  name: 'Stall in the square',
  kind: 'Stall',
  heldOn: '2021-08',
  place: 'The square',
  who: ['Mosaic'],
  came: 38,
  told: '',
  ...over,
})

t.test('R17: no sheet tells a number of people, pairs or copies below ten', async (t) => {
  for (const count of [1, 4, 9]) {
    const text = all(
      sheet({
        held: [held({ came: null })],
        tables: [met({ residents: count })],
        runs: [run({ pairings: [count, 11] })],
        given: [{ title: 'A leaflet', answers: 'What do I ask?', copies: count }],
      }),
    )
    t.notMatch(text, new RegExp(`\\b${count} (residents|people|or more)|Pairs: ${count}\\b`))
    t.match(text, 'fewer than ten residents came.')
    t.match(text, 'Pairs: 11.')
    t.match(text, 'What do I ask? | Not told')
  }
  t.match(
    all(sheet({ given: [{ title: 'A leaflet', answers: 'What do I ask?', copies: 46 }] })),
    '40 or more',
  )
})

/**
 * What a reader of every sheet can hold against each other: the events' own rows, and the sum in
 * short of each.
 */
const readings = (events: Held[], periods: string[]) =>
  periods.map((period) => {
    const paper = sheet({ period, held: events.filter((each) => holdsPeriod(period, each.heldOn)) })
    const sum = /(At least )?(\d+) people came/.exec(section(paper, 'short'))
    const rows = paper.sections
      .find((each) => each.id === 'events')
      ?.blocks.find((block) => block.kind === 'table')
    return {
      period,
      sum: sum
        ? { count: Number(sum[2]), atLeast: sum[1] !== undefined }
        : { count: 0, atLeast: undefined },
      came: rows?.kind === 'table' ? rows.rows.map((row) => row[2]!) : [],
    }
  })

t.test(
  'R17: 3,000 random years: every quarter’s sheet, the year’s sheet and their differences are the same whatever a withheld number is',
  async (t) => {
    const PERIODS = ['2021', '2021-q1', '2021-q2', '2021-q3', '2021-q4']
    const event = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      male: fc.nat(14),
      female: fc.nat(14),
      counted: fc.boolean(),
    })
    let withheld = 0
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 12 }),
        fc.nat(SMALL - 1),
        (events, other) => {
          const told = (total: number): number | null => safeTally({ total, groups: {} }).total
          const make = (replace: boolean): Held[] =>
            events.map(({ month, male, female, counted }, i) => {
              const total = male + female
              return held({
                name: `Event ${i}`,
                heldOn: `2021-${String(month).padStart(2, '0')}`,
                came: counted ? told(replace && total < SMALL ? other : total) : null,
              })
            })
          const [seen, otherwise] = [readings(make(false), PERIODS), readings(make(true), PERIODS)]
          withheld += events.filter(
            (each) => each.counted && each.male + each.female < SMALL,
          ).length
          const [year, ...quarters] = seen
          // The year is the sum of its quarters, each the sum of its own rows: a difference between
          // two sheets is made of told rows alone.
          const rows = (came: string[]): number =>
            came.filter((each) => each !== 'Not told').reduce((sum, each) => sum + Number(each), 0)
          return (
            JSON.stringify(seen) === JSON.stringify(otherwise) &&
            seen.every(
              (each) =>
                rows(each.came) === each.sum.count &&
                each.came.every((one) => one === 'Not told' || Number(one) >= SMALL),
            ) &&
            year!.sum.count === quarters.reduce((sum, each) => sum + each.sum.count, 0) &&
            seen.every(
              (each) => each.sum.count === 0 || each.sum.atLeast === each.came.includes('Not told'),
            )
          )
        },
      ),
      { numRuns: 3000 },
    )
    t.ok(withheld > 300, `${withheld} small numbers were withheld`)
  },
)
