import { record } from './class.ts'

/** Who may know each column of `schema/leaflets.ts`. */
export const LEAFLETS = {
  leaflets: record('id', 'created_at'),
  leaflet_terms: record(
    'id',
    'leaflet_id',
    'title',
    'organisation_id',
    'version',
    'languages',
    'answers',
    'action_id',
    'place',
    'replaces_id',
    'person_id',
    'at',
  ),
  leaflet_handings: record(
    'id',
    'leaflet_id',
    'organisation_id',
    'to_whom',
    'on',
    'copies',
    'person_id',
    'at',
    'ended_at',
  ),
  leaflet_files: record(
    'id',
    'leaflet_id',
    'language',
    'hash',
    'size',
    'bytes',
    'text',
    'person_id',
    'at',
    'ended_at',
  ),
}
