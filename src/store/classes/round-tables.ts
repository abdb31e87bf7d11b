import { desk, record, person } from './class.ts'

/** Who may know each column of `schema/round-tables.ts`. */
export const ROUND_TABLES = {
  round_tables: desk(
    'id',
    'slug',
    'held_on',
    'starts_at',
    'place',
    'residents',
    'planned_at',
    'opened_at',
    'finished_at',
    'agreed_at',
    'agreed_at_table_id',
  ),
  expected_organisations: desk('round_table_id', 'organisation_id'),
  attendance: desk('id', 'round_table_id', 'organisation_id', 'seat_id', 'guest_role', 'presence'),
  minute_corrections: desk('id', 'round_table_id', 'text', 'reason', 'person_id', 'at'),
  typed_lines: record(
    'id',
    'round_table_id',
    'key',
    'place',
    'mark',
    'noun',
    'noun_id',
    'person_id',
    'at',
  ),
  topics: desk('id', 'round_table_id', 'text', 'person_id', 'at', 'ended_at'),
  agendas: desk('id', 'round_table_id', 'slots', 'person_id', 'at'),
  kept_agendas: desk('id', 'round_table_id', 'slots', 'person_id', 'at'),
  standing_orders: desk('id', 'slots', 'person_id', 'at'),
  turns: desk('id', 'round_table_id', 'slot_key', 'title', 'person_id', 'at'),
  minute_readers: {
    ...desk('id', 'round_table_id', 'role', 'depth', 'person_id', 'at', 'ended_at'),
    ...person('email'),
  },
}
