import type { Db } from '../database.ts'

/**
 * What a row is a part of. `names` is what everything is called, and `answers` what readers answered,
 * each under the number 0; what is told of a concern or a leaflet goes by the number of that, and
 * what readers `said` of an entry by the number of its publication.
 */
export type Noun =
  | 'action'
  | 'concern'
  | 'round table'
  | 'publication'
  | 'event'
  | 'leaflet'
  | 'programme'
  | 'photo'
  | 'message'
  | 'request'
  | 'said'
  | 'names'
  | 'answers'
  | 'told of concern'
  | 'told of leaflet'

type Touch = [noun: Noun, number: string, from?: string]

const OF_TERMS = '(select action_id from action_terms where id = row.terms_id)'
const OF_UPDATE = '(select action_id from updates where id = row.update_id)'
const OF_DRAFT = '(select publication_id from drafts where id = row.draft_id)'
const OF_EVENT_TERMS = '(select event_id from event_terms where id = row.terms_id)'
const OF_POINT = '(select programme_id from programme_points where id = row.point_id)'
const AT_ADDRESS = '(select id from publications where kind = row.kind and slug = row.slug)'

/**
 * Each table that a glance is made of, and the number of what its row is a part of, as SQL over
 * that `row`. A test reads the loaders and misses none.
 */
export const TOUCHES: Readonly<Record<string, readonly Touch[]>> = {
  actions: [['action', 'row.id']],
  action_terms: [['action', 'row.action_id']],
  term_helpers: [['action', OF_TERMS]],
  acceptances: [['action', OF_TERMS]],
  updates: [['action', 'row.action_id']],
  take_backs: [['action', OF_UPDATE]],
  held_updates: [['action', OF_UPDATE]],
  held_ends: [['action', OF_UPDATE]],
  closings: [['action', 'row.action_id']],
  reopenings: [['action', '(select action_id from closings where id = row.closing_id)']],
  action_concerns: [
    ['action', 'row.action_id'],
    ['concern', 'row.concern_id'],
  ],
  action_moves: [['action', 'row.action_id']],
  wishes: [['action', 'row.action_id']],
  wish_answers: [['action', '(select action_id from wishes where id = row.wish_id)']],
  named_people: [
    ['action', 'row.action_id'],
    ['concern', 'row.concern_id'],
  ],
  take_outs: [
    ['action', 'row.action_id'],
    ['concern', 'row.concern_id'],
  ],
  concerns: [['concern', 'row.id']],
  concern_wordings: [['concern', 'row.concern_id']],
  wording_themes: [
    ['concern', '(select concern_id from concern_wordings where id = row.wording_id)'],
  ],
  priorities: [
    ['concern', 'row.concern_id'],
    ['round table', 'row.round_table_id'],
  ],
  merges: [
    ['concern', 'row.concern_id'],
    ['concern', 'row.into_id'],
  ],
  partings: [
    ['concern', 'row.concern_id'],
    ['concern', 'row.into_id'],
  ],
  passings: [['concern', 'row.concern_id']],
  passing_words: [['concern', '(select concern_id from passings where id = row.passing_id)']],
  round_tables: [
    ['round table', 'row.id'],
    // Two of one day are told apart by what each is called.
    ['round table', 'id', 'from round_tables where held_on = row.held_on'],
  ],
  table_concerns: [
    ['round table', 'row.round_table_id'],
    ['concern', 'row.concern_id'],
  ],
  expected_organisations: [['round table', 'row.round_table_id']],
  attendance: [['round table', 'row.round_table_id']],
  table_guests: [['round table', 'row.round_table_id']],
  minute_corrections: [['round table', 'row.round_table_id']],
  plan_changes: [['round table', 'row.round_table_id']],
  notes: [['concern', 'row.concern_id']],
  note_changes: [['concern', '(select concern_id from notes where id = row.note_id)']],
  publications: [['publication', 'row.id']],
  drafts: [['publication', 'row.publication_id']],
  approvals: [['publication', OF_DRAFT]],
  releases: [['publication', OF_DRAFT]],
  withdrawals: [['publication', AT_ADDRESS]],
  copies: [['publication', AT_ADDRESS]],
  events: [['event', 'row.id']],
  event_terms: [['event', 'row.event_id']],
  event_organisations: [['event', OF_EVENT_TERMS]],
  event_people: [['event', 'row.event_id']],
  event_links: [['event', 'row.event_id']],
  taps: [['event', 'row.event_id']],
  event_options: [['event', 'row.event_id']],
  findings: [['event', 'row.event_id']],
  finding_concerns: [['event', '(select event_id from findings where id = row.finding_id)']],
  leaflets: [['leaflet', 'row.id']],
  leaflet_terms: [['leaflet', 'row.leaflet_id']],
  leaflet_handings: [['leaflet', 'row.leaflet_id']],
  leaflet_files: [['leaflet', 'row.leaflet_id']],
  programmes: [['programme', 'row.id']],
  programme_terms: [['programme', 'row.programme_id']],
  programme_partners: [
    ['programme', '(select programme_id from programme_terms where id = row.terms_id)'],
  ],
  programme_people: [['programme', 'row.programme_id']],
  phases: [['programme', 'row.programme_id']],
  phase_handovers: [['programme', '(select programme_id from phases where id = row.phase_id)']],
  programme_points: [['programme', 'row.programme_id']],
  outcome_sights: [['programme', OF_POINT]],
  opportunity_steps: [['programme', OF_POINT]],
  unrecorded_sessions: [['programme', 'row.programme_id']],
  shown_photos: [['photo', 'row.id']],
  messages: [['message', 'row.id']],
  message_outcomes: [['message', 'row.message_id']],
  message_people: [['message', 'row.message_id']],
  message_contacts: [['message', 'row.message_id']],
  requests: [['request', 'row.id']],
  request_steps: [['request', 'row.request_id']],
  verdicts: [
    ['answers', '0'],
    ['said', "(select id from publications where kind = 'entry' and slug = row.slug)"],
  ],
  organisations: [['names', '0']],
  labels: [['names', '0']],
}

