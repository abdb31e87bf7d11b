import { open, desk, person, secret } from './class.ts'

/** Who may know each column of `schema/people.ts`. */
export const PEOPLE = {
  organisation_names: desk('id', 'organisation_id', 'name', 'public_name', 'until_at'),
  organisations: { ...desk('id', 'name', 'expected', 'ended_on'), ...open('code', 'public_name') },
  people: {
    ...desk('id', 'role', 'approves', 'organisation_id', 'created_at', 'ended_at'),
    ...person('name', 'email'),
    ...secret('totp_secret', 'totp_step'),
  },
  seats: desk('id', 'organisation_id', 'title', 'ended_on'),
  person_names: { ...desk('id', 'person_id', 'until_at'), ...person('name') },
  seat_names: desk('id', 'seat_id', 'title', 'until_at'),
  holdings: desk('id', 'seat_id', 'person_id', 'from_on', 'until_on', 'ended_at'),
  list_answers: desk(
    'id',
    'noun',
    'noun_id',
    'leaver_id',
    'kind',
    'to_id',
    'person_id',
    'at',
    'taken_back_at',
  ),
  batons: {
    ...desk('id', 'seat_id', 'holding_id', 'from_id', 'to_id', 'note', 'at'),
    ...person('name', 'email'),
  },
  baton_ends: desk('baton_id', 'kind', 'words', 'person_id', 'at'),
  alumni: desk('id', 'person_id', 'agreed', 'at'),
  calendar_words: desk('id', 'person_id', 'chosen', 'at'),
  calendars: { ...desk('id', 'person_id', 'at', 'ended_at'), ...secret('token_hash') },
  table_keys: { ...desk('id', 'person_id', 'mark', 'at', 'ended_at'), ...secret('token_hash') },
}
