import { type Event } from '../../../../src/domain/evidence/event.ts'
import { numbersOf, type ToldThen } from '../../../../src/domain/publishing/placeholders.ts'
import { must } from '../../../../src/sample/must.ts'
import { groupingsOf } from '../../../../src/domain/evidence/grouping.ts'

const at = (minute: number): string => `2022-01-27T10:${String(minute).padStart(2, '0')}:00.000Z`
export const GENDER = must(groupingsOf('Gender: Male, Female, Not asked'))
/** A stall at which these came, each pair a group and how many, counted at its minute. */
export const stall = (
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
export const toldAt = (...minutes: number[]): ToldThen[] =>
  minutes.map((minute) => ({ at: at(minute), groupings: GENDER }))
/** What may be told, by the last words of each placeholder. */
export const told = (
  event: Event,
  publications: ToldThen[] = [],
  groupings = GENDER,
): Record<string, number | null> =>
  Object.fromEntries(
    numbersOf(event, groupings, (grouping) => (grouping === 'gender' ? publications : [])).map(
      ({ token, value }) => [token.slice('{stall-2.'.length, -1).replace('gender.', ''), value],
    ),
  )
