import fc from 'fast-check'
import t from 'tap'
import { SMALL } from '../../../../src/domain/evidence/small-numbers.ts'
import { must } from '../../../../src/sample/must.ts'
import { stall, toldAt, told } from './set-up.ts'
import { groupingsOf } from '../../../../src/domain/evidence/grouping.ts'

t.test(
  'R17: two copies with two versions: after 14 and 24 of 38 were told, 42 is not told, or the four would be known',
  async (t) => {
    for (const event of [
      stall([38, 42], [{ male: 14, female: 24 }, { 'not-asked': 4 }]),
      stall([38, 42], [{ male: 14, female: 24 }]),
      stall(
        [38, 38],
        [
          { male: 14, female: 24 },
          { female: -4, 'not-asked': 4 },
        ],
      ),
    ]) {
      const now = told(event, toldAt(5))
      t.same(
        Object.values(now).filter((each) => each !== null),
        [],
        JSON.stringify(now),
      )
    }
    t.same(
      told(stall([38, 42], [{ male: 14, female: 24 }, { female: 4 }]), toldAt(5)),
      { came: 42, male: 14, female: 28, 'not-asked': null },
      'a tally that agrees goes on',
    )
  },
)

t.test(
  'R17: a change of the groups does not tell what was withheld under the old ones',
  async (t) => {
    const event = stall([42], [{ male: 14, female: 24, 'not-asked': 4 }])
    t.same(told(event, toldAt(5)), { came: 42, male: null, female: 24, 'not-asked': null })
    for (const typed of [
      'Gender: Male, Other',
      'Gender: Male, Not asked',
      'Gender: Male, Female',
      'Gender: Male, Women, Not said',
    ]) {
      const now = told(event, toldAt(5), must(groupingsOf(typed)))
      t.equal(now.male, null, typed)
      t.equal(now['not-asked'] ?? null, null, typed)
    }
    const uncounted = stall([null], [{ male: 14, female: 24, 'not-asked': 4 }])
    t.same(
      told(uncounted, toldAt(5), must(groupingsOf('Gender: Male, Female'))),
      { male: null, female: 24 },
      'nor where nobody counted heads',
    )
    t.same(
      told(uncounted, [], must(groupingsOf('Gender: Male, Female'))),
      { male: null, female: 24 },
      'those in the group that is gone are a small group still',
    )
  },
)

t.test(
  'R17: 3,000 random stalls, counted, told, counted again and told again: nothing small is told, and no copy shows what an earlier one withheld',
  async (t) => {
    const few = fc.nat(30)
    const counts = fc.record({ male: few, female: few, 'not-asked': few })
    let both = 0
    fc.assert(
      fc.property(counts, counts, fc.nat(12), fc.nat(12), (first, second, missed, missedThen) => {
        const sum = (each: Record<string, number>): number =>
          Object.values(each).reduce((a, b) => a + b, 0)
        const change = Object.fromEntries(
          Object.entries(second).map(([group, count]) => [group, count - first[group as 'male']]),
        )
        const event = stall([sum(first) + missed, sum(second) + missedThen], [first, change])
        const before = told({
          ...event,
          terms: event.terms.slice(0, 1),
          taps: event.taps.slice(0, 3),
        })
        const after = told(event, toldAt(5))
        both += Object.keys(first).filter(
          (group) => before[group] !== null && after[group] !== null,
        ).length
        const small = Object.values({ ...before, ...after }).some(
          (each) => each !== null && each < SMALL,
        )
        const back = Object.entries(first).some(
          ([group, count]) => count > 0 && before[group] === null && after[group] !== null,
        )
        // Whoever reads both copies takes from the new total each group that either told and that
        // is still as large: what is left must be no small group.
        const isKnown = (group: string): boolean =>
          after[group] !== null ||
          (before[group] !== null && first[group as 'male'] === second[group as 'male'])
        const unknown = [
          ...Object.entries(second)
            .filter(([group, count]) => count > 0 && !isKnown(group))
            .map(([, count]) => count),
          ...(missedThen > 0 ? [missedThen] : []),
        ]
        const isWorkedOut = after.came !== null && unknown.length === 1 && unknown[0]! < SMALL
        return !small && !back && !isWorkedOut
      }),
      { numRuns: 3000 },
    )
    t.ok(both > 100, `${both} groups told twice`)
  },
)
