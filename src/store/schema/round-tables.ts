import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { READER_DEPTHS } from '../../domain/round-tables/minutes.ts'
import { PRESENCES } from '../../domain/round-tables/round-table.ts'
import { oneOf } from '../checks.ts'
import { id, ref, maybe } from './columns.ts'
import { organisations, people, seats } from './people.ts'

/** A rhythm that round tables are planned in (R30). */
export const tableSeries = sqliteTable('table_series', {
  id: id(),
  everyMonths: integer('every_months').notNull(),
  week: integer('week').notNull(),
  weekday: integer('weekday').notNull(),
  firstMonth: text('first_month').notNull(),
  startsAt: text('starts_at'),
  place: text('place'),
  expectedIds: text('expected_ids', { mode: 'json' }).$type<number[]>().notNull(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
  endedAt: text('ended_at'),
  endedById: maybe('ended_by_id', () => people.id),
})

export const roundTables = sqliteTable(
  'round_tables',
  {
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
    cancelledAt: text('cancelled_at'),
    /** Planned by mistake: it is in no list any more, and its number is free. */
    takenBackAt: text('taken_back_at'),
    seriesId: maybe('series_id', () => tableSeries.id),
    seriesMonth: text('series_month'),
  },
  (t) => [index('round_tables_day').on(t.heldOn)],
)

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
    sentRole: text('sent_role'),
    presence: text('presence', { enum: PRESENCES }).notNull(),
  },
  (t) => [
    index('attendance_table').on(t.roundTableId),
    oneOf('attendance_presence', t.presence, PRESENCES),
  ],
)

/** Those at a table who stand for nobody: an independent chair, two residents of one street. */
export const tableGuests = sqliteTable(
  'table_guests',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    role: text('role').notNull(),
    count: integer('count').notNull(),
    presence: text('presence', { enum: PRESENCES }).notNull(),
  },
  (t) => [
    index('table_guests_table').on(t.roundTableId),
    oneOf('table_guests_presence', t.presence, PRESENCES),
  ],
)

export const minuteCorrections = sqliteTable(
  'minute_corrections',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    text: text('text').notNull(),
    reason: text('reason').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('minute_corrections_table').on(t.roundTableId)],
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

/** The agenda of a table as it stood when the table was finished: ids, and no words of a record. */
export const keptAgendas = sqliteTable(
  'kept_agendas',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    slots: text('slots', { mode: 'json' }).notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('kept_agendas_table').on(t.roundTableId)],
)

/** The order that every new agenda begins with, each time it was kept; none where it was dropped. */
export const standingOrders = sqliteTable('standing_orders', {
  id: id(),
  slots: text('slots', { mode: 'json' }),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

/** That a table turned to a slot of its agenda: what is typed after it belongs to that slot. */
export const turns = sqliteTable(
  'turns',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    slotKey: text('slot_key'),
    title: text('title').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('turns_table').on(t.roundTableId)],
)

/** Someone without an account who is sent the minutes of a table. */
export const minuteReaders = sqliteTable(
  'minute_readers',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    role: text('role').notNull(),
    email: text('email').notNull(),
    depth: text('depth', { enum: READER_DEPTHS }).notNull(),
    organisationId: maybe('organisation_id', () => organisations.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    index('minute_readers_table').on(t.roundTableId),
    oneOf('minute_readers_depth', t.depth, READER_DEPTHS),
  ],
)
