import { isDeepStrictEqual } from 'node:util'
import { WORDS_ERASED } from '../../domain/people/erased-words.ts'
import { kindOf, type Words } from '../../domain/publishing/kinds/kinds.ts'

export type Row = Record<string, unknown> & { id: number }

/** A table whose rows stand in the chain: every column of it is one of its facts or its words. */
export interface Covered {
  table: string
  /** What never changes. */
  facts: readonly string[]
  /** What has a salt of its own, because it may go while the facts stay. */
  words: readonly string[]
  /**
   * How words may come to be others: an address is set where there was none, words are forgotten.
   * Without it they stay.
   */
  becomes?: 'set' | 'forgotten'
  /**
   * What forgotten words look like: a change to anything else is no forgetting, but for a name that was
   * taken out of them.
   */
  isForgotten?: (row: Row) => boolean
  /** Whole rows may go. */
  mayGo?: true
  /** Verbs of the journal that say who had the words or the row go. */
  goesBy?: readonly string[]
  /** A row of it is something that residents are told: the public seal is the head that follows. */
  isTold?: true
}

/**
 * Who did what, and all that decides what was told in public and who said yes to it, in the order
 * that a record of before comes into the chain.
 */
export const COVERED: readonly Covered[] = [
  { table: 'journal', facts: ['at', 'person_id', 'verb', 'noun', 'noun_id'], words: [] },
  {
    table: 'publications',
    facts: [
      'kind',
      'concern_id',
      'round_table_id',
      'quote_id',
      'shown_photo_id',
      'event_id',
      'leaflet_id',
      'programme_id',
      'year',
      'created_at',
    ],
    words: ['slug'],
    becomes: 'set',
  },
  {
    table: 'drafts',
    facts: ['publication_id', 'covers_ids', 'writer_id', 'at'],
    words: ['words'],
    becomes: 'forgotten',
    isForgotten: ({ words }) => isForgottenDraft(JSON.parse(String(words)) as Words),
    goesBy: ['forgot the words of'],
  },
  {
    table: 'overrulings',
    facts: ['publication_id', 'key', 'person_id', 'at'],
    words: ['found', 'reason'],
    becomes: 'forgotten',
    isForgotten: ({ found, reason }) => found === '' && reason === '',
    goesBy: ['forgot the words of'],
  },
  {
    table: 'comments',
    facts: ['draft_id', 'organisation_id', 'person_id', 'at'],
    words: ['text'],
    becomes: 'forgotten',
  },
  { table: 'approvals', facts: ['draft_id', 'alone', 'person_id', 'at'], words: [] },
  {
    table: 'copies',
    facts: ['kind', 'slug', 'version', 'published_on', 'published_at', 'standing', 'change_kind'],
    words: ['words', 'change_words'],
    becomes: 'forgotten',
    isForgotten: ({ words, change_words: change }) => words === '{}' && change === '',
    goesBy: ['withdrew', 'published'],
  },
  {
    table: 'copy_files',
    facts: ['kind', 'slug', 'hash'],
    words: ['bytes', 'text'],
    mayGo: true,
    goesBy: ['withdrew', 'published', 'took a file off'],
  },
  {
    table: 'releases',
    facts: ['draft_id', 'copy_id', 'person_id', 'at'],
    words: [],
    isTold: true,
  },
  { table: 'withdrawals', facts: ['kind', 'slug', 'on'], words: ['ground'], isTold: true },
]

/** Some of its words were taken out for whoever has a right to that (R29). */
export const isErasedIn = (row: Row, { words }: Covered): boolean =>
  words.some((name) => String(row[name]).includes(WORDS_ERASED))

const isForgottenDraft = (words: Words): boolean => {
  const { forgotten } = kindOf(words)
  return forgotten !== undefined && isDeepStrictEqual(forgotten(words), words)
}
