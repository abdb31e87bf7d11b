import { silentDays } from '../../domain/board.ts'
import { view } from '../views.ts'
import { missingPage, type BoardDoor } from './door.ts'

/** `/entries/{slug}`: one entry and its trail; a withdrawn one answers 410 with its date and ground (R15). */
export const entriesRoom = (room: BoardDoor): void => {
  room.page('/entries/:slug', ({ board, today, params }) => {
    const entry = board.entries.find((each) => each.slug === params.slug)
    if (entry) {
      return view('board/entries/show', {
        frame: { title: entry.words.said, active: 'board', partnership: board.partnership }, entry, silent: silentDays(entry, today), today
      })
    }
    const gone = board.withdrawn.find((each) => each.kind === 'entry' && each.slug === params.slug)
    return gone
      ? { ...view('board/pages/withdrawn', { frame: { title: 'This was taken down', active: '', partnership: board.partnership }, gone }), status: 410 }
      : missingPage(board)
  })
}
