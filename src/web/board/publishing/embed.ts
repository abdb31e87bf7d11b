import { entryAt, type Copy } from '../../../domain/publishing/board.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import { view } from '../../views/board.ts'
import type { Reader } from '../reader.ts'
import type { BoardDoor, PublicPage } from '../room.ts'
import { entriesOf, readQuery } from './board.ts'

/** As many pairs as there are in a frame, where nothing else is asked. */
const USUAL = 3
const MOST = 10

/**
 * `/embed`: the pairs told last, or one (`?entry=2021-q3-4`), for any site to frame. It takes the
 * filters of the board, keeps no cookie and runs no script (R24).
 */
export const embedRoutes = (room: BoardDoor): void => {
  room.page('/embed', (reader) => embedPage(reader))
}

const embedPage = (reader: Reader): PublicPage => {
  const { board, query, t, frame } = reader
  const slug = typeof query.entry === 'string' ? query.entry : ''
  const one = entryAt(board, slug)
  const isGone = board.withdrawn.some((each) => each.kind === 'entry' && each.slug === slug)
  const missing = !slug || one ? null : isGone ? 'gone' : 'missing'
  return {
    ...view('board/publishing/embed/index', {
      frame: { ...frame(t.text('board.title'), ''), found: false },
      entries: slug ? (one ? [one] : []) : latest(reader),
      missing,
    }),
    isFramed: true,
    status: missing === null ? 200 : missing === 'gone' ? 410 : 404,
  }
}

const latest = (reader: Reader): Copy<EntryWords>[] => {
  const many = Number(reader.query.n ?? USUAL)
  const most = Number.isInteger(many) && many > 0 ? Math.min(many, MOST) : USUAL
  const asked = readQuery(reader.query)
  const entries = entriesOf(reader, asked)
  const inOrder = asked.order
    ? [...entries]
    : entries.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))
  return inOrder.slice(0, most)
}
