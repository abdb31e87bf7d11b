import { view } from '../views.ts'
import { nextTable } from '../../domain/board.ts'
import type { BoardDoor } from './door.ts'

/** The pages that explain: how to tell us, who we are, privacy, accessibility. */
export const pagesRoom = (room: BoardDoor): void => {
  room.page('/tell-us', ({ board, today }) => view('board/pages/tell-us', {
    frame: { title: 'Tell us', active: 'tell-us', partnership: board.partnership }, next: nextTable(board, today) ?? null
  }))
  room.page('/about', ({ board }) => view('board/pages/about', { frame: { title: 'About this board', active: '', partnership: board.partnership } }))
  room.page('/privacy', ({ board }) => view('board/pages/privacy', { frame: { title: 'Privacy', active: '', partnership: board.partnership }, years: [...board.years] }))
  room.page('/accessibility', ({ board }) => view('board/pages/accessibility', { frame: { title: 'Accessibility', active: '', partnership: board.partnership } }))
}
