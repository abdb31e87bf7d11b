import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { COMINGS } from '../../domain/round-tables/planning/answers.ts'
import { PLAN_VERBS } from '../../domain/round-tables/planning/plan.ts'
import { oneOf } from '../checks.ts'
import { id, maybe, ref } from './columns.ts'
import { letters } from './letters.ts'
import { people } from './people.ts'
import { minuteReaders, roundTables } from './round-tables.ts'

/** How a plan was changed, with what stood there before: who, when and why (R30). */
export const planChanges = sqliteTable(
  'plan_changes',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    verb: text('verb', { enum: PLAN_VERBS }).notNull(),
    heldOn: text('held_on').notNull(),
    startsAt: text('starts_at'),
    place: text('place'),
    expectedIds: text('expected_ids', { mode: 'json' }).$type<number[]>().notNull(),
    reason: text('reason').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('plan_changes_table').on(t.roundTableId),
    oneOf('plan_changes_verb', t.verb, PLAN_VERBS),
  ],
)

/** What someone who was asked to a table answered; the last that was not taken back counts. */
export const tableAnswers = sqliteTable(
  'table_answers',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    personId: ref('person_id', () => people.id),
    answer: text('answer', { enum: COMINGS }).notNull(),
    standIn: text('stand_in'),
    byId: ref('by_id', () => people.id),
    at: text('at').notNull(),
    takenBackAt: text('taken_back_at'),
  },
  (t) => [
    index('table_answers_table').on(t.roundTableId),
    oneOf('table_answers_answer', t.answer, COMINGS),
  ],
)

/** The link in an invitation: one table, one person; stored hashed. */
export const answerLinks = sqliteTable('answer_links', {
  id: id(),
  tokenHash: text('token_hash').notNull().unique(),
  letterId: ref('letter_id', () => letters.id),
  roundTableId: ref('round_table_id', () => roundTables.id),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

/** What a guest without an account answered; `byId` is whoever noted it for them. */
export const guestAnswers = sqliteTable(
  'guest_answers',
  {
    id: id(),
    readerId: ref('reader_id', () => minuteReaders.id),
    answer: text('answer', { enum: COMINGS }).notNull(),
    standIn: text('stand_in'),
    byId: maybe('by_id', () => people.id),
    at: text('at').notNull(),
    takenBackAt: text('taken_back_at'),
  },
  (t) => [
    index('guest_answers_reader').on(t.readerId),
    oneOf('guest_answers_answer', t.answer, COMINGS),
  ],
)

/** The link in the invitation of a guest; stored hashed. */
export const guestLinks = sqliteTable(
  'guest_links',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    letterId: ref('letter_id', () => letters.id),
    readerId: ref('reader_id', () => minuteReaders.id),
    at: text('at').notNull(),
  },
  (t) => [index('guest_links_reader').on(t.readerId)],
)
