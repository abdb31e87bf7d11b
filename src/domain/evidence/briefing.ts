import type { Standing } from '../concerns/standing.ts'
import type { Strength } from '../publishing/told.ts'
import type { When } from '../day.ts'
import { holdsPeriod, isBefore, type Period } from './period.ts'

/**
 * What residents said and what became of it: in public words, or in the table's own where they are
 * not told yet.
 */
export interface Answered {
  said: string
  did: string
  who: string
  on: When | null
  raisedOn: When
  origin: string
  standing: Standing
  worked: { strength: Strength; words: string } | null
  /**
   * What could not be done of something that counts as done (R1); and whether the round table has
   * yet to close it (R3).
   */
  couldNot: string[]
  notYetClosed: boolean
  /** Days since what is open of it was last heard of (R8); nothing where nothing is open. */
  silent: number | null
}
/**
 * A round table that met: each expected organisation with how it was there, and how many residents
 * came.
 */
export interface Met {
  title: string
  heldOn: When
  came: { code: string; name: string; presence: string; isHere: boolean }[]
  residents: number | null
}
/** `came` is what may be told; null where it is too few or was not counted (R17). */
export interface Held {
  name: string
  kind: string
  heldOn: When
  place: string
  who: string[]
  came: number | null
  told: string
}
export interface Run {
  name: string
  aim: string
  startsOn: When | null
  who: string[]
  pairings: (number | null)[]
  sessions: number
  wants: { words: string; strength: Strength | null; known: string }[]
  learned: { theme: string; words: string }[]
  chances: { words: string; became: string }[]
}
export interface Given {
  title: string
  answers: string
  copies: number
}

export interface Briefing {
  period: Period
  partnership: string
  madeOn: When
  isPublic: boolean
  answered: Answered[]
  tables: Met[]
  held: Held[]
  runs: Run[]
  given: Given[]
  /**
   * Concerns of this time that nobody outside has been told of yet. How many there are is not
   * public, so a public sheet has none (R9).
   */
  untold: number
  /** R11: for a closed year alone, and as it is told in public. */
  privately: { ground: string; count: number }[] | null
}

/** Whether a day or a month lies in the time that a sheet is of. */
export const isIn = ({ period }: Briefing, when: When | null): boolean =>
  when !== null && holdsPeriod(period, when)

/**
 * R20: what was neither raised nor answered in this time, and did not wait by its end, can stand
 * nowhere on its sheet. Where it is not known yet when it was answered, every day that may be it.
 */
export const mayStand = (
  period: Period,
  { raisedOn, standing }: Pick<Answered, 'raisedOn' | 'standing'>,
  answered: (When | null)[],
): boolean =>
  ((standing === 'unanswered' || standing === 'under-way') && isBefore(period, raisedOn)) ||
  [raisedOn, ...answered].some((when) => when !== null && holdsPeriod(period, when))

export const raisedIn = (all: Briefing): Answered[] =>
  all.answered.filter((each) => isIn(all, each.raisedOn))

/**
 * What was answered in this time, and what was raised in it whenever it was answered: else its
 * answer would stand on no sheet that asks for it.
 */
export const answeredIn = (all: Briefing, standings: Standing[]): Answered[] =>
  all.answered.filter(
    (each) => standings.includes(each.standing) && (isIn(all, each.on) || isIn(all, each.raisedOn)),
  )
