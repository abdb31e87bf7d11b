import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { STATUSES, KINDS } from '../domain/actions/action.ts'
import { BATON_ENDS } from '../domain/people/baton.ts'
import { ORIGINS } from '../domain/concerns/concern.ts'
import { DEPTHS } from '../domain/depth.ts'
import { NOTE_KINDS, READER_DEPTHS } from '../domain/round-tables/minutes.ts'
import { FREQUENCIES, WHYS } from '../domain/actions/reminders.ts'
import { ROLES } from '../domain/people/person.ts'
import { OUTCOMES, REPLIES } from '../domain/residents/message.ts'
import { COPY_KINDS } from '../domain/publishing/words.ts'
import { VERDICTS } from '../domain/residents/verdict.ts'
import { PRESENCES } from '../domain/round-tables/round-table.ts'
import { oneOf } from './checks.ts'

export const id = () => integer('id').primaryKey({ autoIncrement: true })
export const ref = (name: string, table: () => AnySQLiteColumn) =>
  integer(name).notNull().references(table)
export const maybe = (name: string, table: () => AnySQLiteColumn) => integer(name).references(table)
const LETTER_KINDS = ['minutes', 'follow', 'news', 'actions', 'invitation', 'baton'] as const
const TRIP_KINDS = ['passkey', 'account'] as const
export const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false)

// Who sits at the table

export const organisations = sqliteTable('organisations', {
  id: id(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  publicName: text('public_name').notNull(),
  expected: flag('expected'),
  endedOn: text('ended_on'),
})

export const people = sqliteTable(
  'people',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    approves: flag('approves'),
    organisationId: ref('organisation_id', () => organisations.id),
    totpSecret: text('totp_secret'),
    totpStep: integer('totp_step'),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('people_email')
      .on(t.email)
      .where(sql`${t.endedAt} is null`),
    oneOf('people_role', t.role, ROLES),
  ],
)

export const seats = sqliteTable('seats', {
  id: id(),
  organisationId: ref('organisation_id', () => organisations.id),
  title: text('title').notNull(),
  endedOn: text('ended_on'),
})

export const holdings = sqliteTable(
  'holdings',
  {
    id: id(),
    seatId: ref('seat_id', () => seats.id),
    personId: ref('person_id', () => people.id),
    fromOn: text('from_on').notNull(),
    untilOn: text('until_on'),
  },
  (t) => [index('holdings_seat').on(t.seatId)],
)

/**
 * A seat that is being handed on: who hands it, to whom (a person here, or an address that a
 * coordinator invites), with a note.
 */
export const batons = sqliteTable(
  'batons',
  {
    id: id(),
    seatId: ref('seat_id', () => seats.id),
    holdingId: ref('holding_id', () => holdings.id),
    fromId: ref('from_id', () => people.id),
    toId: maybe('to_id', () => people.id),
    name: text('name'),
    email: text('email'),
    note: text('note').notNull(),
    at: text('at').notNull(),
  },
  (t) => [index('batons_seat').on(t.seatId)],
)

/**
 * The actions that do not go with the seat: they stay with the organisation, or go with the one who
 * leaves to another seat.
 */
export const batonKeeps = sqliteTable(
  'baton_keeps',
  {
    batonId: ref('baton_id', () => batons.id),
    actionId: ref('action_id', () => actions.id),
    seatId: maybe('seat_id', () => seats.id),
  },
  (t) => [primaryKey({ columns: [t.batonId, t.actionId] })],
)

