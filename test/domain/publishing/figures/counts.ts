import fc from 'fast-check'
import t from 'tap'
import { addDays } from '../../../../src/domain/day.ts'
import { makeBoard } from '../../../../src/domain/publishing/board.ts'
import { figures, isAnswered } from '../../../../src/domain/publishing/figures.ts'
import { quarterOf } from '../../../../src/domain/quarter.ts'
import { copies, copy } from './set-up.ts'
import { STANDINGS } from '../../../../src/domain/concerns/standing.ts'
import { count, matching } from '../../../../src/domain/publishing/board-query.ts'

const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0)

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2018-06-01', days))
const when = fc.oneof(
  day,
  day.map((each) => each.slice(0, 7)),
)
const theme = fc.constantFrom(
  null,
  { code: 'young', name: 'Young people' },
  { code: 'trust', name: 'Trust' },
  { code: 'a', name: 'Ærø' },
)
const anyEntry = fc.record({
  standing: fc.constantFrom(...STANDINGS),
  raisedOn: when,
  on: fc.option(when),
  theme,
})
/**
 * As it is published: what is answered has the date of its answer, which is none before it was
 * raised.
 */
const published = fc
  .record({
    standing: fc.constantFrom(...STANDINGS),
    raisedOn: when,
    days: fc.integer({ min: 0, max: 400 }),
    theme,
  })
  .map(({ days, ...each }) => ({
    ...each,
    on:
      each.standing === 'unanswered'
        ? null
        : addDays(each.raisedOn.length === 7 ? `${each.raisedOn}-01` : each.raisedOn, days),
  }))

t.test(
  'what the plots count is what the board counts, for any entries: by quarter, by theme and in all',
  async (t) => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 60 }), (words) => {
        const board = makeBoard(1, copies(words), [])
        const all = matching(board, { page: 1 })
        const counts = count(all)
        const answered = counts.done + counts.standing + counts['could-not']
        const { quarters, themes, underWay, unanswered } = figures(all)
        for (const tallies of [quarters, themes]) {
          if (
            sum(tallies.map((each) => each.heard)) !== counts.heard ||
            sum(tallies.map((each) => each.answered)) !== answered ||
            sum(tallies.map((each) => each.unanswered)) !== counts.unanswered
          )
            return false
          if (tallies.some((each) => each.heard < each.answered || each.heard === 0)) return false
        }
        return (
          underWay === counts['under-way'] &&
          unanswered === counts.unanswered &&
          quarters.every(({ quarter, heard, answered }) => {
            const there = matching(board, { quarter, page: 1 })
            return (
              there.length === heard &&
              there.filter(({ words: each }) => isAnswered(each)).length === answered
            )
          }) &&
          themes.every(
            ({ theme: each, heard }) =>
              each === null || matching(board, { theme: each.code, page: 1 }).length === heard,
          )
        )
      }),
      { numRuns: 300 },
    )
    t.pass('for 300 boards')
  },
)

t.test('each concern that is answered waited for some time, and the rest is open', async (t) => {
  fc.assert(
    fc.property(fc.array(published, { maxLength: 60 }), (words) => {
      const { waits, quarters, ...rest } = figures(copies(words))
      const open = rest.underWay + rest.unanswered
      return (
        sum(waits.map((each) => each.count)) + open === words.length &&
        sum(quarters.map((each) => each.answered)) === words.length - open
      )
    }),
    { numRuns: 300 },
  )
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 60 }), (words) => {
      const { waits, ...rest } = figures(copies(words))
      const open = rest.underWay + rest.unanswered
      const undated = words.filter(
        (each) => ['done', 'standing', 'could-not'].includes(each.standing) && each.on === null,
      ).length
      return sum(waits.map((each) => each.count)) + open + undated === words.length
    }),
    { numRuns: 300 },
  )
  t.pass('for 600 boards')
})

t.test('a wait is counted in days, and each step holds its last day', async (t) => {
  const waited = (days: number) =>
    figures([
      copy({ standing: 'done', raisedOn: '2021-03-01', on: addDays('2021-03-01', days) }),
    ]).waits.find((each) => each.count === 1)!.days
  t.same([0, 1, 30, 31, 90, 91, 180, 181, 900].map(waited), [
    30,
    30,
    30,
    90,
    90,
    180,
    180,
    null,
    null,
  ])
  t.same(
    figures([copy({ standing: 'could-not', raisedOn: '2021-03', on: '2021-04' })]).waits.find(
      (each) => each.count === 1,
    )!.days,
    90,
    'a month counts from its first day',
  )
  t.same(
    figures([copy({ standing: 'under-way', on: '2021-06-01' })]),
    {
      quarters: [{ quarter: '2021-q2', heard: 1, answered: 0, unanswered: 0 }],
      themes: [{ theme: null, heard: 1, answered: 0, unanswered: 0 }],
      waits: [30, 90, 180, null].map((days) => ({ days, count: 0 })),
      underWay: 1,
      unanswered: 0,
    },
    'what is under way is not answered, whatever its date',
  )
})

t.test(
  'quarters come oldest first, themes by the alphabet with those without one last, whatever order the entries have',
  async (t) => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 30 }), (words) => {
        const { quarters, themes } = figures(copies(words))
        const back = figures(copies(words).toReversed())
        const names = themes.map((each) => each.theme?.name ?? null)
        return (
          JSON.stringify(quarters) === JSON.stringify(back.quarters) &&
          JSON.stringify(themes) === JSON.stringify(back.themes) &&
          quarters.every((each, i) => i === 0 || quarters[i - 1]!.quarter < each.quarter) &&
          new Set(quarters.map((each) => each.quarter)).size === quarters.length &&
          JSON.stringify(names) ===
            JSON.stringify([
              ...names.filter((name) => name !== null).toSorted((a, b) => a!.localeCompare(b!)),
              ...names.filter((name) => name === null),
            ])
        )
      }),
    )
    t.same(figures([]), {
      quarters: [],
      themes: [],
      waits: [30, 90, 180, null].map((days) => ({ days, count: 0 })),
      underWay: 0,
      unanswered: 0,
    })
    t.equal(quarterOf('2021-12-31'), '2021-q4')
  },
)
