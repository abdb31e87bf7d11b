import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { FREQUENCIES, WHYS } from '../../domain/actions/notices.ts'
import { oneOf } from '../checks.ts'
import { id, ref, maybe } from './columns.ts'
import { actions, updates } from './actions.ts'
import { people, seats, batons } from './people.ts'
import { followers } from './residents.ts'
import { roundTables, minuteReaders } from './round-tables.ts'
import { invitations } from './sign-in.ts'

const LETTER_KINDS = [
  'minutes',
  'follow',
  'news',
  'actions',
  'invitation',
  'baton',
  'table',
  'moved',
] as const

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
    uniqueIndex('letters_news')
      .on(t.followerId, t.roundTableId)
      .where(sql`kind = 'news'`),
  ],
)

export const LETTER_VERBS = ['held', 'let go', 'stopped', 'sent again'] as const

/** What a coordinator did with a letter, and why: each time a row. */
export const letterDecisions = sqliteTable(
  'letter_decisions',
  {
    id: id(),
    letterId: ref('letter_id', () => letters.id),
    verb: text('verb', { enum: LETTER_VERBS }).notNull(),
    reason: text('reason').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('letter_decisions_letter').on(t.letterId),
    oneOf('letter_decisions_verb', t.verb, LETTER_VERBS),
  ],
)

const RETURNS = ['refused', 'returned'] as const

/**
 * A letter that came back: refused for good while it was posted, or returned by a mail server later.
 * It holds no address and no words of the mail that came (R11).
 */
export const returnedLetters = sqliteTable(
  'returned_letters',
  {
    id: id(),
    letterId: maybe('letter_id', () => letters.id),
    personId: maybe('person_id', () => people.id),
    readerId: maybe('reader_id', () => minuteReaders.id),
    followerId: maybe('follower_id', () => followers.id),
    how: text('how', { enum: RETURNS }).notNull(),
    status: text('status').notNull(),
    at: text('at').notNull(),
    settledAt: text('settled_at'),
    settledById: maybe('settled_by_id', () => people.id),
  },
  (t) => [
    index('returned_letters_letter').on(t.letterId),
    oneOf('returned_letters_how', t.how, RETURNS),
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

/** The link by which a seat releases one update, or sends it back; stored hashed. */
export const releaseLinks = sqliteTable(
  'release_links',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    letterId: ref('letter_id', () => letters.id),
    updateId: ref('update_id', () => updates.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [index('release_links_update').on(t.updateId)],
)
