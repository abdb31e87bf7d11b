import type { Told } from './told.ts'
import type { Grouping } from '../evidence/grouping.ts'
import { inTens, safeTally, type SafeTally } from '../evidence/small-numbers.ts'
import { tallyOf, eventTermsOf, type Event } from '../evidence/event.ts'

/**
 * A number that public words can hold: its placeholder, what it counts, and what may be told of it;
 * null is withheld (R17).
 */
export interface Numbered {
  token: string
  says: string
  value: number | null
}

/** A publication of a group: when, and how people were grouped at that time. */
export interface ToldThen {
  at: string
  groupings: Grouping[]
}

/** What a placeholder looks like, such as {stall-2.came}. */
export const TOKEN = /\{[a-z]+-\d+\.[\p{L}\p{N}.-]+\}/gu

/** Every placeholder in some words, each once. */
export const tokensIn = (words: Told): string[] => [
  ...new Set(JSON.stringify({ ...words, counts: undefined }).match(TOKEN) ?? []),
]

/**
 * The numbers of an event that words can hold, as they may be told. What was withheld when
 * something of it was published before stays withheld.
 * @param tellingsOf when a group of this event was published, oldest first, by the way of grouping,
 * and how the partnership grouped people then.
 */
export const numbersOf = (
  event: Event,
  groupings: Grouping[],
  tellingsOf: (grouping: string) => ToldThen[],
): Numbered[] => {
  if (event.depth === 'named') return []
  const { kind, name, headCount } = eventTermsOf(event)
  const token = (what: string): string => `{${kind}-${event.id}.${what}}`
  const tallies = groupings.map((grouping) => ({
    grouping,
    safe: told(event, grouping, tellingsOf(grouping.code)),
  }))
  const isTotalWithheld = tallies.some(({ safe }) => safe?.total === null)
  return [
    ...(headCount === null
      ? []
      : [
          {
            token: token('came'),
            says: `${name}: ${kind === 'survey' ? 'answered' : 'came'}`,
            value: isTotalWithheld ? null : safeTally({ total: headCount, groups: {} }).total,
          },
        ]),
    ...tallies.flatMap(({ grouping, safe }) =>
      safe === null
        ? []
        : grouping.groups.map((group) => ({
            token: token(`${grouping.code}.${group.code}`),
            says: `${name}: ${grouping.name}, ${group.name}`,
            value: safe.groups[group.code] ?? null,
          })),
    ),
  ]
}

/**
 * How many messages of residents a concern came from, in whole tens: it grows as more write, and no
 * small step may be worked out from two publications.
 */
export const numberOfMessages = (concernId: number, count: number): Numbered => ({
  token: `{messages-${concernId}.wrote}`,
  says: 'Messages from residents, or more',
  value: inTens(count),
})

/** The concern whose messages a placeholder counts; null for one that speaks of an event. */
export const concernOfToken = (token: string): number | null =>
  token.startsWith('{messages-') ? partsOfToken(token).eventId : null

/**
 * Words as a reader will read them: each placeholder with its number. One that has none stays as it
 * is, and stops publishing.
 */
export const filled = <W extends Told>(words: W): W => {
  const { counts = {}, ...rest } = words
  if (Object.keys(counts).length === 0) return rest as W
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(TOKEN, (token) =>
        typeof counts[token] === 'number' ? String(counts[token]) : token,
      )
    if (Array.isArray(value)) return value.map(fill)
    return value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each)]))
      : value
  }
  return fill(rest) as W
}

const told = (event: Event, grouping: Grouping, publications: ToldThen[]): SafeTally | null => {
  const then = publications.reduce<SafeTally | undefined>(
    (before, each) =>
      knownAfter(
        asOf(event, each.at),
        grouping,
        each.groupings.find(({ code }) => code === grouping.code) ?? grouping,
        before,
      ),
    undefined,
  )
  return safeOf(event, grouping, then)
}
/**
 * What readers know of a tally once it was told again: a group with nobody in it was not withheld,
 * it was no group yet.
 */
const knownAfter = (
  event: Event,
  now: Grouping,
  grouping: Grouping,
  before: SafeTally | undefined,
): SafeTally | undefined => {
  const tally = tallyOf(event, grouping)
  const safe = tally && safeTally(tally, before)
  if (!tally || !safe || (safe.total === null && before)) return before
  // Those in no group are others where the groups are others.
  const rest = String(codesOf(now)) === String(codesOf(grouping)) ? safe.rest : (before?.rest ?? 0)
  return {
    total: safe.total,
    rest,
    groups: {
      ...before?.groups,
      ...Object.fromEntries(
        Object.entries(safe.groups).filter(([group]) => tally.groups[group]! > 0),
      ),
    },
  }
}
const codesOf = ({ groups }: Grouping): string[] => groups.map(({ code }) => code).toSorted()
const safeOf = (
  event: Event,
  grouping: Grouping,
  before: SafeTally | undefined,
): SafeTally | null => {
  const tally = tallyOf(event, grouping)
  return tally && safeTally(tally, before)
}
/** Which event and which way of grouping a placeholder speaks of. */
export const partsOfToken = (token: string): { eventId: number; what: string } => {
  const [, id, what] = token.match(/-(\d+)\.([^.}]+)/)!
  return { eventId: Number(id), what: what! }
}
/** The event as it stood at an instant. */
const asOf = (event: Event, at: string): Event => {
  const terms = event.terms.filter((each) => each.at <= at)
  return {
    ...event,
    terms: terms.length > 0 ? terms : event.terms.slice(0, 1),
    taps: event.taps.filter((each) => each.at <= at),
  }
}
