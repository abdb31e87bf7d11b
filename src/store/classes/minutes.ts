import { record } from './class.ts'

/** Who may know each column of `schema/minutes.ts`. */
export const MINUTES = {
  notes: record('id', 'round_table_id', 'concern_id', 'kind', 'text', 'unread', 'person_id', 'at'),
  note_changes: record('id', 'note_id', 'text', 'person_id', 'at'),
  take_outs: record('id', 'round_table_id', 'concern_id', 'action_id', 'person_id', 'at'),
  agenda_outcomes: record(
    'id',
    'round_table_id',
    'topic_id',
    'concern_id',
    'action_id',
    'outcome',
    'reason',
    'person_id',
    'at',
  ),
}
