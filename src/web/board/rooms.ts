import { boardRoom } from './board.ts'
import { entriesRoom } from './entries.ts'
import { pagesRoom } from './pages.ts'
import { roundTablesRoom } from './round-tables.ts'

/** The rooms behind the residents' door. */
export const boardRooms = [boardRoom, entriesRoom, roundTablesRoom, pagesRoom]
