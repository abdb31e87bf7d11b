import type { Board, Copy } from '../../../../src/domain/publishing/board.ts'
import { keepSearch } from '../../../../src/web/board/publishing/search.ts'
import type { EntryWords } from '../../../../src/domain/publishing/kinds/entry.ts'
import { FIRST } from '../../../../src/domain/publishing/told.ts'
import type { TranslationWords } from '../../../../src/domain/publishing/kinds/translation.ts'

export const copy = <W extends EntryWords | TranslationWords>(slug: string, words: W): Copy<W> => ({
  slug,
  version: 1,
  publishedOn: '2022-01-01',
  publishedAt: '2022-01-01T10:41:00.000Z',
  change: FIRST,
  earlier: [],
  words,
})
export const entry = (
  slug: string,
  said: string,
  over: Partial<EntryWords> = {},
): Copy<EntryWords> =>
  copy(slug, {
    kind: 'entry',
    change: FIRST,
    said,
    did: '',
    standing: 'unanswered',
    on: null,
    raisedOn: '2021-07',
    origin: 'A stall',
    theme: null,
    area: null,
    who: [],
    worked: null,
    notYetClosed: false,
    actions: [],
    trail: [],
    ...over,
  })
export const numbers = (slugs: Iterable<string>): number[] =>
  [...slugs].map((slug) => Number(slug.split('-').at(-1))).toSorted((a, b) => a - b)
export const finder = (board: Board) => {
  const find = keepSearch()
  return (q: string) => {
    const { pages: _pages, ...found } = find(board, q)!
    return { ...found, numbers: numbers(found.slugs) }
  }
}
