import { entriesIn } from '../../../domain/publishing/related.ts'
import { view } from '../../views/board.ts'
import { missingPage, withdrawnPage, type BoardDoor } from '../door.ts'

/**
 * `/events` and `/events/{slug}`: what was held, how many came where that can be told, and the
 * entries it belongs to.
 */
export const eventsRoutes = (room: BoardDoor): void => {
  room.page('/events', ({ board, t, frame }) =>
    view('board/evidence/events/index', {
      frame: frame(t.text('happened.title'), 'events'),
      events: [...board.events],
    }),
  )
  room.page('/events/:slug', (reader) => {
    const { board, params, t, frame } = reader
    const event = board.events.find((each) => each.slug === params.slug)
    return event
      ? view('board/evidence/events/show', {
          frame: frame(t.plain(event.words.name), 'events', {
            description: t.plain(event.words.told),
          }),
          event,
          entries: entriesIn(board, event.words),
        })
      : (withdrawnPage(reader, 'event') ?? missingPage(reader))
  })
}
