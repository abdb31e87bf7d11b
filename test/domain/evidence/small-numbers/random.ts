import fc from 'fast-check'
import t from 'tap'
import {
  difference,
  inTens,
  safeSum,
  safeTally,
  type SafeTally,
  SMALL,
  type Tally,
} from '../../../../src/domain/evidence/small-numbers.ts'
import { figure } from '../../../bench/counted.ts'
import { tally } from './set-up.ts'

const of = (...counts: number[]): Tally =>
  tally(
    counts.reduce((all, each) => all + each, 0),
    Object.fromEntries(counts.map((count, i) => [`g${i}`, count])),
  )
const cellsOf = ({ total, groups }: Tally): number[] =>
  [...Object.values(groups), difference({ total, groups })].filter((each) => each > 0)
const toldOf = ({ groups, rest }: SafeTally, { total, groups: real }: Tally): (number | null)[] => [
  ...Object.keys(groups)
    .filter((name) => real[name]! > 0)
    .map((name) => groups[name]!),
  ...(difference({ total, groups: real }) > 0 ? [rest] : []),
]

/** All tables of so many groups and at most so many people. */
const tables = function* (groups: number, most: number): Generator<number[]> {
  if (groups === 0) {
    yield []
    return
  }
  for (let count = 0; count <= most; count++)
    for (const rest of tables(groups - 1, most - count)) yield [count, ...rest]
}

t.test(
  'R17: who knows the rule and every number that is told works out no group that is withheld: every small table there is',
  async (t) => {
    for (const [groups, most] of [
      [1, 60],
      [2, 60],
      [3, 45],
      [4, 34],
      [5, 24],
    ] as const) {
      const seen = new Map<string, Set<number>[]>()
      let all = 0
      for (const counts of tables(groups, most)) {
        all += 1
        const told = safeTally(of(...counts))
        const key = JSON.stringify(told)
        const values =
          seen.get(key) ??
          seen
            .set(
              key,
              counts.map(() => new Set<number>()),
            )
            .get(key)!
        counts.forEach((count, i) => values[i]!.add(count))
      }
      const recovered = [...seen].filter(([key, values]) => {
        const told = JSON.parse(key) as SafeTally
        return (
          told.total !== null &&
          values.some((each, i) => told.groups[`g${i}`] === null && each.size < 2 && !each.has(0))
        )
      })
      t.same(
        recovered.map(([key]) => key),
        [],
        `${all} tables of ${groups} groups`,
      )
      t.same(
        [...seen.keys()]
          .map((key) => JSON.parse(key) as SafeTally)
          .filter((told) =>
            Object.values(told.groups).some((each) => each !== null && each < SMALL),
          ),
        [],
      )
    }
  },
)

t.test(
  'R17: 10,000 random partnerships, their quarters and their totals: no withheld group is the only answer to all that is told',
  async (t) => {
    const count = fc.oneof(
      { arbitrary: fc.nat(14), weight: 3 },
      { arbitrary: fc.nat(80), weight: 1 },
    )
    const event = fc
      .tuple(fc.array(count, { minLength: 3, maxLength: 3 }), fc.nat(3))
      .map(([counts, missed]) =>
        tally(counts.reduce((a, b) => a + b, 0) + missed, {
          male: counts[0]!,
          female: counts[1]!,
          other: counts[2]!,
        }),
      )
    let withheld = 0
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 8 }), (events) => {
        const told = events.map((each) => safeTally(each))
        // Totals for a quarter and for the year are sums of what is told, so each is a sum of
        // equations that are there already.
        const quarters = [told.slice(0, 3), told.slice(3)].map((some) =>
          safeSum(some.map((each) => each.groups.male!)),
        )
        const year = safeSum(told.map((each) => each.groups.male!))
        if (year.count !== quarters[0]!.count + quarters[1]!.count) return false
        return told.every((each, i) => {
          const cells = toldOf(each, events[i]!)
          const real = cellsOf(events[i]!)
          withheld += cells.filter((one) => one === null).length
          if (each.total === null) return cells.every((one) => one === null)
          const hidden = real.filter((_, j) => cells[j] === null)
          if (hidden.length === 0) return cells.every((one) => one! >= SMALL)
          // One equation for all that is hidden: it must leave each of them more than one answer,
          // and be no small group itself.
          return (
            hidden.length >= 2 &&
            hidden.reduce((a, b) => a + b, 0) >= SMALL &&
            cells.every((one) => one === null || one >= SMALL)
          )
        })
      }),
      { numRuns: 10_000 },
    )
    t.ok(withheld > 10_000, `${withheld} groups were withheld and none was recovered`)
    t.comment(`${withheld} groups withheld`)
    figure('small', withheld)
  },
)

t.test(
  'R17: 10,000 histories of leaflets handed out, told again and again: between no two publications can a step be worked out',
  async (t) => {
    /** All totals that would have been told so, found by trying each. */
    const totalsOf = new Map<number | null, number[]>()
    for (let total = 0; total < 2000; total++)
      totalsOf.set(inTens(total), [...(totalsOf.get(inTens(total)) ?? []), total])
    const stepsOf = new Map<string, number[]>()
    const steps = (before: number | null, after: number | null): number[] => {
      const key = `${before} ${after}`
      return (
        stepsOf.get(key) ??
        stepsOf
          .set(key, [
            ...new Set(
              totalsOf
                .get(before)!
                .flatMap((one) => totalsOf.get(after)!.map((other) => other - one)),
            ),
          ])
          .get(key)!
      )
    }
    let small = 0
    const handing = fc.oneof(
      { arbitrary: fc.integer({ min: 1, max: 9 }), weight: 4 },
      { arbitrary: fc.integer({ min: 10, max: 60 }), weight: 1 },
    )
    fc.assert(
      fc.property(fc.array(handing, { minLength: 1, maxLength: 20 }), (handings) => {
        const totals = handings.reduce<number[]>((all, each) => [...all, all.at(-1)! + each], [0])
        const told = totals.map(inTens)
        return (
          totals.every((total, i) =>
            totals.slice(i + 1).every((later, j) => {
              if (later - total < SMALL) small += 1
              // Who knows that it only grows still has ten answers or more, and who knows of a
              // handing that was taken out has nineteen.
              const possible = steps(told[i]!, told[i + 1 + j]!)
              return (
                possible.includes(later - total) &&
                possible.length === 2 * SMALL - 1 &&
                possible.filter((each) => each >= 0).length >= SMALL
              )
            }),
          ) && told.every((each) => each === null || each >= SMALL)
        )
      }),
      { numRuns: 10_000 },
    )
    t.ok(small > 50_000, `${small} steps below ten, and none was recovered`)
    t.comment(`${small} small steps`)
  },
)
