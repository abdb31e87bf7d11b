import type { Criterion } from '../views/board.ts'
import { boardRoom } from './publishing/board.ts'
import { entriesRoom } from './publishing/entries.ts'
import { followRoom } from './residents/follow.ts'
import { eventsRoom } from './evidence/events.ts'
import { feedsRoom } from './publishing/feeds.ts'
import { leafletsRoom } from './evidence/leaflets.ts'
import { pagesRoom } from './settings/about.ts'
import { posterRoom } from './publishing/poster.ts'
import { programmesRoom } from './evidence/programmes.ts'
import { robotsRoom } from './publishing/robots.ts'
import { roundTablesRoom } from './round-tables/round-tables.ts'
import { tellUsRoom } from './residents/tell-us.ts'
import { verdictsRoom } from './residents/verdicts.ts'

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
