import type { Tally } from './small-numbers.ts'
import { conflict, decide, refuse, type Decision } from '../decision.ts'
import type { Grouping } from './grouping.ts'
import { readTime, timeIn, whyNoTime } from '../dates/read-time.ts'
import type { Day, When } from '../day.ts'
import type { Depth } from '../depth.ts'

export const EVENT_KINDS = [
  'stall',
  'workshop',
  'tournament',
  'community',
  'survey',
  'training',
  'launch',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]
export const SAY_EVENT: Record<EventKind, string> = {
  stall: 'Stall',
  workshop: 'Workshop',
  tournament: 'Tournament',
  community: 'Community event',
  survey: 'Survey',
  training: 'Training',
  launch: 'Launch',
}

/** An organisation that took part, and what it brought: officers, leaflets, food. */
export interface Brought {
  organisationId: number
  brought: string
}

/** What is written of an event, each time it was: the newest counts. */
export interface EventTerms {
  id: number
  kind: EventKind
  name: string
  heldOn: When | null
  startsAt: string | null
  /** A named place that everyone knows, never a home. */
  place: string | null
  areaId: number | null
  /** How many came, or answered. Nothing where nobody counted. */
  headCount: number | null
  topics: string | null
  tookAway: string | null
  organisations: Brought[]
  personId: number
  at: string
}

/** One change of a count: a tap on the pad, one undone, or a number typed from paper. */
export interface Tap {
  grouping: string
  group: string
  count: number
  at: string
}
/**
 * A topic that residents could choose, how many hands went up for it, and whether it was chosen.
 */
export interface Option {
  id: number
  text: string
  hands: number | null
  chosen: boolean
}
/** What a survey found, and the concerns that came of it. */
export interface Finding {
  id: number
  text: string
  concernIds: number[]
}

/** A stall, a workshop, a survey: evidence for actions, and where concerns come from. */
export interface Event {
  id: number
  depth: Depth
  ground: string | null
  /** Present only where the depth is named: who may see it through every record it hangs on. */
  list: number[]
  /** The first of a monthly series, for all that follow it. */
  seriesId: number | null
  createdAt: string
  terms: EventTerms[]
  taps: Tap[]
  options: Option[]
  findings: Finding[]
  actionIds: number[]
  concernIds: number[]
}

export const eventTermsOf = (event: Event): EventTerms => event.terms.at(-1)!
/** Those that took part in it. */
export const organisationsAt = (event: Event): number[] =>
  eventTermsOf(event).organisations.map((each) => each.organisationId)
export const hasBeen = ({ heldOn }: Pick<EventTerms, 'heldOn'>, today: Day): boolean =>
  heldOn !== null && heldOn <= today.slice(0, heldOn.length)

/**
 * The tally by one way of grouping, beside the head count; nothing where it was not counted that
 * way.
 */
export const tallyOf = (event: Event, grouping: Grouping): Tally | null => {
  const taps = event.taps.filter((tap) => tap.grouping === grouping.code)
  if (taps.length === 0) return null
  const groups = Object.fromEntries(
    grouping.groups.map((group) => [
      group.code,
      taps.filter((tap) => tap.group === group.code).reduce((sum, tap) => sum + tap.count, 0),
    ]),
  )
  // Whoever was counted in a group that is not in the settings any more came all the same: they are
  // in the total, and in no group.
  return {
    total: eventTermsOf(event).headCount ?? taps.reduce((sum, tap) => sum + tap.count, 0),
    groups,
  }
}

export type Written = Omit<EventTerms, 'id' | 'personId' | 'at'>

/** Plans an event or writes down one that has been. What is not known is left open (R2). */
export const writeEvent = (written: Written, today: Day): Decision<Written> =>
  decide(refusalsOf(written, today), () => ({
    ...written,
    name: written.name.trim(),
    startsAt: written.startsAt === null ? null : timeIn(written.startsAt),
  }))

/**
 * New words for an event. Someone else's newer ones are a conflict, and not a lost change (R23).
 */
export const rewriteEvent = (
  event: Event,
  written: Written,
  basedOn: number,
  today: Day,
): Decision<Written> =>
  eventTermsOf(event).id !== basedOn
    ? conflict('Someone else changed this while you were writing')
    : writeEvent(written, today)

const STREETS =
  'street|road|avenue|lane|close|court|gardens|terrace|mews|' +
  'square|way|place|estate|grove|crescent|drive|house'
const FLAT = String.raw`\b(flat|apartment|apt)\.?\s*\d`
const DOOR = String.raw`\b\d+[a-z]?,?\s+(\p{L}[\p{L}’']+\s+){1,3}(${STREETS})\b`
/** A flat with its number, or a door number before the name of a street. */
const HOME = new RegExp(`${FLAT}|${DOOR}`, 'iu')

const refusalsOf = (
  { name, heldOn, startsAt, place, headCount, organisations }: Written,
  today: Day,
) => [
  !name.trim() && { field: 'name', reason: 'Give it a name, like “Pop-up stall on Church Street”' },
  startsAt !== null &&
    timeIn(startsAt) === null && { field: 'startsAt', reason: whyNoTime(readTime(startsAt)) },
  place !== null &&
    HOME.test(place) && {
      field: 'place',
      reason: 'Write a place that everyone knows, and never a home or a door number',
    },
  headCount !== null &&
    heldOn !== null &&
    heldOn > today && { field: 'headCount', reason: 'This lies ahead. Count it when it has been' },
  new Set(organisations.map((each) => each.organisationId)).size < organisations.length && {
    field: 'organisations',
    reason: 'Each organisation stands here once',
  },
]

/**
 * The next of a monthly series: the same again in the month after. What it is about, what each
 * brings and how many come is not known yet.
 * @param others the rest of the series, as far as it is known to who asks: a month has one.
 */
export const nextOf = (event: Event, others: Event[]): Decision<Written> => {
  const { kind, name, heldOn, startsAt, place, areaId, organisations } = eventTermsOf(event)
  if (heldOn === null) return refuse('next', 'Say first when this one is')
  const [year, month] = heldOn.split('-').map(Number) as [number, number]
  const next = `${year + (month === 12 ? 1 : 0)}-${String((month % 12) + 1).padStart(2, '0')}`
  if (others.some((each) => eventTermsOf(each).heldOn?.startsWith(next)))
    return refuse('next', 'The next month’s is there already')
  return {
    accepted: true,
    value: {
      kind,
      name,
      heldOn: next,
      startsAt,
      place,
      areaId,
      headCount: null,
      topics: null,
      tookAway: null,
      organisations: organisations.map(({ organisationId }) => ({ organisationId, brought: '' })),
    },
  }
}

/** Counts what was tapped or typed. A group never falls below nobody. */
export const countTaps = (
  event: Event,
  groupings: Grouping[],
  taps: { grouping: string; group: string; count: number }[],
): Decision<typeof taps> => {
  const known = taps.every((tap) =>
    groupings.some(
      (grouping) =>
        grouping.code === tap.grouping && grouping.groups.some((group) => group.code === tap.group),
    ),
  )
  if (!known)
    return refuse(
      'taps',
      'A group that was counted is not in the settings any more. Nothing was saved',
    )
  const after = new Map<string, number>()
  for (const tap of [...event.taps, ...taps])
    after.set(
      `${tap.grouping} ${tap.group}`,
      (after.get(`${tap.grouping} ${tap.group}`) ?? 0) + tap.count,
    )
  return [...after.values()].some((count) => count < 0)
    ? refuse('taps', 'There is nobody left in this group to take away')
    : { accepted: true, value: taps }
}
