import { aimsTold } from '../../../domain/publishing/aims-told.ts'
import type { BoardDoor } from '../room.ts'
import { missingFrom } from '../../words/languages.ts'
import { view, type Criterion } from '../../views/board.ts'
import type { Figures } from '../../views/board-parts.ts'

/** What was checked before this version came here, by its own files. */
export interface Checked {
  criteria: readonly Criterion[]
  figures: Figures | null
}

/** The pages that explain: who we are, what keeps us honest, privacy, how to complain, accessibility. */
export const aboutRoutes =
  ({ criteria, figures }: Checked) =>
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
    room.page('/about/honest', ({ t, frame }) =>
      view('board/settings/honest', { frame: frame(t.text('honest.title'), ''), figures }),
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
