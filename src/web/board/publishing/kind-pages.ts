import { missingPage, withdrawnPage } from '../gone.ts'
import type { Reader } from '../reader.ts'
import type { BoardDoor, PublicPage } from '../room.ts'
import { pagesOf } from '../../../domain/publishing/board.ts'
import { KINDS } from '../../../domain/publishing/kinds/kinds.ts'
import type { Page } from '../../../domain/publishing/kinds/kind.ts'
import type { Told } from '../../../domain/publishing/told.ts'
import { entriesIn } from '../../../domain/publishing/related.ts'

/**
 * The list and the page of every kind of thing told in public that has an address and no routes of
 * its own, such as `/events` and `/events/{slug}`: drawn by the templates in its folder.
 */
export const kindPagesRoutes = (room: BoardDoor): void => {
  for (const { kind, page } of Object.values(KINDS))
    if (page && !page.isSpecial) {
      room.page(`/${page.path}`, (reader) => listPage(reader, kind, page))
      room.page(`/${page.path}/:slug`, (reader) => showPage(reader, kind, page))
    }
}

const listPage = ({ board, t, frame }: Reader, kind: string, page: Page<Told>): PublicPage => ({
  name: `board/${page.folder}/index`,
  data: {
    frame: frame(t.text(page.heading), page.path),
    [page.path]: [...pagesOf(board, kind)],
  },
})

/** A withdrawn one answers 410 with its date and ground (R15). */
const showPage = (reader: Reader, kind: string, page: Page<Told>): PublicPage => {
  const { board, params, t, frame } = reader
  const copy = pagesOf(board, kind).find((each) => each.slug === params.slug)
  if (!copy) return withdrawnPage(reader, kind) ?? missingPage(reader)
  const { words } = copy
  return {
    name: `board/${page.folder}/show`,
    data: {
      frame: frame(t.plain(page.title(words)), page.path, {
        description: t.plain(page.description(words)),
      }),
      [page.as]: copy,
      entries: entriesIn(board, words),
    },
  }
}
