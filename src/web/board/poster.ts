import { nextTable } from '../../domain/board.ts'
import { isQuarter } from '../../domain/quarter.ts'
import { squareOf } from '../square.ts'
import { view } from '../views.ts'
import { entriesOf, readQuery } from './board.ts'
import type { BoardDoor } from './door.ts'

/** `/poster`: a noticeboard sheet of a quarter's pairs, in large type, to be printed on A4. */
export const posterRoom = (room: BoardDoor): void => {
  room.page('/poster', (reader) => {
    const { board, today, query, t, to, choices, frame } = reader
    const { quarters } = choices()
    const quarter = query.quarter === 'all' || quarters.length === 0 ? 'all' : isQuarter(String(query.quarter)) ? String(query.quarter) : quarters[0]!
    const { page: _page, quarter: _quarter, ...rest } = readQuery(query)
    const asked = { ...rest, ...(quarter !== 'all' && { quarter }) }
    const address = to.site('/', asked)
    const title = quarter === 'all' ? t.text('poster.all') : t.quarter(quarter)
    return view('board/poster/index', {
      frame: frame(`${t.text('poster.title')}: ${title}`, ''), quarter, quarters, ink: query.ink === 'save', title, entries: entriesOf(reader, { ...asked, page: 1 }), next: nextTable(board, today) ?? null,
      square: squareOf(address), address, shown: to.site('/').replace(/^https?:\/\//, '').replace(/\/$/, ''), today
    })
  })
}
