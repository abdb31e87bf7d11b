import { aimsTold } from '../../../domain/publishing/aims-told.ts'
import type { BoardDoor } from '../room.ts'
import { missingFrom } from '../../words/languages.ts'
import { view, type Criterion } from '../../views/board.ts'

/** The pages that explain: who we are, privacy, how to complain, accessibility. */
export const aboutRoutes =
  (criteria: readonly Criterion[]) =>
  (room: BoardDoor): void => {
    room.page('/about', ({ board, t, to, frame, languages }) =>
      view('board/settings/about', {
        frame: frame(t.text('about.title'), ''),
        embed: to.site('/embed'),
        one: board.entries[0]?.slug ?? null,
        aims: aimsTold(board),
        spoken: languages.map((each) => ({ ...each, missing: missingFrom(each, t.english) })),
      }),
    )
    room.page('/privacy', ({ board, t, frame }) =>
      view('board/settings/privacy', {
        frame: frame(t.text('privacy.short'), ''),
        years: [...board.years],
      }),
    )
    room.page('/complain', ({ t, frame }) =>
      view('board/settings/complain', { frame: frame(t.text('complain.title'), '') }),
    )
    room.page('/accessibility', ({ t, frame }) =>
      view('board/settings/accessibility', { frame: frame(t.text('access.title'), ''), criteria }),
    )
  }
