/** What a row of words hangs on: its number, as SQL of that row. */
type Matter = 'concern' | 'action' | 'event' | 'programme' | 'message'
export type MattersSeen = Record<Matter, readonly number[]>

/** A table of words that people typed, in the words of the page, and what each row hangs on. */
export interface Place {
  what: string
  table: string
  columns: readonly string[]
  /** The columns hold JSON: its strings are what people typed. */
  isJson?: true
  of?: Partial<Record<Matter, string>>
}

const on = (matter: Matter, table: string, key: string, of: string): Place['of'] => ({
  [matter]: `(select ${matter}_id from ${table} where ${table}.id = ${of}.${key})`,
})

const CONCERNS: readonly Place[] = (
  [
    ['concerns', ['origin_note'], { concern: 'id' }],
    ['concern_wordings', ['text', 'reason'], { concern: 'concern_id' }],
    ['priorities', ['reason'], { concern: 'concern_id' }],
    ['partings', ['reason'], { concern: 'concern_id' }],
    ['passings', ['to_whom', 'contact'], { concern: 'concern_id' }],
    ['passing_words', ['words'], on('concern', 'passings', 'passing_id', 'passing_words')],
    ['quotes', ['words', 'role'], { concern: 'concern_id' }],
  ] as const
).map(([table, columns, of]) => ({ what: 'Concerns', table, columns, of }))

const ACTIONS: readonly Place[] = (
  [
    ['action_terms', ['text', 'reason'], { action: 'action_id' }],
    ['acceptances', ['words'], on('action', 'action_terms', 'terms_id', 'acceptances')],
    ['updates', ['text', 'waiting_for'], { action: 'action_id' }],
    ['held_ends', ['words'], on('action', 'updates', 'update_id', 'held_ends')],
    ['reopenings', ['reason'], on('action', 'closings', 'closing_id', 'reopenings')],
    ['wishes', ['reason'], { action: 'action_id' }],
    ['wish_answers', ['words'], on('action', 'wishes', 'wish_id', 'wish_answers')],
    ['action_steps', ['text'], { action: 'action_id' }],
  ] as const
).map(([table, columns, of]) => ({ what: 'Actions, and what owners said', table, columns, of }))

const TABLES: readonly Place[] = (
  [
    ['notes', ['text', 'unread'], { concern: 'concern_id' }],
    ['note_changes', ['text'], on('concern', 'notes', 'note_id', 'note_changes')],
    ['agenda_outcomes', ['reason'], { concern: 'concern_id', action: 'action_id' }],
    ['minute_corrections', ['text', 'reason'], {}],
    ['topics', ['text'], {}],
    ['turns', ['title'], {}],
    ['attendance', ['guest_role', 'sent_role'], {}],
    ['table_guests', ['role'], {}],
    ['minute_readers', ['role'], {}],
    ['table_answers', ['stand_in'], {}],
    ['guest_answers', ['stand_in'], {}],
    ['round_tables', ['place'], {}],
    ['table_series', ['place'], {}],
    ['plan_changes', ['place', 'reason'], {}],
  ] as const
).map(([table, columns, of]) => ({ what: 'Round tables and minutes', table, columns, of }))

const OF_POINT = (table: string): Place['of'] =>
  on('programme', 'programme_points', 'point_id', table)

const EVIDENCE: readonly Place[] = (
  [
    ['event_terms', ['name', 'place', 'topics', 'took_away'], { event: 'event_id' }],
    ['event_options', ['text'], { event: 'event_id' }],
    ['findings', ['text'], { event: 'event_id' }],
    [
      'event_organisations',
      ['brought'],
      on('event', 'event_terms', 'terms_id', 'event_organisations'),
    ],
    [
      'programme_terms',
      ['name', 'aim', 'length', 'agreement', 'support'],
      { programme: 'programme_id' },
    ],
    ['phases', ['name'], { programme: 'programme_id' }],
    [
      'phase_handovers',
      ['from_role', 'to_role'],
      on('programme', 'phases', 'phase_id', 'phase_handovers'),
    ],
    ['programme_points', ['theme', 'text'], { programme: 'programme_id' }],
    ['outcome_sights', ['words'], OF_POINT('outcome_sights')],
    ['opportunity_steps', ['words'], OF_POINT('opportunity_steps')],
    ['unrecorded_sessions', ['name', 'shared'], { programme: 'programme_id' }],
    ['leaflet_terms', ['title', 'answers', 'place'], { action: 'action_id' }],
    ['leaflet_handings', ['to_whom'], {}],
  ] as const
).map(([table, columns, of]) => ({ what: 'Events, leaflets and programmes', table, columns, of }))

const OF_MESSAGE = '(select id from messages m where m.reference_hash = replies.reference_hash)'

const REST: readonly Place[] = [
  ...['agendas', 'kept_agendas', 'standing_orders'].map((table): Place => ({
    what: 'Agendas',
    table,
    columns: ['slots'],
    isJson: true,
  })),
  { what: 'Drafts for the board', table: 'drafts', columns: ['words'], isJson: true },
  { what: 'What residents wrote', table: 'messages', columns: ['text'], of: { message: 'id' } },
  { what: 'What we answered', table: 'replies', columns: ['words'], of: { message: OF_MESSAGE } },
  { what: 'What readers said of an entry', table: 'verdicts', columns: ['word'] },
  {
    what: 'Names beside messages',
    table: 'message_contacts',
    columns: ['name', 'reach'],
    of: { message: 'message_id' },
  },
  {
    what: 'Requests and complaints',
    table: 'requests',
    columns: ['text'],
    of: { message: 'message_id' },
  },
  {
    what: 'Requests and complaints',
    table: 'request_steps',
    columns: ['words'],
    of: on('message', 'requests', 'request_id', 'request_steps')!,
  },
  {
    what: 'Names beside requests',
    table: 'request_contacts',
    columns: ['name', 'reach'],
    of: on('message', 'requests', 'request_id', 'request_contacts')!,
  },
  { what: 'What organisations said of public words', table: 'comments', columns: ['text'] },
  { what: 'Why a check was overruled', table: 'overrulings', columns: ['found', 'reason'] },
  { what: 'Seats that were handed on', table: 'batons', columns: ['note'] },
  { what: 'Seats that were handed on', table: 'baton_ends', columns: ['words'] },
  { what: 'Settings', table: 'settings', columns: ['value', 'reason'] },
  { what: 'Why a letter was stopped', table: 'letter_decisions', columns: ['reason'] },
]

/** Every place of words that people typed into the record, but for what is told in public. */
export const PLACES: readonly Place[] = [...CONCERNS, ...ACTIONS, ...TABLES, ...EVIDENCE, ...REST]

/** A condition: whoever sees these matters sees the row. */
export const isSeen = ({ table, of = {} }: Place): string =>
  Object.entries(of)
    .map(
      ([matter, key]) =>
        `and (${/^\w+$/.test(key) ? `"${table}".${key}` : key} is null
          or ${key} in (select value from json_each(:${matter})))`,
    )
    .join(' ')
