import type { actionsStore } from '../actions/actions.ts'
import type { concernsStore } from '../concerns/concerns.ts'
import type { eventsStore } from '../evidence/events.ts'
import type { leafletsStore } from '../evidence/leaflets.ts'
import type { programmesStore } from '../evidence/programmes.ts'
import type { shownPhotosStore } from '../actions/shown-photos.ts'
import type { recordingsStore } from './recordings.ts'
import type { Glances } from '../glance/glances.ts'
import type { quotesStore } from '../evidence/quotes.ts'
import type { unrecordedSessionsStore } from '../evidence/unrecorded-sessions.ts'
import type { organisationsStore } from '../people/organisations.ts'
import type { peopleStore } from '../people/people.ts'
import type { messagesStore } from '../residents/messages.ts'
import type { notesStore } from '../round-tables/notes.ts'
import type { roundTablesStore } from '../round-tables/round-tables.ts'
import type { labelsStore } from '../settings/labels.ts'

/** The parts of the store that public words are made from, and checked against. */
export interface Record {
  glances: Glances
  actions: ReturnType<typeof actionsStore>
  concerns: ReturnType<typeof concernsStore>
  messages: ReturnType<typeof messagesStore>
  notes: ReturnType<typeof notesStore>
  labels: ReturnType<typeof labelsStore>
  organisations: ReturnType<typeof organisationsStore>
  people: ReturnType<typeof peopleStore>
  events: ReturnType<typeof eventsStore>
  recordings: ReturnType<typeof recordingsStore>
  shownPhotos: ReturnType<typeof shownPhotosStore>
  quotes: ReturnType<typeof quotesStore>
  roundTables: ReturnType<typeof roundTablesStore>
  leaflets: ReturnType<typeof leafletsStore>
  programmes: ReturnType<typeof programmesStore>
  unrecordedSessions: ReturnType<typeof unrecordedSessionsStore>
}
