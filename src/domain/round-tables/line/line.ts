import type { Status } from '../../actions/action.ts'
import type { Rhythm } from '../../actions/pace/review.ts'
import type { DateReading } from '../../dates/reading.ts'
import type { When } from '../../day.ts'
import type { Depth } from '../../depth.ts'
import type { Names } from './mentions.ts'
import type { Presence } from '../round-table.ts'

/** What a typed line may be: the letter it begins with, and what it becomes. */
export const LETTERS = {
  c: 'concern',
  a: 'action',
  q: 'question',
  d: 'decision',
  u: 'update',
  n: 'note',
  p: 'paper',
  h: 'here',
  x: 'next',
} as const
/** ... or `#`, and what the table turns to. */
export type LineKind = (typeof LETTERS)[keyof typeof LETTERS] | 'turn'
export const SAY_LINE: Record<LineKind, string> = {
  concern: 'Concern',
  action: 'Action',
  question: 'Question',
  decision: 'Decision',
  update: 'Update',
  note: 'Note',
  paper: 'Paper',
  here: 'Who is here',
  next: 'The next round table',
  turn: 'Now',
}

/**
 * Who is here, as a line says it: a seat, an organisation as a whole, a guest by role, or some who
 * stand for nobody, as they were counted.
 */
export interface SaidHere {
  organisationId: number | null
  seatId: number | null
  guestRole: string | null
  /** Who came in their place, by role. */
  sentRole: string | null
  presence: Presence
}

/** The next round table, as a line says it: nothing where it was not typed. */
export interface SaidNext {
  heldOn: When
  startsAt: string | null
  place: string | null
  /** It says plainly that the one that is planned is moved. */
  moves: boolean
}

/** One typed line, as it will be read. Nothing is filled in that was not typed (R2). */
export interface Line {
  typed: string
  kind: LineKind
  /** The words, without the marks that were read. */
  text: string
  /** Where it goes: the number of an item, `none`, or under the last one. */
  under: number | 'none' | 'last'
  depth: Depth
  ground: string | null
  priority: boolean
  standing: boolean
  themeId: number | null
  areaId: number | null
  leadId: number | null
  seatId: number | null
  helperIds: number[]
  by: When | null
  /** `every month`, of an action that is said to be standing. */
  every: Rhythm | null
  /** `1.5`: the action that an update is about. */
  number: string | null
  /** The word by which its lead takes it on, as it was typed: `accepted:`. */
  accepts: string | null
  status: Status | null
  waitingFor: string | null
  /** A word of where it stands is there, and it isn't plain: it stays where it stood. */
  statusInDoubt: boolean
  on: When | null
  closed: boolean
  here: SaidHere[]
  next: SaidNext | null
  residents: number | null
  /** Why it could not be read as more than a note. */
  unread: string | null
  /**
   * A concern only because it is held in private: it was typed as something that cannot be. Nothing
   * goes under it by itself.
   */
  unasked: boolean
  /** What was typed and not understood: it stays in the words. */
  remarks: string[]
  /** What may have been meant by it: chosen, it is typed instead. */
  fixes: Fix[]
}

/** A piece of a line, as it stands in it, and what may stand there instead. */
export interface Fix {
  typed: string
  insert: string
  name: string
}

/** What a line is read with: the names that marks may use, and dates as people say them. */
export interface Reading {
  names: Names
  ahead: (typed: string) => DateReading
  behind: (typed: string) => DateReading
}

/** As many lines as one box takes. */
export const MOST_LINES = 200

/** The words as they are kept: one space between them, and none before a stop. */
export const tidy = (line: Line): Line => ({
  ...line,
  text: line.text
    .replace(/\s+/g, ' ')
    .replace(/(?<!\s)\s+([.,;:?!]{1,9})(?=\s|$)/g, '$1')
    .trim(),
})
