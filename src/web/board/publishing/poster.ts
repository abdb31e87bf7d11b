import type { BoardDoor } from '../room.ts'
import { nextTable } from '../../../domain/publishing/related.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import { type Copy } from '../../../domain/publishing/board.ts'
import { isQuarter } from '../../../domain/quarter.ts'
import { squareOf } from '../../files/qr-code.ts'
import { view } from '../../views/board.ts'
import { entriesOf, readQuery } from './board.ts'

/**
 * So few letters in all that they fill one sheet in the largest type; and so many in one pair that
 * only small type keeps it on a page.
 */
const MOST_LARGE = 3
const LETTERS_LARGE = 200
const LETTERS_SMALL = 600
const lengthOf = ({ words }: Copy<EntryWords>): number =>
  Math.max(words.said.length, words.did.length)

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
      entries,
      large:
        entries.length <= MOST_LARGE &&
        entries.reduce((sum, each) => sum + lengthOf(each), 0) <= LETTERS_LARGE,
      small: entries.filter((each) => lengthOf(each) > LETTERS_SMALL).map((each) => each.slug),
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
