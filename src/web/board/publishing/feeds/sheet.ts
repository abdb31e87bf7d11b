import type { Copy } from '../../../../domain/publishing/board.ts'
import { themesIn, type EntryWords } from '../../../../domain/publishing/kinds/entry.ts'
import { writeSheet } from '../../../files/spreadsheets.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { found, isTold } from './feed.ts'

/** The entries for a spreadsheet: one line each (CSV). */
export const sheet = (reader: Reader): PublicFile => ({
  type: 'text/csv; charset=utf-8',
  name: 'you-said-we-did.csv',
  body: writeSheet(
    reader.board.sample ? [...COLUMNS, 'sample'] : COLUMNS,
    found(reader).map((entry) => [...rowOf(reader, entry), ...madeUpOf(reader, entry)]),
  ),
})

/** In a sample, a last column: which of the days of a line are made up. */
const madeUpOf = ({ t, board }: Reader, { publishedOn, words }: Copy<EntryWords>): string[] => {
  if (!board.sample) return []
  const days = [words.raisedOn, words.on ?? '', publishedOn]
  const madeUp = [...new Set(days.filter((day) => board.sample!.has(day)))]
  return [[t.text('frame.sample'), ...madeUp].join('; ')]
}

const COLUMNS = [
  'id',
  'address',
  'standing',
  'you said',
  'we did',
  'who',
  'theme',
  'area',
  'raised',
  'answered',
  'told',
  'how well it worked',
  'language',
]
const rowOf = ({ t, to }: Reader, { slug, publishedOn, words }: Copy<EntryWords>): string[] => [
  slug,
  to.site('/entries', slug),
  t.text(`standing.${words.standing}`),
  t.plain(words.said),
  t.plain(words.did),
  words.who.map((who) => t.plain(who.name)).join('; '),
  themesIn(words)
    .map((theme) => t.plain(theme.name))
    .join('; '),
  words.area ? t.plain(words.area.name) : '',
  words.raisedOn,
  words.on ?? '',
  publishedOn,
  words.worked ? t.plain(words.worked.words) : '',
  isTold(t, words) ? t.language.code : 'en',
]
