import type { Withdrawn } from '../../domain/publishing/board.ts'
import { NO_ROOM } from '../errors.ts'
import type { Unsaved } from '../views/errors.ts'
import { view } from '../views/board.ts'
import type { Reader } from './reader.ts'
import type { PublicPage } from './room.ts'

/** An address that is not on the board, as residents see it. */
export const missingPage = (reader: Reader): PublicPage => ({
  ...view('board/settings/missing', {
    frame: { ...reader.frame(reader.t.text('missing.title'), ''), found: false },
  }),
  status: 404,
})

/** What someone left finds no room: nothing is lost that they typed. */
export const noRoomPage = (reader: Reader, unsaved: Unsaved): PublicPage => ({
  ...view('board/settings/no-room', {
    frame: { ...reader.frame(reader.t.text('full.title'), ''), found: false },
    unsaved,
  }),
  status: NO_ROOM,
})

/** ... and one that was there once: its date and its ground (R15). */
export const withdrawnPage = (
  { board, params, t, frame }: Reader,
  kind: Withdrawn['kind'],
): PublicPage | undefined => {
  const gone = board.withdrawn.find((each) => each.kind === kind && each.slug === params.slug)
  return (
    gone && {
      ...view('board/settings/withdrawn', {
        frame: { ...frame(t.text('gone.title'), ''), found: false },
        gone,
      }),
      status: 410,
    }
  )
}
