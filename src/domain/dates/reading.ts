import type { Day, When } from '../day.ts'

/**
 * What words were read as: a day or a month; a doubt, with what it may be; something that looks
 * like a date and is none that we can read; or no date at all. The sentences say what to write, and
 * have no full stop.
 */
export type DateReading =
  | { when: When }
  | { ask: string; choices: When[] }
  | { unread: string }
  | { none: true }

/**
 * What a date is read against. It leans ahead for what is due, behind for what has been; a log of
 * the past, brought in, may mean either.
 */
export interface Reckoning {
  today: Day
  lean: Lean
  /** The day or month of the next round table, for “next meeting”. */
  nextTable?: When | null
  /** It comes from a cell of a spreadsheet, where 44652 is a day. */
  isCell?: boolean
}
export type Lean = 'ahead' | 'behind' | 'either'

export const NO_DATE: DateReading = { none: true }

export const EXAMPLE = 'Write a day like 28/4 or 28 Apr, or a month like April 2022'

/** A date as it was read, for who only asks whether there is one. */
export const whenIn = (reading: DateReading): When | undefined =>
  'when' in reading ? reading.when : undefined

/** Why there is no date in what looks like one: the question, or what to write instead. */
export const doubtIn = (reading: DateReading): string | undefined =>
  'ask' in reading ? reading.ask : 'unread' in reading ? reading.unread : undefined
