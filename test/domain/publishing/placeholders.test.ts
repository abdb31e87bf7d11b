import { groupingsOf } from '../../../src/domain/evidence/grouping.ts'
import fc from 'fast-check'
import t from 'tap'
import { type Event } from '../../../src/domain/evidence/event.ts'
import {
  filled,
  numbersOf,
  partsOfToken,
  tokensIn,
  type ToldThen,
} from '../../../src/domain/publishing/placeholders.ts'
import { SMALL } from '../../../src/domain/evidence/small-numbers.ts'
import { must } from '../../../src/sample/must.ts'
import { entryWords, tableWords } from '../../support/publications.ts'

const at = (minute: number): string => `2022-01-27T10:${String(minute).padStart(2, '0')}:00.000Z`
const GENDER = must(groupingsOf('Gender: Male, Female, Not asked'))
/** A stall at which these came, each pair a group and how many, counted at its minute. */
const stall = (
  heads: (number | null)[],
  counted: Record<string, number>[],
  over: Partial<Event> = {},
): Event => ({
  id: 2,
  depth: 'table',
  ground: null,
  list: [],
  seriesId: null,
  createdAt: at(0),
  options: [],
  findings: [],
  actionIds: [],
  concernIds: [],
  terms: heads.map((headCount, i) => ({
    id: i + 1,
    kind: 'stall',
    name: 'Stall',
    heldOn: '2021-11',
    startsAt: null,
    place: null,
    areaId: null,
    headCount,
    topics: null,
    tookAway: null,
    organisations: [],
    personId: 1,
    at: at(i * 10),
  })),
  taps: counted.flatMap((groups, i) =>
    Object.entries(groups).map(([group, count]) => ({
      grouping: 'gender',
      group,
      count,
      at: at(i * 10),
    })),
  ),
  ...over,
})
const then = (...minutes: number[]): ToldThen[] =>
  minutes.map((minute) => ({ at: at(minute), groupings: GENDER }))
/** What may be told, by the last words of each placeholder. */
const told = (
  event: Event,
  publications: ToldThen[] = [],
  groupings = GENDER,
): Record<string, number | null> =>
  Object.fromEntries(
    numbersOf(event, groupings, (grouping) => (grouping === 'gender' ? publications : [])).map(
      ({ token, value }) => [token.slice('{stall-2.'.length, -1).replace('gender.', ''), value],
    ),
  )

t.test(
  'R17: an event’s numbers are offered as placeholders, each with what may be told of it',
  async (t) => {
    t.same(
      numbersOf(stall([38], [{ male: 14, female: 24 }]), GENDER, () => []).map(
        ({ token, says }) => [token, says],
      ),
      [
        ['{stall-2.came}', 'Stall: came'],
        ['{stall-2.gender.male}', 'Stall: Gender, Male'],
        ['{stall-2.gender.female}', 'Stall: Gender, Female'],
        ['{stall-2.gender.not-asked}', 'Stall: Gender, Not asked'],
      ],
    )
    t.same(told(stall([38], [{ male: 14, female: 24 }])), {
      came: 38,
      male: 14,
      female: 24,
      'not-asked': null,
    })
    t.same(told(stall([42], [{ male: 14, female: 24, 'not-asked': 4 }])), {
      came: 42,
      male: null,
      female: 24,
      'not-asked': null,
    })
    t.same(told(stall([9], [{ male: 9 }])), {
      came: null,
      male: null,
      female: null,
      'not-asked': null,
    })
    t.same(
      told(stall([null], [{ male: 14, female: 24 }])),
      { male: 14, female: 24, 'not-asked': null },
      'nobody counted heads, so there is no such number',
    )
    t.same(told(stall([38], [])), { came: 38 }, 'and no groups where none was counted')
  },
)

t.test('R9, R11: a private event has no number at all', async (t) => {
  t.same(
    numbersOf(
      stall([38], [{ male: 14, female: 24 }], { depth: 'named', list: [1] }),
      GENDER,
      () => [],
    ),
    [],
  )
})

