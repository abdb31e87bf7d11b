import { choices, count, inState, lastTable, longestWaiting, matching, nextTable, PAGE_SIZE, runOf, voices, type Board, type BoardQuery, type Copy } from '../../domain/board.ts'
import { STANDINGS, type Standing } from '../../domain/concern.ts'
import { figures } from '../../domain/figures.ts'
import { isQuarter } from '../../domain/quarter.ts'
import type { EntryWords, TableWords } from '../../domain/told.ts'
import { plotsOf } from '../plots.ts'
import { view } from '../views.ts'
import type { BoardDoor, Reader } from './door.ts'

/** `/`: what was said beside what was done, with the counts, filters and search. */
export const boardRoom = (room: BoardDoor): void => {
  const summaries = keepSummaries()

  room.page('/', ({ board, today, query, t, find, frame }) => {
    const asked = readQuery(query)
    const found = find(asked.q)
    const entries = matching(board, asked, found?.slugs ?? null)
    const { counts, figures } = summaries(entries)
    const listed = inOrder(inState(entries, asked.state), asked.order)
    const pages = Math.max(1, Math.ceil(listed.length / PAGE_SIZE))
    const page = Math.min(asked.page, pages)
    const last = lastTable(board) ?? null
    return view('board/board/index', {
      frame: frame(t.text('board.title'), 'board', { asked: inAddress(asked) }),
      query: asked, asked: inAddress(asked), narrowed: isNarrowed(asked), close: found?.close ?? false, counts, sections: sectionsOf(listed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), asked.order),
      found: listed.length, page, pages, choices: choicesOf(board), next: nextTable(board, today) ?? null, last, runs: last ? runsOf(board, last) : {},
      voices: voices(entries, today), plots: plotsOf(figures), years: [...board.years], empty: board.entries.length === 0, today
    })
  })
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? [...value.trim().toWellFormed()].slice(0, 100).join('') : undefined)

/** Reads the address. What it does not know it leaves out, so that an old link still shows the board. */
export const readQuery = (query: Record<string, unknown>): BoardQuery => {
  const state = text(query.state)
  const quarter = text(query.quarter)
  const page = Number(text(query.page) ?? 1)
  const theme = text(query.theme)
  const by = text(query.by)
  const area = text(query.area)
  const q = text(query.q)
  return {
    ...(theme && { theme }), ...(by && { by }), ...(area && { area }), ...(q && { q }),
    ...(quarter && isQuarter(quarter) && { quarter }), ...(STANDINGS.includes(state as Standing) && { state: state as Standing }),
    ...(query.order === 'waiting' && { order: 'waiting' as const }),
    page: Number.isInteger(page) && page > 0 ? page : 1
  }
}

/** The query as it stands in an address, without its page. */
export const inAddress = ({ page: _page, ...rest }: BoardQuery): Record<string, string> => rest

/** The entries of an address, in its order: the same for the page, the feeds and the files. */
export const entriesOf = ({ board, find }: Pick<Reader, 'board' | 'find'>, asked: BoardQuery): readonly Copy<EntryWords>[] =>
  inOrder(inState(matching(board, asked, find(asked.q)?.slugs ?? null), asked.state), asked.order)

const inOrder = (entries: readonly Copy<EntryWords>[], order: BoardQuery['order']): readonly Copy<EntryWords>[] => (order === 'waiting' ? longestWaiting(entries) : entries)

const isNarrowed = ({ page: _page, ...rest }: BoardQuery): boolean => Object.keys(rest).length > 0

const runsOf = (board: Board, table: Copy<TableWords>) => Object.fromEntries(table.words.organisations.map((each) => [each.code, runOf(board, each.code, table.words.heldOn)]))

const sectionsOf = (entries: readonly Copy<EntryWords>[], order: BoardQuery['order']) => {
  if (order) return [{ key: 'order' as const, entries: [...entries] }]
  const those = (...standings: Standing[]) => entries.filter((entry) => standings.includes(entry.words.standing))
  return [
    { key: 'answered' as const, entries: those('done', 'standing', 'could-not') }, { key: 'doing' as const, entries: those('under-way') }, { key: 'waiting' as const, entries: those('unanswered') }
  ].filter((section) => section.entries.length > 0)
}

/** What the whole board comes to, worked out once for each Board and not for each reader. */
const keepSummaries = () => {
  const kept = new WeakMap<readonly Copy<EntryWords>[], ReturnType<typeof summaryOf>>()
  return (entries: readonly Copy<EntryWords>[]) => {
    const there = kept.get(entries) ?? summaryOf(entries)
    kept.set(entries, there)
    return there
  }
}
const summaryOf = (entries: readonly Copy<EntryWords>[]) => ({ counts: count(entries), figures: figures(entries) })

const offered = new WeakMap<Board, ReturnType<typeof choices>>()
const choicesOf = (board: Board): ReturnType<typeof choices> => {
  const there = offered.get(board) ?? choices(board)
  offered.set(board, there)
  return there
}
