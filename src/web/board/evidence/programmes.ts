import { entriesIn } from '../../../domain/publishing/related.ts'
import { view } from '../../views/board.ts'
import { missingPage, withdrawnPage, type BoardDoor } from '../door.ts'

/**
 * `/programmes` and `/programmes/{slug}`: what it is for, what was agreed and learned, and what
 * became of each opportunity.
 */
export const programmesRoutes = (room: BoardDoor): void => {
  room.page('/programmes', ({ board, t, frame }) =>
    view('board/evidence/programmes/index', {
      frame: frame(t.text('programmes.title'), 'programmes'),
      programmes: [...board.programmes],
    }),
  )
  room.page('/programmes/:slug', (reader) => {
    const { board, params, t, frame } = reader
    const programme = board.programmes.find((each) => each.slug === params.slug)
    return programme
      ? view('board/evidence/programmes/show', {
          frame: frame(t.plain(programme.words.name), 'programmes', {
            description: t.plain(programme.words.aim),
          }),
          programme,
          entries: entriesIn(board, programme.words),
        })
      : (withdrawnPage(reader, 'programme') ?? missingPage(reader))
  })
}