/** Notes taken so far, and what they were of. */
export interface Notes {
  last: number
  /** The last one that was read before is gone: a part of what was written was rolled back. */
  isUndone: boolean
  of: { noun: Noun; of: number }[]
}

/**
 * Notes each row that this connection writes, in a table that lasts as long as the connection does
 * and is rolled back with the rows. The number of a note is never another's, rolled back or not.
 */
export const noteTouches = ({ $client: client }: Db): ((after: number) => Notes) => {
  let ticks = 0
  client.function('tick', () => (ticks += 1))
  client.exec('create temp table touched (id integer primary key, noun text, "of" integer)')
  for (const [table, parts] of Object.entries(TOUCHES))
    for (const [event, rows] of Object.entries(ROWS)) {
      const notes = rows.flatMap((row) => parts.map((part) => noting(part, row)))
      client.exec(`create temp trigger "touched ${table} ${event}"
        after ${event} on main."${table}" begin ${notes.join(' ')} end`)
    }
  const after = client.prepare('select id, noun, "of" from touched where id > ? order by id')
  const isThere = client.prepare('select 1 from touched where id = ?')
  const drop = client.prepare('delete from touched where id <= ?')
  return (last) => {
    const isUndone = isThere.get(last) === undefined
    const rows = after.all(last) as { id: number; noun: Noun; of: number }[]
    // Outside a transaction all that was noted is on disk: it is read once.
    if (rows.length > MOST && !client.inTransaction) drop.run(rows.at(-1)!.id)
    return { last: rows.at(-1)?.id ?? last, isUndone, of: rows }
  }
}

/** So many notes are kept before they are dropped. */
const MOST = 1000

const ROWS = { insert: ['new'], update: ['old', 'new'], delete: ['old'] } as const

const noting = ([noun, number, from]: Touch, row: 'old' | 'new'): string => {
  const of = number.replaceAll('row.', `${row}.`)
  const where = from ? from.replaceAll('row.', `${row}.`) : `where ${of} is not null`
  return `insert into touched select tick(), '${noun}', ${of} ${where};`
}
