import { boardPageRoutes } from './publishing/board.ts'
import { embedRoutes } from './publishing/embed.ts'
import { entriesRoutes } from './publishing/entries.ts'
import { followRoutes } from './residents/follow.ts'
import { feedsRoutes } from './publishing/feeds.ts'
import { leafletsRoutes } from './evidence/leaflets.ts'
import { aboutRoutes, type Checked } from './settings/about.ts'
import { kindPagesRoutes } from './publishing/kind-pages.ts'
import { posterRoutes } from './publishing/poster.ts'
import { robotsRoutes } from './publishing/robots.ts'
import { roundTablesRoutes } from './round-tables/round-tables.ts'
import { tellUsRoutes } from './residents/tell-us.ts'
import { verdictsRoutes } from './residents/verdicts.ts'

/** The rooms behind the residents' door. */
export const boardRoutes = (checked: Checked) => [
  boardPageRoutes,
  entriesRoutes,
  embedRoutes,
  verdictsRoutes,
  tellUsRoutes,
  followRoutes,
  roundTablesRoutes,
  kindPagesRoutes,
  leafletsRoutes,
  aboutRoutes(checked),
  posterRoutes,
  feedsRoutes,
  robotsRoutes,
]
