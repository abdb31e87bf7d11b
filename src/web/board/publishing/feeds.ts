import type { BoardDoor } from '../room.ts'
import { atom } from './feeds/atom.ts'
import { calendar } from './feeds/calendar.ts'
import { entriesFile } from './feeds/entries-file.ts'
import { jsonFeed } from './feeds/json-feed.ts'
import { prioritiesFile } from './feeds/priorities-file.ts'
import { sheet } from './feeds/sheet.ts'

/**
 * The same copies for programs, with the same filters as the page: a withdrawn one leaves all of
 * them at once (R15).
 */
export const feedsRoutes = (room: BoardDoor): void => {
  room.file('/feed.atom', atom)
  room.file('/feed.json', jsonFeed)
  room.file('/board.json', entriesFile)
  room.file('/board.csv', sheet)
  room.file('/priorities.json', prioritiesFile)
  room.file('/round-tables.ics', calendar)
}
