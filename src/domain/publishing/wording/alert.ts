import type { When } from '../../day.ts'

/** What a check found in public words: a stretch of text, where, and what to do. */
export interface Alert {
  key: CheckKey
  field: string
  found: string
  reason: string
}

export type CheckKey =
  | 'names'
  | 'contacts'
  | 'described'
  | 'initials'
  | 'people'
  | 'date'
  | 'plain'
  | 'guarded'
  | 'named'
  | 'complete'
  | 'current'

/**
 * Guarded words, named sources and missing pieces stop publishing; the rest can be overruled with a
 * reason (R12).
 */
export const NEVER_OVERRULED: CheckKey[] = ['guarded', 'named', 'complete', 'current']

/** What the checks know of this partnership. */
export interface Knowledge {
  /** Names of people who sign in, never to be told (R14). */
  names: string[]
  /** Words that are known and public: organisations, areas, themes, streets and places. */
  known: string[]
  /** Guarded words: a club, a school, a family's nickname. */
  guarded: string[]
  /** Texts held in private, which no public words may repeat. */
  private: string[]
}

/**
 * Words and the field they were typed in. A name of our own is checked only for what must never be
 * told; a contact that everyone may have for that and for names of people (R14). A translation comes with the English it was made from: what is
 * checked there is what can be told apart in any language. A file is someone's own words as they
 * were printed: beside what must never be told, only names of people who sign in are looked for.
 */
export interface Passage {
  field: string
  text: string
  contact?: boolean
  ownName?: boolean
  english?: string
  file?: boolean
  /** What nobody is shown, and whoever looks inside a file would find. */
  beneath?: boolean
  when?: When[]
}

/** An alert about a stretch of a passage. */
export const found = (key: CheckKey, part: Passage, text: string, reason: string): Alert => ({
  key,
  field: part.field,
  found: text,
  reason,
})
