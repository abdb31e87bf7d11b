import type { TranslationWords } from '../kinds/translation.ts'
import type { Publication } from '../publication.ts'
import type { Original } from '../told.ts'

/** A row that came back, and what becomes of it. */
export interface PlannedRow {
  english: string
  text: string
  /** What it says now. */
  now: string
  state: 'new' | 'same' | 'empty' | 'refused'
  /** Why it is refused, or what the one who approves has to look at (R12). */
  reasons: string[]
}

/** A draft that is made of the good rows, for what is told at one address. */
export interface PlannedDraft {
  of: Original
  name: string
  publication: Publication | null
  words: TranslationWords
  missing: number
}

export interface TranslatorsPlan {
  rows: PlannedRow[]
  drafts: PlannedDraft[]
  /** What it was made of: other drafts since make another plan. */
  mark: string
}