t.test(
  'R17: what was withheld when a group of the same event was published stays withheld, whoever is counted later',
  async (t) => {
    const event = stall([41, 42], [{ male: 9, female: 12, 'not-asked': 20 }, { male: 1 }])
    t.same(
      told(event),
      { came: 42, male: 10, female: 12, 'not-asked': 20 },
      'told for the first time',
    )
    t.same(
      told(event, then(5)),
      { came: 42, male: null, female: null, 'not-asked': 20 },
      'told before',
    )
    t.same(told(event, then(5, 12)), { came: 42, male: null, female: null, 'not-asked': 20 })
  },
)

t.test(
  'R17: a group that had nobody in it was not withheld, and may be told once it is large',
  async (t) => {
    const event = stall([38, 50], [{ male: 14, female: 24 }, { 'not-asked': 12 }])
    t.same(told(event, then(5)), { came: 50, male: 14, female: 24, 'not-asked': 12 })
  },
)

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
      const now = told(event, then(5))
      t.same(
        Object.values(now).filter((each) => each !== null),
        [],
        JSON.stringify(now),
      )
    }
    t.same(
      told(stall([38, 42], [{ male: 14, female: 24 }, { female: 4 }]), then(5)),
      { came: 42, male: 14, female: 28, 'not-asked': null },
      'a tally that agrees goes on',
    )
  },
)

t.test(
  'R17: a change of the groups does not tell what was withheld under the old ones',
  async (t) => {
    const event = stall([42], [{ male: 14, female: 24, 'not-asked': 4 }])
    t.same(told(event, then(5)), { came: 42, male: null, female: 24, 'not-asked': null })
    for (const typed of [
      'Gender: Male, Other',
      'Gender: Male, Not asked',
      'Gender: Male, Female',
      'Gender: Male, Women, Not said',
    ]) {
      const now = told(event, then(5), must(groupingsOf(typed)))
      t.equal(now.male, null, typed)
      t.equal(now['not-asked'] ?? null, null, typed)
    }
    const uncounted = stall([null], [{ male: 14, female: 24, 'not-asked': 4 }])
    t.same(
      told(uncounted, then(5), must(groupingsOf('Gender: Male, Female'))),
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
        const after = told(event, then(5))
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

t.test(
  'R17: a placeholder is filled where it stands whole in one text, and nowhere else',
  async (t) => {
    const counts = { '{stall-2.came}': 38, '{stall-2.gender.male}': null }
    const words = {
      ...entryWords({
        said: '{stall-2.came} came, {stall-2.gender.male} male',
        did: '{stall-2.',
        origin: 'came}',
        trail: [{ on: '2021-11', words: '{{stall-2.came}} and {STALL-2.came} and {stall-2.came' }],
        worked: { strength: 'counted', words: '{stall-2.came}' },
      }),
      counts,
    }
    t.same(tokensIn(words), ['{stall-2.came}', '{stall-2.gender.male}'], 'each once')
    t.match(filled(words), {
      said: '38 came, {stall-2.gender.male} male',
      did: '{stall-2.',
      origin: 'came}',
      worked: { words: '38' },
      trail: [{ words: '{38} and {STALL-2.came} and {stall-2.came' }],
    })
    t.equal('counts' in filled(words), false, 'what was withheld does not go with the copy')
    t.same(
      tokensIn(
        tableWords({
          agreed: ['{stall-2.came}'],
          change: { kind: 'correction', words: '{stall-3.came}' },
        }),
      ),
      ['{stall-3.came}', '{stall-2.came}'],
    )
    t.same(tokensIn({ ...entryWords(), counts }), [], 'the numbers themselves are no words')
    for (const name of ['__proto__', 'constructor', 'toString'])
      t.match(filled({ ...entryWords({ said: `{stall-2.${name}} {${name}}` }), counts: {} }), {
        said: `{stall-2.${name}} {${name}}`,
      })
    t.same(partsOfToken('{stall-12.gender.not-asked}'), { eventId: 12, what: 'gender' })
  },
)
