import { desk, record, secret } from './class.ts'

/** Who may know each column of `schema/letters.ts`. */
export const LETTERS = {
  letters: desk(
    'id',
    'kind',
    'round_table_id',
    'person_id',
    'reader_id',
    'follower_id',
    'invitation_id',
    'baton_id',
    'message_id',
    'sent_by_id',
    'at',
    'tries',
    'try_at',
    'posted_at',
    'fault',
    'held_at',
    'held_by_id',
  ),
  letter_decisions: desk('id', 'letter_id', 'verb', 'reason', 'person_id', 'at'),
  returned_letters: desk(
    'id',
    'letter_id',
    'person_id',
    'reader_id',
    'follower_id',
    'how',
    'status',
    'at',
    'settled_at',
    'settled_by_id',
  ),
  notices: record('id', 'person_id', 'action_id', 'seat_id', 'why', 'cause', 'on', 'letter_id'),
  letter_choices: desk('id', 'person_id', 'frequency', 'at'),
  report_links: {
    ...record('id', 'letter_id', 'action_id', 'seat_id', 'person_id', 'at', 'expires_at'),
    ...secret('token_hash'),
  },
  release_links: {
    ...record('id', 'letter_id', 'update_id', 'person_id', 'at', 'expires_at'),
    ...secret('token_hash'),
  },
}
