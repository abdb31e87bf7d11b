import { homeOf, madeFrom, type Slot } from '../agenda.ts'
import type { Block, Section } from '../paper.ts'
import { HOLDINGS, type Holding } from './holdings.ts'
import type { Outcome } from './reached.ts'

/** A slot as minutes have it: what it is called, and what the record puts under it. */
export type HeadingSlot = Pick<Slot, 'key' | 'title' | 'name' | 'holds'>

/** What a table turned to, and what was typed while it was there, by the ids of what it became. */
export interface Stop {
  key: string | null
  title: string
  noteIds: number[]
  concernIds: number[]
  actionIds: number[]
}

/** What minutes need to know of the agenda: its order, what was typed where, what became of it. */
export interface AgendaOfMinutes {
  slots: HeadingSlot[]
  stops: Stop[]
  notReached: string[]
  outcomes: { text: string; outcome: Outcome; reason: string | null }[]
}

/**
 * The usual agenda, for minutes that follow none: those from before agendas were kept, and those
 * that the public may read, where no slot's own words stand (R9).
 */
export const USUAL_AGENDA: AgendaOfMinutes = {
  slots: madeFrom({ organisations: [], topics: [], lines: {} }),
  stops: [],
  notReached: [],
  outcomes: [],
}

/** What was written while the table was at one slot, drawn. */
export interface WrittenAt {
  key: string | null
  title: string
  blocks: Block[]
}

/**
 * The minutes in the order of the agenda: what the record knows stands under the slot that holds it,
 * and what was typed under the slot that was spoken of. Without either it reads as the usual agenda
 * does. What belongs to no slot stands before the date of the next table.
 * @param byRecord the sections that the record fills, by what they are.
 * @param beside what stands in minutes and on no agenda.
 */
export const inAgendaOrder = (
  slots: HeadingSlot[],
  byRecord: Partial<Record<Holding, Section>>,
  written: WrittenAt[],
  beside: Section[],
): Section[] => {
  const stops = withOwnStops(slots, written)
  const sections = stops.map((slot) => sectionOf(slot, partsOf(slot, slots, byRecord), written))
  const homeless = HOLDINGS.filter(
    (each) => !slots.some(({ key }) => key === homeOf(each, slots)),
  ).flatMap((each) => byRecord[each] ?? [])
  const isNextLast = stops.at(-1)?.holds.includes('next') ?? false
  const before = isNextLast ? sections.slice(0, -1) : sections
  const last = isNextLast ? sections.slice(-1) : []
  const [late, early] = [
    homeless.filter((each) => each === byRecord.next),
    homeless.filter((each) => each !== byRecord.next),
  ]
  return [...before, ...early, ...beside, ...last, ...late]
}

/** What a table turned to that is not on its agenda comes after what it turned to before. */
const withOwnStops = (slots: HeadingSlot[], written: WrittenAt[]): HeadingSlot[] => {
  const stops = [...slots]
  let at = -1
  for (const { key, title } of written) {
    const found = stops.findIndex((each) => isAt(each, { key, title }))
    if (found < 0)
      stops.splice(at + 1, 0, { key: key ?? `turn-${stops.length}`, title, name: '', holds: [] })
    at = found < 0 ? at + 1 : found
  }
  return stops
}

const isAt = (slot: HeadingSlot, { key, title }: Pick<WrittenAt, 'key' | 'title'>): boolean =>
  key === null ? slot.title === title : slot.key === key

const partsOf = (
  slot: HeadingSlot,
  slots: HeadingSlot[],
  byRecord: Partial<Record<Holding, Section>>,
): Section[] =>
  HOLDINGS.filter((each) => homeOf(each, slots) === slot.key)
    .flatMap((each) => byRecord[each] ?? [])
    .filter(({ blocks }) => blocks.length > 0)

/** One heading for each slot; where several things stand under it, each has its own below. */
const sectionOf = (slot: HeadingSlot, parts: Section[], written: WrittenAt[]): Section => {
  const blocks = written.filter((each) => isAt(slot, each)).flatMap((each) => each.blocks)
  const [only] = parts
  const isUsual = slot.title === slot.name && parts.length === 1
  return {
    id: parts.length === 1 ? only!.id : `slot-${slot.key}`,
    heading: isUsual ? only!.heading : slot.title,
    blocks: [
      ...(parts.length === 1
        ? only!.blocks
        : parts.flatMap((part): Block[] => [
            { kind: 'heading', text: part.heading },
            ...part.blocks,
          ])),
      ...blocks,
    ],
  }
}
