import type { Copy } from '../../../../src/domain/publishing/board.ts'
import { entryWords } from '../../../support/publications.ts'
import type { EntryWords } from '../../../../src/domain/publishing/kinds/entry.ts'

export const copy = (over: Partial<EntryWords> = {}, i = 1): Copy<EntryWords> => ({
  slug: `2021-q3-${i}`,
  version: 1,
  publishedOn: '2022-01-01',
  publishedAt: '2022-01-01T10:41:00.000Z',
  change: { kind: 'first', words: '' },
  earlier: [],
  words: entryWords(over),
})
export const copies = (words: Partial<EntryWords>[]): Copy<EntryWords>[] =>
  words.map((each, i) => copy(each, i + 1))
