import { missingPage, withdrawnPage } from '../gone.ts'
import type { Reader } from '../reader.ts'
import type { BoardDoor, PublicPage } from '../room.ts'
import { currentLeaflets, entriesIn, successor } from '../../../domain/publishing/related.ts'
import { view } from '../../views/board.ts'

/**
 * `/leaflets`, `/leaflets/{slug}` and the file in each language: what is current to read and take
 * along.
 */
export const leafletsRoutes = (room: BoardDoor): void => {
  room.page('/leaflets', ({ board, t, frame }) =>
    view('board/evidence/leaflets/index', {
      frame: frame(t.text('leaflets.title'), 'leaflets'),
      leaflets: currentLeaflets(board),
    }),
  )
  room.page('/leaflets/:slug', page)
  room.download('/leaflets/:slug/:file', (reader, fileOf) => {
    const leaflet = reader.board.leaflets.find((each) => each.slug === reader.params.slug)
    const file = leaflet?.words.files.find((each) => `${each.language}.pdf` === reader.params.file)
    // What another has taken the place of is old advice: its page says where the newer one is.
    const bytes =
      leaflet && file && !successor(reader.board, leaflet.slug)
        ? fileOf('leaflet', leaflet.slug, file.hash)
        : undefined
    if (bytes)
      return {
        type: 'application/pdf',
        bytes,
        tag: file!.hash,
        name: `leaflet-${leaflet!.slug}-${file!.language}.pdf`,
      }
    const instead = page(reader)
    return instead.status ? instead : file ? { ...instead, status: 410 } : missingPage(reader)
  })
}

const page = (reader: Reader): PublicPage => {
  const { board, params, t, frame } = reader
  const leaflet = board.leaflets.find((each) => each.slug === params.slug)
  if (!leaflet) return withdrawnPage(reader, 'leaflet') ?? missingPage(reader)
  return view('board/evidence/leaflets/show', {
    frame: frame(t.plain(leaflet.words.title), 'leaflets', {
      description: t.plain(leaflet.words.answers),
    }),
    leaflet,
    entries: entriesIn(board, leaflet.words),
    newer: successor(board, leaflet.slug) ?? null,
    older: board.leaflets.find((each) => each.slug === leaflet.words.replaces) ?? null,
  })
}
