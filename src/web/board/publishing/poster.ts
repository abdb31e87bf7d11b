import type { BoardDoor } from '../room.ts'
import { nextTable } from '../../../domain/publishing/related.ts'
import { isQuarter } from '../../../domain/quarter.ts'
import { squareOf } from '../../files/qr-code.ts'
import { view } from '../../views/board.ts'
import { entriesOf, readQuery } from './board.ts'
import { sheetsOf } from './poster/sheets.ts'

/** `/poster`: a noticeboard sheet of a quarter's pairs, in large type, to be printed on A4. */
export const posterRoutes = (room: BoardDoor): void => {
  room.page('/poster', (reader) => {
    const { board, today, query, t, to, choices, frame } = reader
    const { quarters } = choices()
    const quarter =
      query.quarter === 'all' || quarters.length === 0
        ? 'all'
        : isQuarter(String(query.quarter))
          ? String(query.quarter)
          : quarters[0]!
    const { page: _page, quarter: _quarter, ...rest } = readQuery(query)
    const asked = { ...rest, ...(quarter !== 'all' && { quarter }) }
    const address = to.site('/', asked)
    const title = quarter === 'all' ? t.text('poster.all') : t.quarter(quarter)
    const entries = entriesOf(reader, { ...asked, page: 1 })
    return view('board/publishing/poster/index', {
      frame: frame(`${t.text('poster.title')}: ${title}`, ''),
      quarter,
      quarters,
      asked: rest,
      ink: query.ink === 'save',
      title,
      sheets: entries.length ? sheetsOf(reader, entries) : [{ type: 'usual', pieces: [] }],
      next: nextTable(board, today) ?? null,
      square: squareOf(address),
      address,
      shown: to
        .site('/')
        .replace(/^https?:\/\//, '')
        .replace(/\/$/, ''),
      today,
    })
  })
}
