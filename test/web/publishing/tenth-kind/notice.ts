import { lackOf, pieceOf, USUAL } from '../../../../src/domain/publishing/kinds/usual.ts'
import type { When } from '../../../../src/domain/day.ts'
import { type Field, type Kind } from '../../../../src/domain/publishing/kinds/kind.ts'
import { FIRST, type Change } from '../../../../src/domain/publishing/told.ts'

/** A notice of a street that is closed: the one file that a tenth kind takes. */
export interface NoticeWords {
  kind: 'notice'
  change: Change
  street: string
  why: string
  from: When | null
}

const FIELDS: Field[] = [
  { name: 'street', label: 'Which street', most: 100 },
  { name: 'why', label: 'Why it is closed', rows: 2, most: 300 },
  { name: 'from', label: 'From', hint: 'A day or a month.', most: 60, as: 'when' },
]

export const notice: Kind<NoticeWords> = {
  ...USUAL,
  kind: 'notice',
  of: null,
  name: (words) => words?.street || 'A notice',

  begin: () => ({
    words: { kind: 'notice', change: FIRST, street: '', why: '', from: null },
    coversIds: [],
  }),
  fields: () => FIELDS,
  typed: ({ street, why, from }) => ({ street, why, from: from ?? '' }),
  write: (_subject, _source, typed) => ({
    accepted: true,
    value: {
      words: {
        kind: 'notice',
        change: FIRST,
        street: typed('street'),
        why: typed('why'),
        from: typed('from') || null,
      },
      coversIds: [],
    },
  }),

  pieces: (words) => [pieceOf('street', words.street), pieceOf('why', words.why)],
  lacks: (words) => [
    ...lackOf('street', words.street, 'Say which street'),
    ...lackOf('why', words.why, 'Say why it is closed'),
  ],

  slug: (words, _subject, on) => ({ in: words.from ?? on }),
  page: {
    path: 'notices',
    folder: 'publishing/notices',
    as: 'notice',
    heading: 'happened.title',
    title: (words) => words.street,
    description: (words) => words.why,
  },
  isToldAnew: true,
  isTranslated: true,
}
