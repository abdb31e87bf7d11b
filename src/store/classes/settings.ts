import { open, desk, person, secret } from './class.ts'

/** Who may know each column of `schema/settings.ts`. */
export const SETTINGS = {
  labels: { ...desk('id', 'ended_on'), ...open('kind', 'code', 'name') },
  guarded_words: desk('id', 'word', 'person_id', 'at', 'ended_at'),
  settings: desk('id', 'name', 'value', 'reason', 'person_id', 'at'),
  release_rules: desk('id', 'organisation_id', 'seat_id', 'person_id', 'at'),
  sent_forms: { ...desk('id', 'at'), ...person('goes_to'), ...secret('mark') },
  chain: {
    ...desk('id', 'table_name', 'row_id', 'verb', 'head'),
    ...secret('facts_salt', 'facts', 'words_salt', 'words'),
  },
  journal: desk('id', 'at', 'person_id', 'verb', 'noun', 'noun_id'),
}
