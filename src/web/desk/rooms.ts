import { actionsRoom } from './actions.ts'
import { agendaRoom } from './agenda.ts'
import { bringingRoom } from './bringing.ts'
import { concernsRoom } from './concerns.ts'
import { deskRoom } from './desk.ts'
import { entriesRoom } from './entries.ts'
import { journalRoom } from './journal.ts'
import { linesRoom } from './lines.ts'
import { minutesRoom } from './minutes.ts'
import { minutingRoom } from './minuting.ts'
import { peopleRoom } from './people.ts'
import { prioritiesRoom } from './priorities.ts'
import { roundTablesRoom } from './round-tables.ts'
import { sessionsRoom } from './sessions.ts'
import { settingsRoom } from './settings.ts'
import { signInRoom } from './sign-in.ts'

/** The rooms behind the desk's door. */
export const deskRooms = [signInRoom, deskRoom, concernsRoom, roundTablesRoom, agendaRoom, linesRoom, minutingRoom, prioritiesRoom, minutesRoom, actionsRoom, bringingRoom, sessionsRoom, entriesRoom, peopleRoom, settingsRoom, journalRoom]
