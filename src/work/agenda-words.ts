import { termsOf } from '../domain/actions/action.ts'
import { wordingOf } from '../domain/concerns/concern.ts'
import { NAMES, type Slot, type SlotLine } from '../domain/round-tables/agenda.ts'
import type { Holding } from '../domain/round-tables/agenda/holdings.ts'
import type { KeptAgenda, KeptSlot } from '../domain/round-tables/agenda/kept.ts'
import type { Reachable } from '../domain/round-tables/agenda/reached.ts'
import { sayGap } from '../domain/round-tables/gaps.ts'
import { asAt, cutoffOf, upTo } from '../domain/round-tables/as-it-stood.ts'
import { planAt, sayTime } from '../domain/round-tables/planning/plan.ts'
import { monthTitleOf, type RoundTable } from '../domain/round-tables/round-table.ts'
import type { Store } from '../store/store.ts'
import { heldGaps } from './papers/held-gaps.ts'

/** The words of what stands on an agenda, by its id; nothing for what may not be read there. */
export interface AgendaWords {
  concern: (id: number) => string | null
  action: (id: number) => string | null
  topic: (id: number) => string | null
  organisation: (id: number) => string | null
  table: (id: number) => string | null
}

/**
 * ... as they were when a table was finished (R5). What is held in private by now has none, whatever
 * it was then (R11).
 */
export const agendaWords = (store: Store, table: RoundTable): AgendaWords => {
  const cutoff = cutoffOf(table)
  const topics = new Map(store.agendas.allTopics().map(({ id, text }) => [id, text]))
  const organisations = new Map(
    store.organisations.listAt(cutoff).map(({ id, name }) => [id, name]),
  )
  return {
    concern: (id) => {
      const [concern] = store.concerns.listUnfiltered([id])
      if (!concern || concern.depth === 'named' || concern.takenOutAt !== null) return null
      return wordingOf({ ...concern, wordings: upTo(concern.wordings, cutoff) }).text
    },
    action: (id) => {
      const [action] = store.actions.listUnfiltered([id])
      if (!action || action.depth === 'named' || action.takenOutAt !== null) return null
      return `${action.number} ${termsOf(asAt(action, cutoff)).text}`
    },
    topic: (id) => topics.get(id) ?? null,
    organisation: (id) => organisations.get(id) ?? null,
    table: (id) => {
      const found = store.roundTables.findById(id)
      return found ? monthTitleOf(found) : null
    },
  }
}

/** The words of something that comes to the next agenda by itself. */
export const wordsOfReachable = (words: AgendaWords, { of, id }: Reachable): string | null =>
  of === 'question' ? words.action(id) : words[of](id)

/** An agenda that was kept, to be read: its slots with the words of that day. */
export const keptSlots = (store: Store, table: RoundTable, kept: KeptAgenda): Slot[] => {
  const words = agendaWords(store, table)
  const gaps = new Map(heldGaps(store).map((each) => [each.id, sayGap(each)]))
  return kept.slots.map((slot) => {
    const name = nameOf(slot, words)
    return {
      ...slot,
      name,
      title: slot.title ?? name,
      lines: slot.lines.flatMap(({ of, id }): SlotLine[] => {
        const gap = of === 'carried' ? gaps.get(id) : undefined
        const text = gap ?? lineWords({ store, words, cutoff: cutoffOf(table) }, of, id)
        return text === null ? [] : [{ of, id, text, note: '' }]
      }),
    }
  })
}

const nameOf = ({ key, title }: KeptSlot, words: AgendaWords): string => {
  const [, of, id] = /^(topic|organisation)-(\d+)$/.exec(key) ?? []
  if (of) return words[of as 'topic' | 'organisation'](Number(id)) ?? 'Taken off'
  return (NAMES as Record<string, string>)[key] ?? title ?? key
}

type At = { store: Store; words: AgendaWords; cutoff: string }

const lineWords = ({ store, words, cutoff }: At, of: Holding, id: number): string | null => {
  switch (of) {
    case 'minutes':
      return words.table(id)
    case 'next':
      return sayTable(store, id, cutoff)
    case 'priorities':
    case 'concerns':
      return words.concern(id)
    case 'topics':
      return words.topic(id)
    case 'organisations':
      return words.organisation(id)
    default:
      return words.action(id)
  }
}

/** When and where the next one is, as it was planned then (R5). */
const sayTable = (store: Store, id: number, at: string): string | null => {
  const next = store.roundTables.findById(id)
  if (!next) return null
  const { place, ...when } = planAt(next, at)
  return [sayTime(when), place].filter(Boolean).join(', ')
}
