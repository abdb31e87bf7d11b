import type { Organisation } from '../people/seat.ts'
import { FITS, type Holding } from './agenda/holdings.ts'

/** Something that stands under a slot: what of the record it is, and what more is said of it. */
export interface SlotLine {
  of: Holding
  id: number | null
  text: string
  note: string
}
/** One part of an agenda: what it is, how many minutes it has, and what stands under it. */
export interface Slot {
  key: string
  title: string
  /** What it is called where nobody renamed it; nothing for a slot of one's own. */
  name: string
  minutes: number
  /** Who leads it, where that is said. */
  leads: string
  holds: Holding[]
  lines: SlotLine[]
}
/**
 * How someone arranged it: the slots in order, and those that were removed. What is not said is as
 * it comes by itself; what is in neither is new since.
 */
export type Arrangement = Arranged[]
export interface Arranged {
  key: string
  minutes: number
  title?: string
  leads?: string
  holds?: Holding[]
  isGone?: true
}
export interface Topic {
  id: number
  roundTableId: number
  text: string
  personId: number
  at: string
}

/** What an agenda is made of: what the last table left, and what is open (R4, R8). */
export interface AgendaSources {
  organisations: Pick<Organisation, 'id' | 'name'>[]
  /** What people ask to talk about, with what is said of a topic that comes from before. */
  topics: (Pick<Topic, 'id' | 'text'> & { note?: string })[]
  lines: Partial<Record<Exclude<Holding, 'topics' | 'organisations'>, SlotLine[]>>
}

const RESIDENTS = 15
/** Each organisation is given the same time: nobody's voice is longer (equal voice). */
const EACH_ORGANISATION = 10
/** More than these have one slot together, and no more time than this where that can be. */
const MOST_ORGANISATIONS = 4
const ALL_ORGANISATIONS = 30
const EACH_TOPIC = 5
/** As long as one slot may be. */
export const MOST_MINUTES = 120
/** What has no place: it stands at the end, and is never forgotten. */
export const HOMELESS = 'homeless'

/**
 * Residents first, then the same time for each organisation, then what is open; in the order
 * someone gave it, where someone did. What stood under a slot that was removed stands under another
 * that fits.
 */
export const agendaOf = (sources: AgendaSources, arranged: Arrangement): Slot[] =>
  filled(inOrder(madeFrom(sources), arranged), sources)

type Made = Omit<Slot, 'lines'>

const made = (key: string, name: string, minutes: number, holds: Holding[] = []): Made => ({
  key,
  title: name,
  name,
  minutes,
  leads: '',
  holds,
})

/** What each slot is called that an agenda has by itself, by its key. */
export const NAMES = {
  residents: 'Residents speak first',
  organisations: 'Each organisation reports',
  minutes: 'Minutes of last time',
  priorities: 'What came first: keep, change or drop',
  carried: 'Actions from before',
  'no-difference': 'Residents say it is not solved',
  concerns: 'Concerns that are new since last time',
  questions: 'Questions promised an answer',
  other: 'Any other business',
  next: 'Date of the next round table',
} as const

/** The slots that an agenda has by itself, in their order. */
export const madeFrom = ({ organisations, topics, lines }: AgendaSources): Made[] => {
  const usual = (key: keyof typeof NAMES, minutes: number, ...holds: Holding[]): Made =>
    made(key, NAMES[key], minutes, holds)
  return [
    usual('residents', RESIDENTS),
    ...organisationSlots(organisations),
    usual('minutes', 5, 'minutes'),
    usual('priorities', 10, 'priorities'),
    usual('carried', 20, 'carried'),
    ...((lines['no-difference'] ?? []).length > 0
      ? [usual('no-difference', 10, 'no-difference')]
      : []),
    usual('concerns', 20, 'concerns'),
    usual('questions', 10, 'questions'),
    ...topics.map((each) => made(`topic-${each.id}`, each.text, EACH_TOPIC)),
    usual('other', 5),
    usual('next', 5, 'next'),
  ]
}

const organisationSlots = (all: AgendaSources['organisations']): Made[] => {
  if (all.length <= MOST_ORGANISATIONS)
    return all.map((each) => made(`organisation-${each.id}`, each.name, EACH_ORGANISATION))
  const each = Math.max(2, Math.floor(ALL_ORGANISATIONS / all.length))
  const minutes = Math.min(MOST_MINUTES, each * all.length)
  return [made('organisations', NAMES.organisations, minutes, ['organisations'])]
}

/**
 * What someone arranged keeps its order; what is new since stands after what comes before it by
 * itself. What stands under another slot has none of its own.
 */
