import { lackOf, pieceOf, USUAL } from './usual.ts'
import type { Day } from '../../day.ts'
import type { Change, Counts } from '../told.ts'
import { type Kind } from './kind.ts'

/**
 * What someone said, with the role they agreed to, beside the entry it belongs to, for as long as
 * they agreed (R18).
 */
export interface QuoteWords {
  kind: 'quote'
  change: Change
  counts?: Counts
  sample?: string[]
  words: string
  role: string
  entry: string
  until: Day
}

/** Begun where the consent is written down; nobody changes someone's own words. */
export const quote: Kind<QuoteWords> = {
  ...USUAL,
  kind: 'quote',
  of: 'quoteId',
  name: (words) => (words?.words ? `“${words.words}”` : 'A quote that was withdrawn'),

  begin: () => undefined,
  write: () => undefined,

  pieces: ({ words, role }) => [pieceOf('words', words), pieceOf('role', role)],
  lacks: (words) => lackOf('words', words.words, 'The consent for this was withdrawn'),
  plain: (words) => `“${words.words}”\n${words.role}`,

  forgotten: (words) => ({ ...words, words: '', role: '' }),

  slug: (_words, { quoteId }) => ({ at: `quote-${quoteId}` }),
  isBesideEntry: true,
  isTranslated: true,
  parts: { words: 'quote', preview: 'quote' },
}
