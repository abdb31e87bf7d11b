import type { Slot } from '../agenda.ts'
import type { Holding } from './holdings.ts'
import type { Reachable } from './reached.ts'

/**
 * An agenda as it stood when its table was finished. It holds ids and no words of the record: what
 * is held in private later, or blanked, is so here as well (R11, R29).
 */
export interface KeptAgenda {
  slots: KeptSlot[]
  /** What comes to the next agenda by itself. */
  notReached: Reachable[]
}
export interface KeptSlot {
  key: string
  minutes: number
  /** Where it was renamed, or is a slot of one's own. */
  title: string | null
  leads: string
  holds: Holding[]
  lines: { of: Holding; id: number }[]
}

export const keepAgenda = (slots: Slot[], notReached: Reachable[]): KeptAgenda => ({
  slots: slots.map(({ key, minutes, title, name, leads, holds, lines }) => ({
    key,
    minutes,
    title: title === name ? null : title,
    leads,
    holds,
    lines: lines.flatMap(({ of, id }) => (id === null ? [] : [{ of, id }])),
  })),
  notReached: notReached.map(({ of, id }) => ({ of, id })),
})
