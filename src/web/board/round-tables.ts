import { runOf } from '../../domain/board.ts'
import { monthTitle } from '../../domain/round-table.ts'
import { view } from '../views.ts'
import { missingPage, type BoardDoor } from './door.ts'

/** `/round-tables` and `/round-tables/{slug}`: who came, priorities, what was agreed in public, numbered gaps (R6, R11). */
export const roundTablesRoom = (room: BoardDoor): void => {
  room.page('/round-tables', ({ board, today }) => view('board/round-tables/index', {
    frame: { title: 'Round tables', active: 'round-tables', partnership: board.partnership }, tables: [...board.tables], today
  }))
  room.page('/round-tables/:slug', ({ board, params, today }) => {
    const table = board.tables.find((each) => each.slug === params.slug)
    if (table) {
      return view('board/round-tables/show', {
        frame: { title: monthTitle(table.words.heldOn), active: 'round-tables', partnership: board.partnership }, table, today,
        runs: Object.fromEntries(table.words.organisations.map((each) => [each.code, runOf(board, each.code, table.words.heldOn)]))
      })
    }
    const gone = board.withdrawn.find((each) => each.kind === 'round-table' && each.slug === params.slug)
    return gone
      ? { ...view('board/pages/withdrawn', { frame: { title: 'This was taken down', active: '', partnership: board.partnership }, gone }), status: 410 }
      : missingPage(board)
  })
}
