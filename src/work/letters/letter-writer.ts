import type { Letter } from '../../mail/letter.ts'
import type { LetterRow } from '../../store/letters/letters.ts'
import type { Store } from '../../store/store.ts'

/** What every writer of letters is handed. */
export interface WriterParts {
  store: Store
  /** The only origin that links are made from. */
  publicUrl: string
  /** Who asks people to a meeting: the address that letters come from. */
  from: string
  now: () => Date
  /** Somebody looks at what will go: what is held in private is not theirs to count (R11). */
  isLook?: true
}

/**
 * Writes a letter as things stand when it goes: what was dealt with, held in private or withdrawn
 * since it was asked for is not in it, and where nothing is left to say there is none.
 */
export type LetterWriter = (row: LetterRow) => Letter | undefined
