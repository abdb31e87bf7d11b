import type { Action } from '../actions/action.ts'

/**
 * A paper as one value, ready to be drawn on a screen, on paper, as a Word document or as a letter:
 * all four say the same, because there is nothing else to draw from. Every word in it may be read
 * at its depth.
 */
export interface Paper {
  title: string
  /** When and where, for a paper of something that met. */
  when?: string
  state: string
  sections: Section[]
  /** What stands at the end of it, below all that was said. */
  foot?: string[]
}
export interface Section {
  id: string
  heading: string
  blocks: Block[]
}
export type Tone = 'voice' | 'late' | 'quiet' | 'struck'
/** A line of a list. */
export interface Line {
  text: string
  tone?: Tone
}
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'words'; text: string; tone?: Tone }
  | { kind: 'list'; items: Line[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }

/** What ids are called, and the words for statuses. */
export interface Called {
  organisation: (id: number | null) => string
  seat: (id: number | null) => string
  /** Who held a seat on the day of the table; only where a reader may know names (R14). */
  holder?: (seatId: number) => string
  status: (action: Action) => string
  /** For whom someone wrote: their organisation, never a name (R14), nor a role that may change. */
  writer: (personId: number) => string
  /** Whether anyone of an organisation was at the table that these minutes are of (R6). */
  wasHere?: (organisationId: number) => boolean
}

/** A line of words; nothing where there are none. */
export const wordsOf = (text: string | null, tone?: Tone): Block[] =>
  text === null ? [] : [{ kind: 'words', text, ...(tone && { tone }) }]

/** A list; nothing where it has no lines. */
export const listOf = (items: Line[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }]
