import type { Route } from './route.ts'
import type { Desk } from './visit.ts'
import { actionsRoutes } from './actions/actions.ts'
import { agendaRoutes } from './round-tables/agenda.ts'
import { batonsRoutes } from './people/batons.ts'
import { bringingRoutes } from './round-tables/bringing-in.ts'
import { concernsRoutes } from './concerns/concerns.ts'
import { homeRoutes } from './home/home.ts'
import { publicationsRoutes } from './publishing/publications.ts'
import { eventsRoutes } from './evidence/events.ts'
import { findingsRoutes } from './evidence/findings.ts'
import { journalRoutes } from './settings/journal.ts'
import { leafletsRoutes } from './evidence/leaflets.ts'
import { lettersRoutes } from './actions/letters.ts'
import { linesRoutes } from './round-tables/line/typed-lines.ts'
import { meRoutes } from './people/me.ts'
import { messagesRoutes } from './residents/messages.ts'
import { minutesLettersRoutes } from './round-tables/minutes-letters.ts'
import { minutesRoutes } from './round-tables/minutes.ts'
import { myActionsRoutes } from './actions/my-actions.ts'
import { mistakesRoutes } from './round-tables/minuting/mistakes.ts'
import { attendanceRoutes } from './round-tables/minuting/attendance.ts'
import { carriedRoutes } from './round-tables/minuting/carried.ts'
import { finishingRoutes } from './round-tables/minuting/finishing.ts'
import { itemsRoutes } from './round-tables/minuting/items.ts'
import { newConcernsRoutes } from './round-tables/minuting/new-concerns.ts'
import { padsRoutes } from './evidence/tally-pads.ts'
import { passkeysRoutes } from './people/passkeys.ts'
import { peopleRoutes } from './people/people.ts'
import { prioritiesRoutes } from './round-tables/minuting/priorities.ts'
import { programmePointsRoutes } from './evidence/programme-points.ts'
import { programmesRoutes } from './evidence/programmes.ts'
import { quotesRoutes } from './evidence/quotes.ts'
import { roundTablesRoutes } from './round-tables/round-tables.ts'
import { secondFactorRoutes } from './people/second-factor.ts'
import { unrecordedSessionsRoutes } from './evidence/unrecorded-sessions.ts'
import { settingsRoutes } from './settings/settings.ts'
import { translationsRoutes } from './publishing/translations.ts'
import { signInRoutes } from './people/sign-in.ts'
import { briefingRoutes } from './evidence/briefing.ts'
import { workAccountsRoutes } from './people/work-accounts.ts'

/** The rooms behind the desk's door. */
export const deskRoutes: readonly (Route | ((desk: Desk) => void))[] = [
  signInRoutes,
  secondFactorRoutes,
  passkeysRoutes,
  workAccountsRoutes,
  homeRoutes,
  ...concernsRoutes,
  ...roundTablesRoutes,
  ...agendaRoutes,
  ...linesRoutes,
  ...mistakesRoutes,
  ...attendanceRoutes,
  ...carriedRoutes,
  ...newConcernsRoutes,
  ...itemsRoutes,
  ...finishingRoutes,
  ...prioritiesRoutes,
  ...minutesRoutes,
  ...minutesLettersRoutes,
  actionsRoutes,
  myActionsRoutes,
  quotesRoutes,
  eventsRoutes,
  findingsRoutes,
  padsRoutes,
  leafletsRoutes,
  programmesRoutes,
  programmePointsRoutes,
  briefingRoutes,
  batonsRoutes,
  ...bringingRoutes,
  unrecordedSessionsRoutes,
  ...publicationsRoutes,
  ...translationsRoutes,
  messagesRoutes,
  lettersRoutes,
  peopleRoutes,
  meRoutes,
  settingsRoutes,
  journalRoutes,
]
