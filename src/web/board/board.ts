import { choices, count, inState, matching, nextTable, PAGE_SIZE, type Board, type BoardQuery } from '../../domain/board.ts'
import { STANDINGS, type Standing } from '../../domain/concern.ts'
import { isQuarter } from '../../domain/quarter.ts'
import { view } from '../views.ts'
import type { BoardDoor } from './door.ts'

/** `/`: what was said beside what was done, with the counts, filters and search. */
export const boardRoom = (room: BoardDoor): void => {
  room.page('/', ({ board, today, query }) => {
    const asked = readQuery(query)
    const found = matching(board, asked)
    const listed = inState(found, asked.state)
    const pages = Math.max(1, Math.ceil(listed.length / PAGE_SIZE))
    const page = Math.min(asked.page, pages)
    return view('board/board/index', {
      frame: { title: 'You said, we did', active: 'board', partnership: board.partnership },
      query: asked, narrowed: isNarrowed(asked), counts: count(found), sections: sectionsOf(listed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)),
      found: listed.length, page, pages, choices: choices(board), next: nextTable(board, today) ?? null, years: [...board.years], empty: board.entries.length === 0, today
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
    page: Number.isInteger(page) && page > 0 ? page : 1
  }
}

const isNarrowed = ({ page: _page, ...rest }: BoardQuery): boolean => Object.keys(rest).length > 0

const sectionsOf = (entries: Board['entries'][number][]) => ({
  answered: entries.filter((entry) => ['done', 'standing', 'could-not'].includes(entry.words.standing)),
  doing: entries.filter((entry) => entry.words.standing === 'under-way'),
  waiting: entries.filter((entry) => entry.words.standing === 'unanswered')
})
