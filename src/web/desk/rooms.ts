import { actionsRoom } from './actions/actions.ts'
import { agendaRoom } from './round-tables/agenda.ts'
import { batonsRoom } from './people/batons.ts'
import { bringingRoom } from './round-tables/bringing-in.ts'
import { concernsRoom } from './concerns/concerns.ts'
import { deskRoom } from './home/home.ts'
import { entriesRoom } from './publishing/entries.ts'
import { eventsRoom } from './evidence/events.ts'
import { findingsRoom } from './evidence/findings.ts'
import { journalRoom } from './settings/journal.ts'
import { leafletsRoom } from './evidence/leaflets.ts'
import { lettersRoom } from './actions/letters.ts'
import { linesRoom } from './round-tables/typed-lines.ts'
import { meRoom } from './people/me.ts'
import { messagesRoom } from './residents/messages.ts'
import { minutesRoom } from './round-tables/minutes.ts'
import { mineRoom } from './actions/my-actions.ts'
import { mistakesRoom } from './round-tables/mistakes.ts'
import { minutingRoom } from './round-tables/minuting.ts'
import { padsRoom } from './evidence/tally-pads.ts'
import { passkeysRoom } from './people/passkeys.ts'
import { peopleRoom } from './people/people.ts'
import { prioritiesRoom } from './round-tables/priorities.ts'
import { programmePointsRoom } from './evidence/programme-points.ts'
import { programmesRoom } from './evidence/programmes.ts'
import { quotesRoom } from './evidence/quotes.ts'
import { roundTablesRoom } from './round-tables/round-tables.ts'
import { secondFactorRoom } from './people/second-factor.ts'
import { sessionsRoom } from './evidence/unrecorded-sessions.ts'
import { settingsRoom } from './settings/settings.ts'
import { translationsRoom } from './publishing/translations.ts'
import { signInRoom } from './people/sign-in.ts'
import { upwardsRoom } from './evidence/briefing.ts'
import { workAccountsRoom } from './people/work-accounts.ts'

/** The rooms behind the desk's door. */
export const deskRooms = [
  signInRoom,
  secondFactorRoom,
  passkeysRoom,
  workAccountsRoom,
  deskRoom,
  concernsRoom,
  roundTablesRoom,
  agendaRoom,
  linesRoom,
  mistakesRoom,
  minutingRoom,
  prioritiesRoom,
  minutesRoom,
  actionsRoom,
  mineRoom,
  quotesRoom,
  eventsRoom,
  findingsRoom,
  padsRoom,
  leafletsRoom,
  programmesRoom,
  programmePointsRoom,
  upwardsRoom,
  batonsRoom,
  bringingRoom,
  sessionsRoom,
  entriesRoom,
  translationsRoom,
  messagesRoom,
  lettersRoom,
  peopleRoom,
  meRoom,
  settingsRoom,
  journalRoom,
]
