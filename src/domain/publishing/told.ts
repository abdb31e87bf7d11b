import type { When } from '../day.ts'

/** A name and its code in addresses. */
export interface Label {
  code: string
  name: string
}

/** How well it worked, and on what evidence (R12). */
export type Strength = 'counted' | 'told' | 'view' | 'early'
export const STRENGTHS = ['counted', 'told', 'view', 'early'] as const
export const SAY_STRENGTH: Record<Strength, string> = {
  counted: 'Counted',
  told: 'Told to us',
  view: 'Our view',
  early: 'Too early to say',
}
export interface Worked {
  strength: Strength
  words: string
}

/** Why there is a new copy: part of the words that are approved, since readers see it. */
export interface Change {
  kind: 'first' | 'news' | 'correction' | 'privacy'
  words: string
}
export const CHANGES = ['news', 'correction', 'privacy'] as const
export const FIRST: Change = { kind: 'first', words: '' }

/**
 * Numbers about people that stand in the words as placeholders, as they may be told; null is
 * withheld, and one that is not here is not known (R17).
 */
export type Counts = Record<string, number | null>

/** The least that the words of anything told have: what they are of, and why this copy is there. */
export interface Told {
  kind: string
  change: Change
  counts?: Counts
  /**
   * In a sample partnership alone: the texts, lines and days in these words that are made up, and
   * stand beside a mark wherever they are told. The store writes it; nobody types it.
   */
  sample?: string[]
}

/** How a list says that a fact is made up which is no text and no day, by the name of its field. */
export const factNamed = (field: string): string => `fact:${field}`

/** The texts, lines, days and facts in some words that are on a list of what is made up. */
export const madeUpIn = (words: object, list: ReadonlySet<string>): string[] => {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === 'string')
      for (const each of [value, ...value.split('\n')]) {
        if (list.has(each)) found.add(each)
      }
    else if (value !== null && typeof value === 'object')
      for (const [field, each] of Object.entries(value)) {
        if (each && list.has(factNamed(field))) found.add(factNamed(field))
        look(each)
      }
  }
  look(words)
  return [...found]
}

/** What a letter or a paper of a sample partnership says of itself. */
export const SAMPLE_WORDS =
  'This comes from a sample partnership. Most dates, links and statuses in it are made up.'

/** A step of how it happened. */
export interface Step {
  on: When
  words: string
}

/** Where what is told is: a kind and its address. */
export interface Original {
  kind: string
  slug: string
}

/** Something told, in another language. */
export interface Translated {
  language: string
  of: Original
  /**
   * True where a person who reads the language has checked it; else it is a machine's draft, and
   * readers are told.
   */
  checked: boolean
  pieces: TranslatedPiece[]
}

/** A piece of what is told, in English as it was translated and in the other language. */
export interface TranslatedPiece {
  english: string
  text: string
}