const inOrder = (all: Made[], arranged: Arrangement): Made[] => {
  const present = asOneOrganisation(arranged, all)
  const order = present.flatMap((each) => placed(each, all, present))
  all.forEach((slot, i) => {
    if (order.some(({ key }) => key === slot.key) || !isNew(slot, arranged, order)) return
    const before = all.slice(0, i).findLast(({ key }) => order.some((each) => each.key === key))
    const at = before === undefined ? -1 : order.findIndex(({ key }) => key === before.key)
    order.splice(at + 1, 0, { ...slot, minutes: minutesOf(slot, present) })
  })
  return order
}

/** Where organisations have one slot together by now, it stands where the first of them stood. */
const asOneOrganisation = (arranged: Arrangement, all: Made[]): Arrangement => {
  const together = all.find(({ key }) => key === 'organisations')
  const present = arranged.filter((each) => !each.isGone)
  if (!together || present.some(({ key }) => key === 'organisations')) return present
  const first = present.findIndex(({ key }) => isOrganisation(key))
  return present.flatMap((each, i) => {
    if (i === first) return [{ key: together.key, minutes: together.minutes }]
    return isOrganisation(each.key) ? [] : [each]
  })
}

/** A slot as someone arranged it; nothing where what it was for is over. */
const placed = (said: Arranged, all: Made[], present: Arrangement): Made[] => {
  const slot = all.find(({ key }) => key === said.key)
  const isOwn = said.title !== undefined && !/^(topic|organisation)-/.test(said.key)
  if (!slot && !isOwn) return []
  return [
    {
      key: said.key,
      name: slot?.name ?? '',
      title: said.title ?? slot!.name,
      minutes: slot ? minutesOf(slot, present) : said.minutes,
      leads: said.leads ?? '',
      holds: said.holds ?? slot?.holds ?? [],
    },
  ]
}

/** In no arrangement so far, and not to be found under another slot. */
const isNew = ({ key, holds }: Made, arranged: Arrangement, order: Made[]): boolean => {
  if (arranged.some((each) => each.key === key)) return false
  const held = new Set(order.flatMap((each) => each.holds))
  if (key.startsWith('topic-')) return !held.has('topics')
  if (isOrganisation(key) || key === 'organisations')
    return (
      !held.has('organisations') &&
      (order.some((each) => isOrganisation(each.key)) ||
        !arranged.some(({ key: gone, isGone }) => isGone && gone.startsWith('organisation')))
    )
  return holds.length === 0 || holds.some((each) => !held.has(each))
}

/** The minutes of one organisation are those of every other. */
const minutesOf = ({ key, minutes }: Made, arranged: Arrangement): number => {
  const said = arranged.find((each) =>
    isOrganisation(key) ? isOrganisation(each.key) : each.key === key,
  )
  return said?.minutes ?? minutes
}

const isOrganisation = (key: string): boolean => key.startsWith('organisation-')

/** Each thing under the slot that holds it, else under one that fits, else at the end. */
const filled = (slots: Made[], sources: AgendaSources): Slot[] => {
  const under = new Map<string, SlotLine[]>()
  for (const [holding, lines] of linesBy(slots, sources)) {
    const key = homeOf(holding, slots)
    if (lines.length > 0 && key !== null) under.set(key, [...(under.get(key) ?? []), ...lines])
  }
  const all = slots.map((slot) => ({ ...slot, lines: under.get(slot.key) ?? [] }))
  const homeless = under.get(HOMELESS)
  if (!homeless) return all
  return [...all, { ...made(HOMELESS, 'No place on this agenda yet', 0), lines: homeless }]
}

/** The key of the slot that it stands under; nothing where nobody waits for it and no slot has it. */
export const homeOf = (holding: Holding, slots: Pick<Slot, 'key' | 'holds'>[]): string | null => {
  const holder = (wanted: Holding) => slots.find(({ holds }) => holds.includes(wanted))
  const fits = FITS[holding]
  const home = holder(holding) ?? fits?.map(holder).find((each) => each !== undefined)
  if (home || fits === null) return home?.key ?? null
  return slots.some(({ key }) => key === 'other') ? 'other' : HOMELESS
}

const linesBy = (slots: Made[], { organisations, topics, lines }: AgendaSources) => {
  const together = slots.find(({ holds }) => holds.includes('organisations'))
  const each = together ? Math.floor(together.minutes / Math.max(1, organisations.length)) : 0
  const alone = topics.filter(({ id }) => !slots.some(({ key }) => key === `topic-${id}`))
  return [
    ...(Object.entries(lines) as [Holding, SlotLine[]][]),
    [
      'organisations',
      organisations.map(({ id, name }): SlotLine => {
        const note = each > 0 ? `${each} ${each === 1 ? 'minute' : 'minutes'}` : ''
        return { of: 'organisations', id, text: name, note }
      }),
    ],
    [
      'topics',
      alone.map(({ id, text, note }): SlotLine => ({ of: 'topics', id, text, note: note ?? '' })),
    ],
  ] as [Holding, SlotLine[]][]
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
