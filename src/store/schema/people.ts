import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { BATON_ENDS } from '../../domain/people/baton.ts'
import { LIST_ANSWERS, LIST_NOUNS } from '../../domain/people/list-question.ts'
import { ROLES } from '../../domain/people/person.ts'
import { oneOf } from '../checks.ts'
import { id, ref, maybe, flag } from './columns.ts'

export const organisations = sqliteTable('organisations', {
  id: id(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  publicName: text('public_name').notNull(),
  expected: flag('expected'),
  endedOn: text('ended_on'),
})

/** What an organisation was called until it was called something else (R5). */
export const organisationNames = sqliteTable(
  'organisation_names',
  {
    id: id(),
    organisationId: ref('organisation_id', () => organisations.id),
    name: text('name').notNull(),
    publicName: text('public_name').notNull(),
    untilAt: text('until_at').notNull(),
  },
  (t) => [index('organisation_names_organisation').on(t.organisationId)],
)

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

/** What a person was called until they were called something else (R5). */
export const personNames = sqliteTable(
  'person_names',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    name: text('name').notNull(),
    untilAt: text('until_at').notNull(),
  },
  (t) => [index('person_names_person').on(t.personId)],
)

export const seats = sqliteTable('seats', {
  id: id(),
  organisationId: ref('organisation_id', () => organisations.id),
  title: text('title').notNull(),
  endedOn: text('ended_on'),
})

/** ... and a seat. */
export const seatNames = sqliteTable(
  'seat_names',
  {
    id: id(),
    seatId: ref('seat_id', () => seats.id),
    title: text('title').notNull(),
    untilAt: text('until_at').notNull(),
  },
  (t) => [index('seat_names_seat').on(t.seatId)],
)

export const holdings = sqliteTable(
  'holdings',
  {
    id: id(),
    seatId: ref('seat_id', () => seats.id),
    personId: ref('person_id', () => people.id),
    fromOn: text('from_on').notNull(),
    untilOn: text('until_on'),
    /** When it was written down that they left; nothing for the oldest. */
    endedAt: text('ended_at'),
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

/** Whether someone wants the words of their actions in it, each time they said so. */
export const calendarWords = sqliteTable(
  'calendar_words',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    chosen: flag('chosen'),
    at: text('at').notNull(),
  },
  (t) => [index('calendar_words_person').on(t.personId)],
)

/** What opens, at another round table, what is someone's own here. */
export const tableKeys = sqliteTable(
  'table_keys',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    tokenHash: text('token_hash').notNull().unique(),
    /** Its last letters, by which its owner knows it. */
    mark: text('mark').notNull(),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('table_keys_person').on(t.personId)],
)

/**
 * What was answered about someone who left a seat and stood on the list of a matter held in private
 * (R7).
 */
export const listAnswers = sqliteTable(
  'list_answers',
  {
    id: id(),
    noun: text('noun', { enum: LIST_NOUNS }).notNull(),
    nounId: integer('noun_id').notNull(),
    leaverId: ref('leaver_id', () => people.id),
    kind: text('kind', { enum: LIST_ANSWERS }).notNull(),
    toId: maybe('to_id', () => people.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    takenBackAt: text('taken_back_at'),
  },
  (t) => [
    index('list_answers_leaver').on(t.leaverId),
    oneOf('list_answers_noun', t.noun, LIST_NOUNS),
    oneOf('list_answers_kind', t.kind, LIST_ANSWERS),
  ],
)
