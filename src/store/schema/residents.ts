import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { HOW_OFTEN, SCOPES } from '../../domain/residents/following.ts'
import { OUTCOMES, REPLIES } from '../../domain/residents/message.ts'
import { REQUEST_KINDS, REQUEST_STEPS } from '../../domain/residents/request.ts'
import { QUESTIONS, VERDICTS } from '../../domain/residents/verdict.ts'
import { oneOf } from '../checks.ts'
import { id, ref, maybe, flag } from './columns.ts'
import { concerns } from './concerns.ts'
import { people } from './people.ts'

/**
 * What a resident wrote to us, under a code that only they know. Once someone may be at risk it
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
    removedAt: text('removed_at'),
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
 * What the one who holds the code is told: the only thing that the public side reads of a
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
    question: text('question', { enum: QUESTIONS }).notNull().default('difference'),
    verdict: text('verdict', { enum: VERDICTS }).notNull(),
    word: text('word').notNull(),
    replacesId: integer('replaces_id'),
    on: text('on').notNull(),
  },
  (t) => [
    index('verdicts_slug').on(t.slug),
    oneOf('verdicts_verdict', t.verdict, VERDICTS),
    oneOf('verdicts_question', t.question, QUESTIONS),
  ],
)

/**
 * Someone who follows the board by letter, or asked to. The address goes when they stop, and what
 * they chose with it.
 */
export const followers = sqliteTable(
  'followers',
  {
    id: id(),
    email: text('email').notNull(),
    language: text('language').notNull(),
    often: text('often', { enum: HOW_OFTEN }).notNull().default('table'),
    at: text('at').notNull(),
    confirmedAt: text('confirmed_at'),
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('followers_email')
      .on(t.email)
      .where(sql`${t.endedAt} is null`),
    oneOf('followers_often', t.often, HOW_OFTEN),
  ],
)

/** What someone asked to follow, and since when they do: only after they said yes to a letter. */
export const follows = sqliteTable(
  'follows',
  {
    id: id(),
    followerId: ref('follower_id', () => followers.id),
    scope: text('scope', { enum: SCOPES }).notNull(),
    of: text('of').notNull(),
    often: text('often', { enum: HOW_OFTEN }).notNull(),
    language: text('language').notNull(),
    at: text('at').notNull(),
    confirmedAt: text('confirmed_at'),
  },
  (t) => [
    index('follows_follower').on(t.followerId),
    oneOf('follows_scope', t.scope, SCOPES),
    oneOf('follows_often', t.often, HOW_OFTEN),
  ],
)

/**
 * The key in a letter to a follower, kept as a digest: a stolen file opens nothing. It says yes to one
 * thing asked for, or to none.
 */
export const followLinks = sqliteTable(
  'follow_links',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    followerId: ref('follower_id', () => followers.id),
    followId: maybe('follow_id', () => follows.id),
    at: text('at').notNull(),
  },
  (t) => [index('follow_links_follower').on(t.followerId)],
)

/**
 * Someone asks what we hold about them, or complains: by message or otherwise. The law sets a clock
 * from the day it came.
 */
export const requests = sqliteTable(
  'requests',
  {
    id: id(),
    kind: text('kind', { enum: REQUEST_KINDS }).notNull(),
    messageId: maybe('message_id', () => messages.id),
    text: text('text').notNull(),
    receivedOn: text('received_on').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    uniqueIndex('requests_message')
      .on(t.messageId, t.kind)
      .where(sql`${t.messageId} is not null`),
    oneOf('requests_kind', t.kind, REQUEST_KINDS),
  ],
)

/** How to reach them: kept apart, and deleted when they have their answer. */
export const requestContacts = sqliteTable('request_contacts', {
  requestId: ref('request_id', () => requests.id).primaryKey(),
  name: text('name').notNull(),
  reach: text('reach').notNull(),
})

/** What was done about it, each time. */
export const requestSteps = sqliteTable(
  'request_steps',
  {
    id: id(),
    requestId: ref('request_id', () => requests.id),
    kind: text('kind', { enum: REQUEST_STEPS }).notNull(),
    words: text('words').notNull(),
    on: text('on').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('request_steps_request').on(t.requestId),
    oneOf('request_steps_kind', t.kind, REQUEST_STEPS),
  ],
)