export const batonEnds = sqliteTable(
  'baton_ends',
  {
    batonId: ref('baton_id', () => batons.id).primaryKey(),
    kind: text('kind', { enum: BATON_ENDS }).notNull(),
    words: text('words'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [oneOf('baton_ends_kind', t.kind, BATON_ENDS)],
)

/** Whether someone agrees to be named as a past holder of a seat, each time they said so. */
export const alumni = sqliteTable(
  'alumni',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    agreed: flag('agreed'),
    at: text('at').notNull(),
  },
  (t) => [index('alumni_person').on(t.personId)],
)

// What the partnership keeps

export const labels = sqliteTable(
  'labels',
  {
    id: id(),
    kind: text('kind', { enum: ['theme', 'area'] }).notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    endedOn: text('ended_on'),
  },
  (t) => [
    uniqueIndex('labels_kind_code').on(t.kind, t.code),
    oneOf('labels_kind', t.kind, ['theme', 'area']),
  ],
)

export const guardedWords = sqliteTable('guarded_words', {
  id: id(),
  word: text('word').notNull(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
  endedAt: text('ended_at'),
})

export const settings = sqliteTable('settings', {
  id: id(),
  name: text('name').notNull(),
  value: text('value').notNull(),
  reason: text('reason'),
  personId: maybe('person_id', () => people.id),
  at: text('at').notNull(),
})

// Round tables and what is said there

export const roundTables = sqliteTable('round_tables', {
  id: id(),
  slug: text('slug').notNull().unique(),
  heldOn: text('held_on').notNull(),
  startsAt: text('starts_at'),
  place: text('place'),
  residents: integer('residents'),
  plannedAt: text('planned_at'),
  openedAt: text('opened_at'),
  finishedAt: text('finished_at'),
  agreedAt: text('agreed_at'),
  agreedAtTableId: integer('agreed_at_table_id'),
})

export const expectedOrganisations = sqliteTable(
  'expected_organisations',
  {
    roundTableId: ref('round_table_id', () => roundTables.id),
    organisationId: ref('organisation_id', () => organisations.id),
  },
  (t) => [primaryKey({ columns: [t.roundTableId, t.organisationId] })],
)

export const attendance = sqliteTable(
  'attendance',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    organisationId: ref('organisation_id', () => organisations.id),
    seatId: maybe('seat_id', () => seats.id),
    guestRole: text('guest_role'),
    presence: text('presence', { enum: PRESENCES }).notNull(),
  },
  (t) => [
    index('attendance_table').on(t.roundTableId),
    oneOf('attendance_presence', t.presence, PRESENCES),
  ],
)

export const minuteCorrections = sqliteTable('minute_corrections', {
  id: id(),
  roundTableId: ref('round_table_id', () => roundTables.id),
  text: text('text').notNull(),
  reason: text('reason').notNull(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

/**
 * What was said or decided that is no concern and no action. `unread` says why a typed line could
 * not be read as more.
 */
export const notes = sqliteTable(
  'notes',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    concernId: maybe('concern_id', () => concerns.id),
    kind: text('kind', { enum: NOTE_KINDS }).notNull(),
    text: text('text').notNull(),
    unread: text('unread'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('notes_table').on(t.roundTableId), oneOf('notes_kind', t.kind, NOTE_KINDS)],
)

/** New words for a note, or none where it was taken out. */
export const noteChanges = sqliteTable(
  'note_changes',
  {
    id: id(),
    noteId: ref('note_id', () => notes.id),
    text: text('text'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('note_changes_note').on(t.noteId)],
)

/**
 * What each typed line became: one row for each, under the key of the box it was sent from, so that
 * a line sent again is not written again.
 */
export const typedLines = sqliteTable(
  'typed_lines',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    key: text('key').notNull(),
    place: integer('place').notNull(),
    mark: text('mark').notNull(),
    noun: text('noun').notNull(),
    nounId: integer('noun_id').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    uniqueIndex('typed_lines_key').on(t.key, t.place),
    index('typed_lines_table').on(t.roundTableId),
  ],
)

/**
 * A concern or an action written down by mistake and taken out again, at the table that was
 * minuting it.
 */
export const takeOuts = sqliteTable(
  'take_outs',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    concernId: maybe('concern_id', () => concerns.id),
    actionId: maybe('action_id', () => actions.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    uniqueIndex('take_outs_concern').on(t.concernId),
    uniqueIndex('take_outs_action').on(t.actionId),
  ],
)

/** Something a member asks to talk about, put down before the table meets. */
export const topics = sqliteTable(
  'topics',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    text: text('text').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('topics_table').on(t.roundTableId)],
)

/** How a table's agenda was arranged, each time it was: the slots in order, with their minutes. */
export const agendas = sqliteTable(
  'agendas',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    slots: text('slots', { mode: 'json' }).notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('agendas_table').on(t.roundTableId)],
)

/** R16: a session that is not recorded. There is no column for what was said. */
export const unrecordedSessions = sqliteTable('unrecorded_sessions', {
  id: id(),
  programmeId: integer('programme_id'),
  heldOn: text('held_on').notNull(),
  name: text('name').notNull(),
  headCount: integer('head_count'),
  shared: text('shared'),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

/** Someone without an account who is sent the minutes of a table. */
export const minuteReaders = sqliteTable(
  'minute_readers',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    role: text('role').notNull(),
    email: text('email').notNull(),
    depth: text('depth', { enum: READER_DEPTHS }).notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    index('minute_readers_table').on(t.roundTableId),
    oneOf('minute_readers_depth', t.depth, READER_DEPTHS),
  ],
)

/**
 * A letter to be posted: written down first, posted when that is on disk, tried again until it is
 * gone. It has no words: they are read from the record when it goes.
 */
export const letters = sqliteTable(
  'letters',
  {
    id: id(),
    kind: text('kind', { enum: LETTER_KINDS }).notNull(),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    personId: maybe('person_id', () => people.id),
    readerId: maybe('reader_id', () => minuteReaders.id),
    followerId: maybe('follower_id', () => followers.id),
    invitationId: maybe('invitation_id', () => invitations.id),
    batonId: maybe('baton_id', () => batons.id),
    messageId: text('message_id').notNull().unique(),
    sentById: maybe('sent_by_id', () => people.id),
    at: text('at').notNull(),
    tries: integer('tries').notNull().default(0),
    tryAt: text('try_at').notNull(),
    postedAt: text('posted_at'),
    fault: text('fault'),
    heldAt: text('held_at'),
    heldById: maybe('held_by_id', () => people.id),
  },
  (t) => [
    index('letters_table').on(t.roundTableId),
    oneOf('letters_kind', t.kind, LETTER_KINDS),
    uniqueIndex('letters_news').on(t.followerId, t.roundTableId),
  ],
)

/**
 * A reason to write to someone about an action: once for each occasion, and in one letter with
 * whatever else waits for them that day.
 */
export const notices = sqliteTable(
  'notices',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    actionId: ref('action_id', () => actions.id),
    seatId: maybe('seat_id', () => seats.id),
    why: text('why', { enum: WHYS }).notNull(),
    cause: text('cause').notNull(),
    on: text('on').notNull(),
    letterId: maybe('letter_id', () => letters.id),
  },
  (t) => [
    uniqueIndex('notices_once').on(t.personId, t.actionId, t.why, t.cause),
    index('notices_letter').on(t.letterId),
    oneOf('notices_why', t.why, WHYS),
  ],
)

/** How often someone wants letters, each time they said so. */
export const letterChoices = sqliteTable(
  'letter_choices',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    frequency: text('frequency', { enum: FREQUENCIES }).notNull(),
    at: text('at').notNull(),
  },
  (t) => [
    index('letter_choices_person').on(t.personId),
    oneOf('letter_choices_frequency', t.frequency, FREQUENCIES),
  ],
)

/**
 * The link in a letter: one action, one seat, one person; stored hashed, good until its day or
 * until the seat changes hands.
 */
export const reportLinks = sqliteTable(
  'report_links',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    letterId: ref('letter_id', () => letters.id),
    actionId: ref('action_id', () => actions.id),
    seatId: ref('seat_id', () => seats.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [index('report_links_letter').on(t.letterId)],
)

export const concerns = sqliteTable(
  'concerns',
  {
    id: id(),
    raisedOn: text('raised_on').notNull(),
    originKind: text('origin_kind', { enum: ORIGINS }).notNull(),
    originNote: text('origin_note'),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    depth: text('depth', { enum: DEPTHS }).notNull().default('table'),
    ground: text('ground'),
    splitFromId: integer('split_from_id'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    index('concerns_table').on(t.roundTableId),
    oneOf('concerns_depth', t.depth, DEPTHS),
    oneOf('concerns_origin', t.originKind, ORIGINS),
  ],
)

/**
 * The concerns that came up at a round table, in the order they came: the numbered items of its
 * minutes.
 */
export const tableConcerns = sqliteTable(
  'table_concerns',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    concernId: ref('concern_id', () => concerns.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [uniqueIndex('table_concerns_both').on(t.roundTableId, t.concernId)],
)

export const concernWordings = sqliteTable(
  'concern_wordings',
  {
    id: id(),
    concernId: ref('concern_id', () => concerns.id),
    text: text('text').notNull(),
    themeId: maybe('theme_id', () => labels.id),
    areaId: maybe('area_id', () => labels.id),
    reason: text('reason'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('concern_wordings_concern').on(t.concernId)],
)

export const merges = sqliteTable('merges', {
  concernId: ref('concern_id', () => concerns.id).primaryKey(),
  intoId: ref('into_id', () => concerns.id),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

export const priorities = sqliteTable(
  'priorities',
  {
    id: id(),
    concernId: ref('concern_id', () => concerns.id),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    agreed: flag('agreed'),
    reason: text('reason'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('priorities_concern').on(t.concernId)],
)

/** Who may know a named matter. */
export const namedPeople = sqliteTable(
  'named_people',
  {
    id: id(),
    concernId: maybe('concern_id', () => concerns.id),
    actionId: maybe('action_id', () => actions.id),
    personId: ref('person_id', () => people.id),
    addedById: ref('added_by_id', () => people.id),
    at: text('at').notNull(),
    removedAt: text('removed_at'),
  },
  (t) => [index('named_people_person').on(t.personId)],
)

// Actions

export const actions = sqliteTable(
  'actions',
  {
    id: id(),
    number: text('number').notNull(),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    depth: text('depth', { enum: DEPTHS }).notNull().default('table'),
    ground: text('ground'),
    agreedAt: text('agreed_at').notNull(),
  },
  (t) => [index('actions_table').on(t.roundTableId), oneOf('actions_depth', t.depth, DEPTHS)],
)

export const actionConcerns = sqliteTable(
  'action_concerns',
  {
    actionId: ref('action_id', () => actions.id),
    concernId: ref('concern_id', () => concerns.id),
  },
  (t) => [
    primaryKey({ columns: [t.actionId, t.concernId] }),
    index('action_concerns_concern').on(t.concernId),
  ],
)

export const actionTerms = sqliteTable(
  'action_terms',
  {
    id: id(),
    actionId: ref('action_id', () => actions.id),
    text: text('text').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    leadId: maybe('lead_id', () => organisations.id),
    seatId: maybe('seat_id', () => seats.id),
    by: text('by'),
    proposed: flag('proposed'),
    reason: text('reason'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('action_terms_action').on(t.actionId), oneOf('action_terms_kind', t.kind, KINDS)],
)

export const termHelpers = sqliteTable(
  'term_helpers',
  {
    termsId: ref('terms_id', () => actionTerms.id),
    organisationId: ref('organisation_id', () => organisations.id),
  },
  (t) => [primaryKey({ columns: [t.termsId, t.organisationId] })],
)

export const acceptances = sqliteTable(
  'acceptances',
  {
    id: id(),
    termsId: ref('terms_id', () => actionTerms.id),
    organisationId: ref('organisation_id', () => organisations.id),
    accepted: flag('accepted'),
    words: text('words'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('acceptances_terms').on(t.termsId)],
)

export const updates = sqliteTable(
  'updates',
  {
    id: id(),
    actionId: ref('action_id', () => actions.id),
    status: text('status', { enum: STATUSES }).notNull(),
    text: text('text').notNull(),
    waitingFor: text('waiting_for'),
    on: text('on'),
    organisationId: maybe('organisation_id', () => organisations.id),
    seatId: maybe('seat_id', () => seats.id),
    personId: ref('person_id', () => people.id),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    at: text('at').notNull(),
  },
  (t) => [index('updates_action').on(t.actionId), oneOf('updates_status', t.status, STATUSES)],
)

export const takeBacks = sqliteTable('take_backs', {
  updateId: ref('update_id', () => updates.id).primaryKey(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

export const closings = sqliteTable(
  'closings',
  {
    id: id(),
    actionId: ref('action_id', () => actions.id),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('closings_action').on(t.actionId)],
)

export const reopenings = sqliteTable('reopenings', {
  closingId: ref('closing_id', () => closings.id).primaryKey(),
  reason: text('reason').notNull(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

// On the way to the public

/**
 * One thing that is told: an entry for a concern, a round table's page, an event, a leaflet, a
 * programme, a year's count, who we are, or one of these in another language.
 */
export const tellings = sqliteTable(
  'tellings',
  {
    id: id(),
    kind: text('kind', { enum: COPY_KINDS }).notNull(),
    concernId: maybe('concern_id', () => concerns.id),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    quoteId: integer('quote_id'),
    eventId: integer('event_id'),
    leafletId: integer('leaflet_id'),
    programmeId: integer('programme_id'),
    year: text('year'),
    slug: text('slug'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [oneOf('tellings_kind', t.kind, COPY_KINDS)],
)

export const drafts = sqliteTable(
  'drafts',
  {
    id: id(),
    tellingId: ref('telling_id', () => tellings.id),
    words: text('words', { mode: 'json' }).notNull(),
    coversIds: text('covers_ids', { mode: 'json' }).notNull(),
    writerId: ref('writer_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('drafts_telling').on(t.tellingId)],
)

export const approvals = sqliteTable(
  'approvals',
  {
    id: id(),
    draftId: ref('draft_id', () => drafts.id),
    alone: flag('alone'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('approvals_draft').on(t.draftId)],
)

export const overrulings = sqliteTable('overrulings', {
  id: id(),
  tellingId: ref('telling_id', () => tellings.id),
  key: text('key').notNull(),
  found: text('found').notNull(),
  reason: text('reason').notNull(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

export const comments = sqliteTable('comments', {
  id: id(),
  draftId: ref('draft_id', () => drafts.id),
  organisationId: ref('organisation_id', () => organisations.id),
  text: text('text').notNull(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

export const publications = sqliteTable('publications', {
  id: id(),
  draftId: ref('draft_id', () => drafts.id),
  copyId: integer('copy_id').notNull(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

// Public. Nothing here points at a working table, and the public side is made of these alone (R10).

export const copies = sqliteTable(
  'copies',
  {
    id: id(),
    kind: text('kind', { enum: COPY_KINDS }).notNull(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    publishedOn: text('published_on').notNull(),
    standing: text('standing'),
    words: text('words', { mode: 'json' }).notNull(),
    changeKind: text('change_kind', { enum: ['first', 'news', 'correction', 'privacy'] }).notNull(),
    changeWords: text('change_words').notNull(),
  },
  (t) => [uniqueIndex('copies_kind_slug_version').on(t.kind, t.slug, t.version)],
)

export const withdrawals = sqliteTable(
  'withdrawals',
  {
    id: id(),
    kind: text('kind', { enum: COPY_KINDS }).notNull(),
    slug: text('slug').notNull(),
    on: text('on').notNull(),
    ground: text('ground').notNull(),
  },
  (t) => [uniqueIndex('withdrawals_kind_slug').on(t.kind, t.slug)],
)

/** The file of a copy that is public now, by its fingerprint. It goes when the copy does. */
export const copyFiles = sqliteTable(
  'copy_files',
  {
    id: id(),
    kind: text('kind', { enum: COPY_KINDS }).notNull(),
    slug: text('slug').notNull(),
    hash: text('hash').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    text: text('text').notNull(),
  },
  (t) => [uniqueIndex('copy_files_one').on(t.kind, t.slug, t.hash)],
)

// From residents. What they type is read by the charity alone (R27).

/**
 * What a resident wrote to us, under a number that only they know. Once someone may be at risk it
 * is a named matter.
 */
export const messages = sqliteTable('messages', {
  id: id(),
  referenceHash: text('reference_hash').notNull().unique(),
  language: text('language').notNull(),
  text: text('text').notNull(),
  area: text('area'),
  atRisk: flag('at_risk'),
  at: text('at').notNull(),
})

/** How to reach someone who asked for an answer: kept apart, and deleted when they have it. */
export const messageContacts = sqliteTable('message_contacts', {
  messageId: ref('message_id', () => messages.id).primaryKey(),
  name: text('name').notNull(),
  reach: text('reach').notNull(),
})

/** Who may know a message that tells of someone who may be at risk. */
export const messagePeople = sqliteTable(
  'message_people',
  {
    messageId: ref('message_id', () => messages.id),
    personId: ref('person_id', () => people.id),
    addedById: ref('added_by_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.personId] })],
)

/**
 * What staff made of a message: read, a concern of its own, joined to one, answered, or nothing
 * more.
 */
export const messageOutcomes = sqliteTable(
  'message_outcomes',
  {
    id: id(),
    messageId: ref('message_id', () => messages.id),
    kind: text('kind', { enum: OUTCOMES }).notNull(),
    concernId: maybe('concern_id', () => concerns.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('message_outcomes_message').on(t.messageId),
    index('message_outcomes_concern').on(t.concernId),
    oneOf('message_outcomes_kind', t.kind, OUTCOMES),
  ],
)

/**
 * What the one who holds the number is told: the only thing that the public side reads of a
 * message.
 */
export const replies = sqliteTable(
  'replies',
  {
    id: id(),
    referenceHash: text('reference_hash').notNull(),
    kind: text('kind', { enum: REPLIES }).notNull(),
    words: text('words').notNull(),
    slug: text('slug'),
    on: text('on').notNull(),
  },
  (t) => [index('replies_reference').on(t.referenceHash), oneOf('replies_kind', t.kind, REPLIES)],
)

/**
 * What a reader says of an entry: did it make a difference? With a word to the charity, if they
 * like. A second tap takes the place of the first.
 */
export const verdicts = sqliteTable(
  'verdicts',
  {
    id: id(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    verdict: text('verdict', { enum: VERDICTS }).notNull(),
    word: text('word').notNull(),
    replacesId: integer('replaces_id'),
    on: text('on').notNull(),
  },
  (t) => [index('verdicts_slug').on(t.slug), oneOf('verdicts_verdict', t.verdict, VERDICTS)],
)

/** Someone who asked for a letter after each round table. The address goes when they stop. */
export const followers = sqliteTable(
  'followers',
  {
    id: id(),
    email: text('email').notNull(),
    language: text('language').notNull(),
    key: text('key').notNull().unique(),
    at: text('at').notNull(),
    confirmedAt: text('confirmed_at'),
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('followers_email')
      .on(t.email)
      .where(sql`${t.endedAt} is null`),
  ],
)

// At the door

export const signInCodes = sqliteTable('sign_in_codes', {
  id: id(),
  browserHash: text('browser_hash').notNull().unique(),
  personId: maybe('person_id', () => people.id),
  codeHash: text('code_hash').notNull(),
  tries: integer('tries').notNull().default(0),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
})

export const sessions = sqliteTable(
  'sessions',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    personId: ref('person_id', () => people.id),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    device: text('device'),
    secondFactorAt: text('second_factor_at'),
    pendingSecret: text('pending_secret'),
    endedAt: text('ended_at'),
  },
  (t) => [index('sessions_person').on(t.personId)],
)

export const recoveryCodes = sqliteTable('recovery_codes', {
  id: id(),
  personId: ref('person_id', () => people.id),
  codeHash: text('code_hash').notNull(),
  usedAt: text('used_at'),
})

export const setUpLinks = sqliteTable('set_up_links', {
  id: id(),
  tokenHash: text('token_hash').notNull().unique(),
  personId: maybe('person_id', () => people.id),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
})

/**
 * Someone is asked in by a coordinator: a letter with a link, good for seven days. Until it is
 * used, that address opens nothing after them.
 */
export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    batonId: maybe('baton_id', () => batons.id),
    tokenHash: text('token_hash').unique(),
    invitedById: ref('invited_by_id', () => people.id),
    at: text('at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [index('invitations_person').on(t.personId)],
)

/** A device that can say who holds it. What it keeps to itself never comes here. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    credentialId: text('credential_id').notNull().unique(),
    publicKey: text('public_key').notNull(),
    counter: integer('counter').notNull(),
    name: text('name').notNull(),
    at: text('at').notNull(),
    usedAt: text('used_at'),
    endedAt: text('ended_at'),
  },
  (t) => [index('passkeys_person').on(t.personId)],
)

/**
 * A work account that is joined to a person: known by its tenant and its object, never by an
 * address.
 */
export const accounts = sqliteTable(
  'accounts',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    tenant: text('tenant').notNull(),
    object: text('object').notNull(),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('accounts_one')
      .on(t.tenant, t.object)
      .where(sql`${t.endedAt} is null`),
    index('accounts_person').on(t.personId),
  ],
)

/**
 * A way out of the page and back, tied to the browser that began it: what a passkey is asked to
 * sign, or a visit to where a work account lives. Spent once, in minutes.
 */
export const roundTrips = sqliteTable(
  'round_trips',
  {
    id: id(),
    browserHash: text('browser_hash').notNull().unique(),
    kind: text('kind', { enum: TRIP_KINDS }).notNull(),
    secrets: text('secrets', { mode: 'json' }).notNull(),
    invitationId: maybe('invitation_id', () => invitations.id),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [oneOf('round_trips_kind', t.kind, TRIP_KINDS)],
)

/** A calendar of someone's own, at an address that only they know. */
export const calendars = sqliteTable(
  'calendars',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    tokenHash: text('token_hash').notNull().unique(),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('calendars_person').on(t.personId)],
)

/**
 * What someone was typing when their session ended (R25). Shown to that person alone, and gone when
 * sent or dropped.
 */
export const keptForms = sqliteTable('kept_forms', {
  id: id(),
  personId: ref('person_id', () => people.id),
  path: text('path').notNull(),
  fields: text('fields', { mode: 'json' }).notNull(),
  at: text('at').notNull(),
})

/**
 * What someone is typing and has not sent: kept as they type, for that person alone, and gone when
 * it is sent or they sign out.
 */
export const unsentTexts = sqliteTable(
  'unsent_texts',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    place: text('place').notNull(),
    form: text('form').notNull(),
    fields: text('fields', { mode: 'json' }).notNull(),
    at: text('at').notNull(),
  },
  (t) => [uniqueIndex('unsent_texts_form').on(t.personId, t.place, t.form)],
)

/** Who did what to which record, when. Ids and verbs, no text; only ever added to. */
export const journal = sqliteTable(
  'journal',
  {
    id: id(),
    at: text('at').notNull(),
    personId: maybe('person_id', () => people.id),
    verb: text('verb').notNull(),
    noun: text('noun').notNull(),
    nounId: text('noun_id').notNull(),
  },
  (t) => [index('journal_noun').on(t.noun, t.nounId)],
)
