import { alikeForThemes } from '../searching/alike.ts'
import { lackOf, pieceOf, USUAL } from './usual.ts'
import { FIRST, type Change, type Counts } from '../told.ts'
import { type Field, type Kind, type Piece } from './kind.ts'

/**
 * What the partnership says of itself in public (R19): its own names and words, and how to reach
 * it.
 */
export interface PartnershipWords {
  kind: 'partnership'
  change: Change
  counts?: Counts
  sample?: string[]
  name: string
  lede: string
  organisations: string
  communities: string
  phone: string
  email: string
  address: string
  hours: string
  about: string
  complain: string
  /** Words that mean the same, for who searches: one group to a line. */
  alike?: string | undefined
}

type Name = Exclude<keyof PartnershipWords, 'kind' | 'change' | 'counts' | 'sample'>

const FIELDS: (Field & { name: Name; contact?: true; ownName?: true; read: boolean })[] = [
  {
    name: 'name',
    label: 'Name that residents know',
    most: 100,
    needed: 'Write the name that residents know',
    ownName: true,
    read: true,
  },
  { name: 'lede', label: 'One sentence for the top of the board', rows: 2, most: 400, read: true },
  {
    name: 'organisations',
    label: 'Who takes part',
    hint: 'With full names, like “Westminster City Council”.',
    rows: 2,
    most: 400,
    read: true,
  },
  {
    name: 'communities',
    label: 'Your own words for your communities',
    rows: 2,
    most: 400,
    read: true,
  },
  { name: 'phone', label: 'Phone', most: 40, contact: true, read: false },
  { name: 'email', label: 'Email', most: 200, contact: true, read: false },
  { name: 'address', label: 'Where to find you', most: 300, contact: true, read: true },
  { name: 'hours', label: 'When', most: 200, contact: true, read: true },
  { name: 'about', label: 'About', rows: 4, most: 2000, read: true },
  {
    name: 'complain',
    label: 'How to complain about the police or the council',
    rows: 3,
    most: 600,
    read: true,
  },
  {
    name: 'alike',
    label: 'Words that mean the same, for the search',
    hint:
      'One group to a line, like “mothers, mums, mum”. Who types one finds the others. ' +
      'Left empty, a usual list is taken.',
    rows: 8,
    most: 3000,
    // Nobody reads it: only what must never be told is looked for.
    ownName: true,
    read: false,
  },
]

export const partnership: Kind<PartnershipWords> = {
  ...USUAL,
  kind: 'partnership',
  of: null,
  name: () => 'Who we are, in public',

  begin: () => ({ words: wordsFor(() => ''), coversIds: [] }),
  fields: () => FIELDS,
  typed: (words) => Object.fromEntries(FIELDS.map(({ name }) => [name, words[name] ?? ''])),
  suggest: ({ alike }, _subject, source): Record<string, string> =>
    alike ? {} : { alike: alikeForThemes(source.themes()) },
  write: (_subject, _source, typed) => ({
    accepted: true,
    value: { words: wordsFor(typed), coversIds: [] },
  }),

  pieces: (words) =>
    FIELDS.map(({ name, contact, ownName, read }): Piece => ({
      ...pieceOf(name, words[name]),
      read,
      ...(contact && { contact }),
      ...(ownName && { ownName }),
    })),
  lacks: (words) => lackOf('name', words.name, 'Write the name that residents know'),

  slug: () => ({ at: 'partnership' }),
  isTranslated: true,
  carriesNames: true,
  isWithdrawn: false,
  parts: { words: 'fields', preview: 'partnership' },
}

const wordsFor = (typed: (field: string) => string): PartnershipWords => ({
  kind: 'partnership',
  change: FIRST,
  ...(Object.fromEntries(FIELDS.map(({ name }) => [name, typed(name)])) as Record<Name, string>),
})
