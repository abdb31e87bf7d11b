import { actionsRoom } from './actions.ts'
import { agendaRoom } from './agenda.ts'
import { batonsRoom } from './batons.ts'
import { bringingRoom } from './bringing.ts'
import { concernsRoom } from './concerns.ts'
import { deskRoom } from './desk.ts'
import { entriesRoom } from './entries.ts'
import { eventsRoom } from './events.ts'
import { findingsRoom } from './findings.ts'
import { journalRoom } from './journal.ts'
import { leafletsRoom } from './leaflets.ts'
import { lettersRoom } from './letters.ts'
import { linesRoom } from './lines.ts'
import { meRoom } from './me.ts'
import { messagesRoom } from './messages.ts'
import { minutesRoom } from './minutes.ts'
import { mineRoom } from './mine.ts'
import { mistakesRoom } from './mistakes.ts'
import { minutingRoom } from './minuting.ts'
import { padsRoom } from './pads.ts'
import { passkeysRoom } from './passkeys.ts'
import { peopleRoom } from './people.ts'
import { prioritiesRoom } from './priorities.ts'
import { programmePointsRoom } from './programme-points.ts'
import { programmesRoom } from './programmes.ts'
import { quotesRoom } from './quotes.ts'
import { roundTablesRoom } from './round-tables.ts'
import { secondFactorRoom } from './second-factor.ts'
import { sessionsRoom } from './sessions.ts'
import { settingsRoom } from './settings.ts'
import { translationsRoom } from './translations.ts'
import { signInRoom } from './sign-in.ts'
import { upwardsRoom } from './upwards.ts'
import { workAccountsRoom } from './work-accounts.ts'

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
