import type { Reader } from '../reader.ts'
import type { BoardDoor } from '../room.ts'
import { STANDINGS, type Standing } from '../../../domain/concerns/standing.ts'
import { lastTable, nextTable, runOf } from '../../../domain/publishing/related.ts'
import {
  isDistrict,
  withoutPostcodes,
} from '../../../domain/publishing/searching/asked-postcode.ts'
import { PAGE_SIZE, type BoardQuery } from '../../../domain/publishing/board-query.ts'
import type { TableWords } from '../../../domain/publishing/kinds/round-table.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import { type Board, type Copy } from '../../../domain/publishing/board.ts'
import { isQuarter } from '../../../domain/quarter.ts'
import { view } from '../../views/board.ts'
import { shownOf, titleOf } from './shown.ts'

/** `/`: what was said beside what was done, with the counts, filters and search. */
export const boardPageRoutes = (room: BoardDoor): void => {
  room.page('/', (reader) => {
    const { board, today, query, t, to, list, choices, frame } = reader
    const asked = readQuery(query)
    const { rest, had } = withoutPostcodes(asked.q ?? '')
    if (had) return { to: to.found({ ...inAddress(asked), q: rest, postcode: 'no' }) }
    const { counts, plots, voices, close, pages: others, entries } = list(asked)
    const listed = entries(asked.state, asked.order)
    const pages = Math.max(1, Math.ceil(listed.length / PAGE_SIZE))
    const page = Math.min(asked.page, pages)
    const last = lastTable(board) ?? null
    const shown = shownOf(asked, reader)
    const title = isNarrowed(asked) ? titleOf(shown, listed.length, reader) : t.text('board.title')
    return view('board/publishing/board/index', {
      frame: frame(title, 'board', { asked: inAddress(asked) }),
      query: asked,
      asked: inAddress(asked),
      narrowed: isNarrowed(asked),
      shown,
      close,
      others,
      isPostcode: query.postcode !== undefined || (counts.heard === 0 && isDistrict(asked.q ?? '')),
      counts,
      sections: sectionsOf(listed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), asked.order),
      found: listed.length,
      page,
      pages,
      choices: choices(),
      next: nextTable(board, today) ?? null,
      last,
      runs: last ? runsOf(board, last) : {},
      voices,
      plots,
      years: [...board.years],
      empty: board.entries.length === 0,
      today,
    })
  })
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? [...value.trim().toWellFormed()].slice(0, 100).join('')
    : undefined

/**
 * Reads the address. What it does not know it leaves out, so that an old link still shows the
 * board.
 */
export const readQuery = (query: Record<string, unknown>): BoardQuery => {
  const state = text(query.state)
  const quarter = text(query.quarter)
  const page = Number(text(query.page) ?? 1)
  const theme = text(query.theme)
  const by = text(query.by)
  const area = text(query.area)
  const q = text(query.q)
  return {
    ...(theme && { theme }),
    ...(by && { by }),
    ...(area && { area }),
    ...(q && { q }),
    ...(quarter && isQuarter(quarter) && { quarter }),
    ...(STANDINGS.includes(state as Standing) && { state: state as Standing }),
    ...(query.order === 'waiting' && { order: 'waiting' as const }),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The query as it stands in an address, without its page. */
export const inAddress = ({ page: _page, ...rest }: BoardQuery): Record<string, string> => rest

/** The entries of an address, in its order: the same for the page, the feeds and the files. */
export const entriesOf = (
  { list }: Pick<Reader, 'list'>,
  asked: BoardQuery,
): readonly Copy<EntryWords>[] => list(asked).entries(asked.state, asked.order)

const isNarrowed = ({ page: _page, ...rest }: BoardQuery): boolean => Object.keys(rest).length > 0

const runsOf = (board: Board, table: Copy<TableWords>) =>
  Object.fromEntries(
    table.words.organisations.map((each) => [
      each.code,
      runOf(board, each.code, table.words.heldOn),
    ]),
  )

const sectionsOf = (entries: readonly Copy<EntryWords>[], order: BoardQuery['order']) => {
  if (order) return entries.length > 0 ? [{ key: 'order' as const, entries: [...entries] }] : []
  const those = (...standings: Standing[]) =>
    entries.filter((entry) => standings.includes(entry.words.standing))
  return [
    { key: 'answered' as const, entries: those('done', 'standing', 'could-not') },
    { key: 'doing' as const, entries: those('under-way') },
    { key: 'waiting' as const, entries: those('unanswered') },
  ].filter((section) => section.entries.length > 0)
}
