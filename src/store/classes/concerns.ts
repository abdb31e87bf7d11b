import { record } from './class.ts'

/** Who may know each column of `schema/concerns.ts`. */
export const CONCERNS = {
  concerns: record(
    'id',
    'raised_on',
    'origin_kind',
    'origin_note',
    'round_table_id',
    'depth',
    'ground',
    'split_from_id',
    'created_at',
  ),
  table_concerns: record('id', 'round_table_id', 'concern_id', 'person_id', 'at'),
  concern_wordings: record(
    'id',
    'concern_id',
    'text',
    'theme_id',
    'area_id',
    'reason',
    'person_id',
    'at',
  ),
  merges: record('concern_id', 'into_id', 'person_id', 'at'),
  priorities: record('id', 'concern_id', 'round_table_id', 'agreed', 'reason', 'person_id', 'at'),
}
