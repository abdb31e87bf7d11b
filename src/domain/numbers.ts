import { safeTally, type SafeTally } from './counts.ts'
import { tallyOf, termsOf, type Event, type Grouping } from './event.ts'
import type { Words } from './told.ts'

/** A number that public words can hold: its placeholder, what it counts, and what may be told of it; null is withheld (R17). */
export interface Numbered { token: string; says: string; value: number | null }

const TOKEN = /\{[a-z]+-\d+\.[\p{L}\p{N}.-]+\}/gu

/** Every placeholder in some words, each once. */
export const tokensIn = (words: Words): string[] => [...new Set(JSON.stringify({ ...words, counts: undefined }).match(TOKEN) ?? [])]

/**
 * The numbers of an event that words can hold, as they may be told. What was withheld when something of it was published before stays withheld.
 * @param toldAt the instants at which a group of this event was published, oldest first, by the way of grouping.
 */
export const numbersOf = (event: Event, groupings: Grouping[], toldAt: (grouping: string) => string[]): Numbered[] => {
  if (event.depth === 'named') return []
  const { kind, name, headCount } = termsOf(event)
  const token = (what: string): string => `{${kind}-${event.id}.${what}}`
  return [
    ...(headCount === null ? [] : [{ token: token('came'), says: `${name}: ${kind === 'survey' ? 'answered' : 'came'}`, value: safeTally({ total: headCount, groups: {} }).total }]),
    ...groupings.flatMap((grouping) => {
      const safe = told(event, grouping, toldAt(grouping.code))
      return safe === null ? [] : grouping.groups.map((group) => ({ token: token(`${grouping.code}.${group.code}`), says: `${name}: ${grouping.name}, ${group.name}`, value: safe.groups[group.code] ?? null }))
    })
  ]
}

/** Words as a reader will read them: each placeholder with its number. One that has none stays as it is, and stops publishing. */
export const filled = <W extends Words>(words: W): W => {
  const { counts = {}, ...rest } = words
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(TOKEN, (token) => (typeof counts[token] === 'number' ? String(counts[token]) : token))
    if (Array.isArray(value)) return value.map(fill)
    return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each)])) : value
  }
  return fill(rest) as W
}

const told = (event: Event, grouping: Grouping, toldAt: string[]): SafeTally | null => {
  const then = toldAt.reduce<SafeTally | undefined>((before, at) => safeOf(asOf(event, at), grouping, before) ?? before, undefined)
  return safeOf(event, grouping, then)
}
const safeOf = (event: Event, grouping: Grouping, before: SafeTally | undefined): SafeTally | null => {
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
  return { ...event, terms: terms.length > 0 ? terms : event.terms.slice(0, 1), taps: event.taps.filter((each) => each.at <= at) }
}
