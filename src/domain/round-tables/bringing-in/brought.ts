import type { Status } from '../../actions/action.ts'

/** What a brought row may become. */
export const BROUGHT_KINDS = ['action', 'standing', 'question', 'concern', 'skip'] as const
export type BroughtKind = (typeof BROUGHT_KINDS)[number]
export const SAY_BROUGHT: Record<BroughtKind, string> = {
  action: 'Action',
  standing: 'Action that keeps going',
  question: 'Question',
  concern: 'Concern',
  skip: 'Leave it out',
}

/**
 * One row of what was pasted, as it is understood: words as they came, and nothing filled in (R2).
 */
export interface BroughtRow {
  kind: BroughtKind
  text: string
  /** What residents said, where the row has both: this is what was done about it. */
  concern: string
  who: string
  seat: string
  helpers: string
  by: string
  status: Status | ''
  said: string
  /** The day it was done or last heard of. */
  on: string
  closed: boolean
  /** Cells as they were typed, where they are read as something else or are not written down. */
  typed: { number: string; status: string; aside: string }
  remarks: string[]
  /** What is in doubt about where it stands. */
  question: string | null
}

/** A row of which nothing is known but its words. */
export const wordsAlone = (text: string, remarks: string[] = []): BroughtRow => ({
  kind: kindOf(text),
  text,
  concern: '',
  who: '',
  seat: '',
  helpers: '',
  by: '',
  status: '',
  said: '',
  on: '',
  closed: false,
  typed: { number: '', status: '', aside: '' },
  remarks,
  question: null,
})

/** What ends in a question mark is a question. */
export const kindOf = (text: string): BroughtKind => (text.endsWith('?') ? 'question' : 'action')

/** As many rows as are brought in at once. */
export const MOST_ROWS = 200

/** The same words, however they are typed: the same paste twice makes nothing twice. */
export const sameWords = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
