import type { Route } from './route.ts'
import type { Desk } from './visit.ts'
import { actionsRoutes } from './actions/actions.ts'
import { agendaRoutes } from './round-tables/agenda.ts'
import { batonsRoutes } from './people/batons.ts'
import { bringingRoutes } from './round-tables/bringing-in.ts'
import { concernsRoutes } from './concerns/concerns.ts'
import { homeRoutes } from './home/home.ts'
import { entriesRoutes } from './publishing/entries.ts'
import { eventsRoutes } from './evidence/events.ts'
import { findingsRoutes } from './evidence/findings.ts'
import { journalRoutes } from './settings/journal.ts'
import { leafletsRoutes } from './evidence/leaflets.ts'
import { lettersRoutes } from './actions/letters.ts'
import { linesRoutes } from './round-tables/typed-lines.ts'
import { meRoutes } from './people/me.ts'
import { messagesRoutes } from './residents/messages.ts'
import { minutesRoutes } from './round-tables/minutes.ts'
import { myActionsRoutes } from './actions/my-actions.ts'
import { mistakesRoutes } from './round-tables/mistakes.ts'
import { minutingRoutes } from './round-tables/minuting.ts'
import { padsRoutes } from './evidence/tally-pads.ts'
import { passkeysRoutes } from './people/passkeys.ts'
import { peopleRoutes } from './people/people.ts'
import { prioritiesRoutes } from './round-tables/priorities.ts'
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
  ...homeRoutes,
  ...concernsRoutes,
  roundTablesRoutes,
  agendaRoutes,
  linesRoutes,
  mistakesRoutes,
  minutingRoutes,
  prioritiesRoutes,
  minutesRoutes,
  ...actionsRoutes,
  ...myActionsRoutes,
  quotesRoutes,
  eventsRoutes,
  findingsRoutes,
  padsRoutes,
  leafletsRoutes,
  programmesRoutes,
  programmePointsRoutes,
  briefingRoutes,
  batonsRoutes,
  bringingRoutes,
  unrecordedSessionsRoutes,
  entriesRoutes,
  translationsRoutes,
  ...messagesRoutes,
  ...lettersRoutes,
  peopleRoutes,
  meRoutes,
  ...settingsRoutes,
  ...journalRoutes,
]
