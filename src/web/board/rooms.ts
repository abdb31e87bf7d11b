import type { Criterion } from '../views.ts'
import { boardRoom } from './board.ts'
import { entriesRoom } from './entries.ts'
import { followRoom } from './follow.ts'
import { eventsRoom } from './events.ts'
import { feedsRoom } from './feeds.ts'
import { leafletsRoom } from './leaflets.ts'
import { pagesRoom } from './pages.ts'
import { posterRoom } from './poster.ts'
import { programmesRoom } from './programmes.ts'
import { robotsRoom } from './robots.ts'
import { roundTablesRoom } from './round-tables.ts'
import { tellUsRoom } from './tell-us.ts'
import { verdictsRoom } from './verdicts.ts'

/** The rooms behind the residents' door. */
export const boardRooms = (criteria: readonly Criterion[]) => [
  boardRoom,
  entriesRoom,
  verdictsRoom,
  tellUsRoom,
  followRoom,
  roundTablesRoom,
  eventsRoom,
  leafletsRoom,
  programmesRoom,
  pagesRoom(criteria),
  posterRoom,
  feedsRoom,
  robotsRoom,
]
