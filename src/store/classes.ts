/**
 * Who a column may ever reach (R9). `public`: public words by nature. `desk`: people who sign in, at table depth.
 * `record`: as deep as the record that the row hangs on. `person`: names and addresses of people. `secret`: nobody.
 * A test fails on a column without a class; another fills every column that is not public and looks for it in public.
 */
export type Class = 'public' | 'desk' | 'record' | 'person' | 'secret'

const of = <C extends Class>(name: C) => <K extends string>(...columns: K[]): Record<K, C> => Object.fromEntries(columns.map((column) => [column, name])) as Record<K, C>
const open = of('public')
const desk = of('desk')
const record = of('record')
const person = of('person')
const secret = of('secret')

export const CLASSES: Record<string, Record<string, Class>> = {
  organisations: { ...desk('id', 'name', 'expected', 'ended_on'), ...open('code', 'public_name') },
  people: { ...desk('id', 'role', 'approves', 'organisation_id', 'created_at', 'ended_at'), ...person('name', 'email'), ...secret('totp_secret', 'totp_step') },
  seats: desk('id', 'organisation_id', 'title', 'ended_on'),
  holdings: desk('id', 'seat_id', 'person_id', 'from_on', 'until_on'),
  batons: { ...desk('id', 'seat_id', 'holding_id', 'from_id', 'to_id', 'note', 'at'), ...person('name', 'email') },
  baton_keeps: record('baton_id', 'action_id', 'seat_id'),
  baton_ends: desk('baton_id', 'kind', 'words', 'person_id', 'at'),
  alumni: desk('id', 'person_id', 'agreed', 'at'),

  labels: { ...desk('id', 'ended_on'), ...open('kind', 'code', 'name') },
  guarded_words: desk('id', 'word', 'person_id', 'at', 'ended_at'),
  settings: desk('id', 'name', 'value', 'reason', 'person_id', 'at'),

  round_tables: desk('id', 'slug', 'held_on', 'starts_at', 'place', 'residents', 'planned_at', 'opened_at', 'finished_at', 'agreed_at', 'agreed_at_table_id'),
  expected_organisations: desk('round_table_id', 'organisation_id'),
  attendance: desk('id', 'round_table_id', 'organisation_id', 'seat_id', 'guest_role', 'presence'),
  minute_corrections: desk('id', 'round_table_id', 'text', 'reason', 'person_id', 'at'),

  notes: record('id', 'round_table_id', 'concern_id', 'kind', 'text', 'unread', 'person_id', 'at'),
  note_changes: record('id', 'note_id', 'text', 'person_id', 'at'),
  typed_lines: record('id', 'round_table_id', 'key', 'place', 'mark', 'noun', 'noun_id', 'person_id', 'at'),
  take_outs: record('id', 'round_table_id', 'concern_id', 'action_id', 'person_id', 'at'),
  topics: desk('id', 'round_table_id', 'text', 'person_id', 'at', 'ended_at'),
  agendas: desk('id', 'round_table_id', 'slots', 'person_id', 'at'),
  unrecorded_sessions: desk('id', 'programme_id', 'held_on', 'name', 'head_count', 'shared', 'person_id', 'at'),
  minute_readers: { ...desk('id', 'round_table_id', 'role', 'depth', 'person_id', 'at', 'ended_at'), ...person('email') },
  letters: desk('id', 'kind', 'round_table_id', 'person_id', 'reader_id', 'follower_id', 'invitation_id', 'baton_id', 'message_id', 'sent_by_id', 'at', 'tries', 'try_at', 'posted_at', 'fault', 'held_at', 'held_by_id'),
  notices: record('id', 'person_id', 'action_id', 'seat_id', 'why', 'cause', 'on', 'letter_id'),
  letter_choices: desk('id', 'person_id', 'frequency', 'at'),
  report_links: { ...record('id', 'letter_id', 'action_id', 'seat_id', 'person_id', 'at', 'expires_at'), ...secret('token_hash') },

  concerns: record('id', 'raised_on', 'origin_kind', 'origin_note', 'round_table_id', 'depth', 'ground', 'split_from_id', 'created_at'),
  table_concerns: record('id', 'round_table_id', 'concern_id', 'person_id', 'at'),
  concern_wordings: record('id', 'concern_id', 'text', 'theme_id', 'area_id', 'reason', 'person_id', 'at'),
  merges: record('concern_id', 'into_id', 'person_id', 'at'),
  priorities: record('id', 'concern_id', 'round_table_id', 'agreed', 'reason', 'person_id', 'at'),
  named_people: record('id', 'concern_id', 'action_id', 'person_id', 'added_by_id', 'at', 'removed_at'),

  actions: record('id', 'number', 'round_table_id', 'depth', 'ground', 'agreed_at'),
  action_concerns: record('action_id', 'concern_id'),
  action_terms: record('id', 'action_id', 'text', 'kind', 'lead_id', 'seat_id', 'by', 'proposed', 'reason', 'person_id', 'at'),
  term_helpers: record('terms_id', 'organisation_id'),
  acceptances: record('id', 'terms_id', 'organisation_id', 'accepted', 'words', 'person_id', 'at'),
  updates: record('id', 'action_id', 'status', 'text', 'waiting_for', 'on', 'organisation_id', 'seat_id', 'person_id', 'round_table_id', 'at'),
  take_backs: record('update_id', 'person_id', 'at'),
  closings: record('id', 'action_id', 'round_table_id', 'person_id', 'at'),
  reopenings: record('closing_id', 'reason', 'person_id', 'at'),

  events: record('id', 'depth', 'ground', 'series_id', 'created_at'),
  event_terms: record('id', 'event_id', 'kind', 'name', 'held_on', 'starts_at', 'place', 'area_id', 'head_count', 'topics', 'took_away', 'person_id', 'at'),
  event_organisations: record('terms_id', 'organisation_id', 'brought'),
  event_people: record('id', 'event_id', 'person_id', 'added_by_id', 'at', 'removed_at'),
  event_links: record('id', 'event_id', 'action_id', 'concern_id', 'person_id', 'at', 'ended_at'),
  taps: record('id', 'event_id', 'key', 'grouping', 'group', 'count', 'person_id', 'at'),
  event_options: record('id', 'event_id', 'text', 'hands', 'chosen', 'person_id', 'at', 'ended_at'),
  findings: record('id', 'event_id', 'text', 'person_id', 'at', 'ended_at'),
  finding_concerns: record('finding_id', 'concern_id', 'person_id', 'at'),

  quotes: { ...record('id', 'concern_id', 'asked_by_id', 'use', 'until', 'person_id', 'at', 'withdrawn_at'), ...person('words', 'role') },

  leaflets: record('id', 'created_at'),
  leaflet_terms: record('id', 'leaflet_id', 'title', 'organisation_id', 'version', 'languages', 'answers', 'action_id', 'place', 'replaces_id', 'person_id', 'at'),
  leaflet_handings: record('id', 'leaflet_id', 'organisation_id', 'to_whom', 'on', 'copies', 'person_id', 'at', 'ended_at'),
  leaflet_files: record('id', 'leaflet_id', 'language', 'hash', 'size', 'bytes', 'text', 'person_id', 'at', 'ended_at'),

  programmes: record('id', 'depth', 'ground', 'created_at'),
  programme_terms: record('id', 'programme_id', 'name', 'aim', 'starts_on', 'length', 'agreement', 'support', 'person_id', 'at'),
  programme_partners: record('terms_id', 'organisation_id'),
  programme_people: record('id', 'programme_id', 'person_id', 'added_by_id', 'at', 'removed_at'),
  phases: record('id', 'programme_id', 'name', 'starts_on', 'pairings', 'person_id', 'at', 'ended_at'),
  phase_handovers: record('id', 'phase_id', 'organisation_id', 'from_role', 'to_role', 'person_id', 'at', 'ended_at'),
  programme_points: record('id', 'programme_id', 'kind', 'theme', 'text', 'person_id', 'at', 'ended_at'),
  outcome_sights: record('id', 'point_id', 'strength', 'words', 'person_id', 'at'),
  opportunity_steps: record('id', 'point_id', 'concern_id', 'action_id', 'words', 'person_id', 'at', 'ended_at'),
  programme_alumni: record('id', 'programme_id', 'person_id', 'agreed', 'at'),

  tellings: record('id', 'kind', 'concern_id', 'round_table_id', 'quote_id', 'event_id', 'leaflet_id', 'programme_id', 'year', 'slug', 'created_at'),
  drafts: record('id', 'telling_id', 'words', 'covers_ids', 'writer_id', 'at'),
  approvals: record('id', 'draft_id', 'alone', 'person_id', 'at'),
  overrulings: record('id', 'telling_id', 'key', 'found', 'reason', 'person_id', 'at'),
  comments: record('id', 'draft_id', 'organisation_id', 'text', 'person_id', 'at'),
  publications: record('id', 'draft_id', 'copy_id', 'person_id', 'at'),

  copies: open('id', 'kind', 'slug', 'version', 'published_on', 'standing', 'words', 'change_kind', 'change_words'),
  withdrawals: open('id', 'kind', 'slug', 'on', 'ground'),
  copy_files: open('id', 'kind', 'slug', 'hash', 'bytes', 'text'),

  messages: { ...desk('id', 'language', 'area', 'at_risk', 'at'), ...person('text'), ...secret('reference_hash') },
  message_contacts: { ...desk('message_id'), ...person('name', 'reach') },
  message_people: desk('message_id', 'person_id', 'added_by_id', 'at'),
  message_outcomes: record('id', 'message_id', 'kind', 'concern_id', 'person_id', 'at'),
  replies: { ...desk('id', 'kind', 'slug', 'on'), ...person('words'), ...secret('reference_hash') },
  verdicts: { ...desk('id', 'slug', 'version', 'verdict', 'replaces_id', 'on'), ...person('word') },
  followers: { ...desk('id', 'language', 'at', 'confirmed_at', 'ended_at'), ...person('email'), ...secret('key') },

  sign_in_codes: { ...desk('id', 'person_id', 'tries', 'expires_at', 'used_at'), ...secret('browser_hash', 'code_hash') },
  sessions: { ...desk('id', 'person_id', 'created_at', 'last_seen_at', 'device', 'second_factor_at', 'ended_at'), ...secret('token_hash', 'pending_secret') },
  recovery_codes: { ...desk('id', 'person_id', 'used_at'), ...secret('code_hash') },
  set_up_links: { ...desk('id', 'person_id', 'expires_at', 'used_at'), ...secret('token_hash') },
  invitations: { ...desk('id', 'person_id', 'baton_id', 'invited_by_id', 'at', 'expires_at', 'used_at'), ...secret('token_hash') },
  passkeys: { ...desk('id', 'person_id', 'counter', 'at', 'used_at', 'ended_at'), ...person('name'), ...secret('credential_id', 'public_key') },
  accounts: { ...desk('id', 'person_id', 'at', 'ended_at'), ...person('tenant', 'object') },
  round_trips: { ...desk('id', 'kind', 'invitation_id', 'expires_at', 'used_at'), ...secret('browser_hash', 'secrets') },
  calendars: { ...desk('id', 'person_id', 'at', 'ended_at'), ...secret('token_hash') },
  kept_forms: { ...desk('id', 'person_id', 'at'), ...person('path', 'fields') },
  unsent_texts: { ...desk('id', 'person_id', 'form', 'at'), ...person('place', 'fields') },
  journal: desk('id', 'at', 'person_id', 'verb', 'noun', 'noun_id')
}
