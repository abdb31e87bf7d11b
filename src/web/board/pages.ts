import { nextTable } from '../../domain/board.ts'
import { missingFrom } from '../languages.ts'
import { view } from '../views.ts'
import type { BoardDoor } from './door.ts'

/** The pages that explain: how to tell us, who we are, privacy, accessibility. */
export const pagesRoom = (room: BoardDoor): void => {
  room.page('/tell-us', ({ board, today, t, frame }) => view('board/pages/tell-us', { frame: frame(t.text('nav.tell'), 'tell-us'), next: nextTable(board, today) ?? null }))
  room.page('/about', ({ t, frame, languages }) => view('board/pages/about', {
    frame: frame(t.text('about.title'), ''), spoken: languages.map((each) => ({ ...each, missing: missingFrom(each, t.english) }))
  }))
  room.page('/privacy', ({ board, t, frame }) => view('board/pages/privacy', { frame: frame(t.text('privacy.short'), ''), years: [...board.years] }))
  room.page('/accessibility', ({ t, frame }) => view('board/pages/accessibility', { frame: frame(t.text('access.title'), '') }))
}
