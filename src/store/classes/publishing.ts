import { open, record } from './class.ts'

/** Who may know each column of `schema/publishing.ts`. */
export const PUBLISHING = {
  publications: record(
    'id',
    'kind',
    'concern_id',
    'round_table_id',
    'quote_id',
    'event_id',
    'leaflet_id',
    'programme_id',
    'year',
    'slug',
    'created_at',
  ),
  drafts: record('id', 'publication_id', 'words', 'covers_ids', 'writer_id', 'at'),
  approvals: record('id', 'draft_id', 'alone', 'person_id', 'at'),
  overrulings: record('id', 'publication_id', 'key', 'found', 'reason', 'person_id', 'at'),
  comments: record('id', 'draft_id', 'organisation_id', 'text', 'person_id', 'at'),
  releases: record('id', 'draft_id', 'copy_id', 'person_id', 'at'),
  copies: open(
    'id',
    'kind',
    'slug',
    'version',
    'published_on',
    'published_at',
    'standing',
    'words',
    'change_kind',
    'change_words',
  ),
  withdrawals: open('id', 'kind', 'slug', 'on', 'ground'),
  copy_files: open('id', 'kind', 'slug', 'hash', 'bytes', 'text'),
}
