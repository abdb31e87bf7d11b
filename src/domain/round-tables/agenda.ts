import type { Organisation } from '../people/seat.ts'

/** One part of an agenda: what it is, how many minutes it has, and what stands under it. */
export interface Slot {
  key: string
  title: string
  minutes: number
  lines: string[]
}
/** How someone arranged it: the keys in order, each with its minutes. */
export type Arrangement = { key: string; minutes: number }[]
export interface Topic {
  id: number
  roundTableId: number
  text: string
  personId: number
  at: string
}

/** What an agenda is made of: what the last table left, and what is open (R4, R8). */
export interface AgendaSources {
  organisations: Organisation[]
  /** The last table's minutes, where they are not agreed yet. */
  toAgree: string[]
  priorities: string[]
  carried: string[]
  concerns: string[]
  questions: string[]
  /** What was done and made no difference, as several residents say. */
  noDifference: string[]
  topics: Topic[]
  next: string
}

const RESIDENTS = 15
/** Each organisation is given the same time: nobody's voice is longer (equal voice). */
const EACH_ORGANISATION = 10
const EACH_TOPIC = 5
/** As long as one slot may be. */
export const MOST_MINUTES = 120

/**
 * Residents first, then the same time for each organisation, then what is open; in the order
 * someone gave it, where someone did.
 */
export const agendaOf = (sources: AgendaSources, arranged: Arrangement): Slot[] => {
  const made = [...openingSlots(sources), ...openMatters(sources), ...closingSlots(sources)]
  const keys = arranged.map((each) => each.key)
  return inOrder(made, keys).map((slot) => ({ ...slot, minutes: minutesOf(slot, arranged) }))
}

const slot = (key: string, title: string, minutes: number, lines: string[] = []): Slot => ({
  key,
  title,
  minutes,
  lines,
})

const openingSlots = ({ organisations, toAgree }: AgendaSources): Slot[] => [
  slot('residents', 'Residents speak first', RESIDENTS),
  ...organisations.map((each) => slot(`organisation-${each.id}`, each.name, EACH_ORGANISATION)),
  slot('minutes', 'Minutes of last time', 5, toAgree),
]

const openMatters = (sources: AgendaSources): Slot[] => [
  slot('priorities', 'What came first: keep, change or drop', 10, sources.priorities),
  slot('carried', 'Actions from before', 20, sources.carried),
  ...(sources.noDifference.length > 0
    ? [slot('no-difference', 'Residents say it made no difference', 10, sources.noDifference)]
    : []),
  slot('concerns', 'Concerns that are new since last time', 20, sources.concerns),
  slot('questions', 'Questions promised an answer', 10, sources.questions),
]

const closingSlots = ({ topics, next }: AgendaSources): Slot[] => [
  ...topics.map((each) => slot(`topic-${each.id}`, each.text, EACH_TOPIC)),
  slot('other', 'Any other business', 5),
  slot('next', 'Date of the next round table', 5, [next]),
]

/** The minutes of one organisation are those of every other. */
const minutesOf = ({ key, minutes }: Slot, arranged: Arrangement): number => {
  const said = arranged.find((each) =>
    isOrganisation(key) ? isOrganisation(each.key) : each.key === key,
  )
  return said?.minutes ?? minutes
}

/**
 * What someone arranged keeps its order; what is new since stands after what comes before it by
 * itself.
 */
const inOrder = (made: Slot[], keys: string[]): Slot[] => {
  const order = keys.filter((key) => made.some((slot) => slot.key === key))
  made.forEach((slot, i) => {
    if (order.includes(slot.key)) return
    const before = i === 0 ? -1 : order.indexOf(made[i - 1]!.key)
    order.splice(before + 1, 0, slot.key)
  })
  return order.map((key) => made.find((slot) => slot.key === key)!)
}

const isOrganisation = (key: string): boolean => key.startsWith('organisation-')

/**
 * Moves a slot one place, or gives it other minutes; an organisation's minutes are every
 * organisation's.
 */
export const rearrange = (
  slots: Slot[],
  key: string,
  change: { move: 'up' | 'down' | null; minutes: number | null },
): Arrangement => {
  const order = slots.map((slot) => ({ key: slot.key, minutes: slot.minutes }))
  const at = order.findIndex((slot) => slot.key === key)
  if (at < 0) return order
  if (change.minutes !== null)
    for (const slot of order)
      if (slot.key === key || (isOrganisation(key) && isOrganisation(slot.key)))
        slot.minutes = Math.max(0, Math.min(MOST_MINUTES, change.minutes))
  const to = change.move === 'up' ? at - 1 : change.move === 'down' ? at + 1 : at
  if (to >= 0 && to < order.length) order.splice(to, 0, ...order.splice(at, 1))
  return order
}

/** When each slot begins, `10.45`, counted from the table's own time; nothing where it has none. */
export const timesOf = (slots: Slot[], startsAt: string | null): string[] => {
  if (startsAt === null) return slots.map(() => '')
  const [hour, minute] = startsAt.split('.').map(Number)
  let now = hour! * 60 + minute!
  return slots.map((slot) => {
    const time = `${Math.floor(now / 60) % 24}.${String(now % 60).padStart(2, '0')}`
    now += slot.minutes
    return time
  })
}

export const lengthOf = (slots: Slot[]): number =>
  slots.reduce((sum, slot) => sum + slot.minutes, 0)
