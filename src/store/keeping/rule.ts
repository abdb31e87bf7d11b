import type { Step } from '../erasing/step.ts'

/** How long something is kept, and what comes after: in the words of the page and of the documents. */
export interface Rule {
  what: string
  /** Tables, and single columns as `table.column`, which then go by this rule and not by their table's. */
  of: readonly string[]
  kept: string
  after: string
  /** What goes by itself, so many days after the time that its condition names. */
  sweep?: { days: number; steps: readonly Omit<Step, 'what'>[]; isQuiet?: true }
}

/** The names of several tables, with blanks between them. */
export const tables = (names: string): string[] => names.trim().split(/\s+/)

export const FOR_GOOD = 'As long as the partnership keeps its record'
export const STAYS = 'It stays. A name in it is erased for whoever has a right to that'
export const GO = 'Deleted by itself'
