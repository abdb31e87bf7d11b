import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { OUTCOMES } from '../../domain/round-tables/agenda/reached.ts'
import { NOTE_KINDS } from '../../domain/round-tables/minutes.ts'
import { oneOf } from '../checks.ts'
import { id, ref, maybe } from './columns.ts'
import { actions } from './actions.ts'
import { concerns } from './concerns.ts'
import { people } from './people.ts'
import { roundTables, topics } from './round-tables.ts'

/**
 * What was said or decided that is no concern and no action. `unread` says why a typed line could
 * not be read as more.
 */
export const notes = sqliteTable(
  'notes',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    concernId: maybe('concern_id', () => concerns.id),
    kind: text('kind', { enum: NOTE_KINDS }).notNull(),
    text: text('text').notNull(),
    unread: text('unread'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('notes_table').on(t.roundTableId),
    index('notes_concern').on(t.concernId),
    oneOf('notes_kind', t.kind, NOTE_KINDS),
  ],
)

/** New words for a note, or none where it was taken out. */
export const noteChanges = sqliteTable(
  'note_changes',
  {
    id: id(),
    noteId: ref('note_id', () => notes.id),
    text: text('text'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('note_changes_note').on(t.noteId)],
)

/**
 * A concern or an action written down by mistake and taken out again, at the table that was
 * minuting it.
 */
export const takeOuts = sqliteTable(
  'take_outs',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    concernId: maybe('concern_id', () => concerns.id),
    actionId: maybe('action_id', () => actions.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    uniqueIndex('take_outs_concern').on(t.concernId),
    uniqueIndex('take_outs_action').on(t.actionId),
  ],
)

/**
 * What a table said of something that would come to the next agenda by itself: it was spoken of, or
 * it is dropped for a reason.
 */
export const agendaOutcomes = sqliteTable(
  'agenda_outcomes',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    topicId: maybe('topic_id', () => topics.id),
    concernId: maybe('concern_id', () => concerns.id),
    actionId: maybe('action_id', () => actions.id),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    reason: text('reason'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('agenda_outcomes_table').on(t.roundTableId),
    oneOf('agenda_outcomes_outcome', t.outcome, OUTCOMES),
  ],
)
