import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { STATUSES, KINDS } from '../../domain/actions/action.ts'
import { DEPTHS } from '../../domain/depth.ts'
import { oneOf } from '../checks.ts'
import { id, ref, maybe, flag } from './columns.ts'
import { concerns } from './concerns.ts'
import { organisations, people, seats, batons } from './people.ts'
import { roundTables } from './round-tables.ts'

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

/** That an action went from one concern to another, when two were taken apart again. */
export const actionMoves = sqliteTable(
  'action_moves',
  {
    id: id(),
    actionId: ref('action_id', () => actions.id),
    fromId: ref('from_id', () => concerns.id),
    toId: ref('to_id', () => concerns.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('action_moves_action').on(t.actionId)],
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
    review: text('review'),
    proposed: flag('proposed'),
    reason: text('reason'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('action_terms_action').on(t.actionId),
    index('action_terms_at').on(t.at),
    oneOf('action_terms_kind', t.kind, KINDS),
  ],
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
  (t) => [index('acceptances_terms').on(t.termsId), index('acceptances_at').on(t.at)],
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
  (t) => [
    index('updates_action').on(t.actionId),
    index('updates_table').on(t.roundTableId),
    oneOf('updates_status', t.status, STATUSES),
  ],
)

export const takeBacks = sqliteTable('take_backs', {
  updateId: ref('update_id', () => updates.id).primaryKey(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

/** An update that waits for a seat of its organisation. */
export const heldUpdates = sqliteTable('held_updates', {
  updateId: ref('update_id', () => updates.id).primaryKey(),
  seatId: ref('seat_id', () => seats.id),
})

/** What became of one: released, or sent back with a word. */
export const heldEnds = sqliteTable(
  'held_ends',
  {
    updateId: ref('update_id', () => updates.id).primaryKey(),
    verdict: text('verdict', { enum: ['released', 'returned'] }).notNull(),
    words: text('words'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [oneOf('held_ends_verdict', t.verdict, ['released', 'returned'])],
)

export const closings = sqliteTable(
  'closings',
  {
    id: id(),
    actionId: ref('action_id', () => actions.id),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('closings_action').on(t.actionId), index('closings_table').on(t.roundTableId)],
)

export const reopenings = sqliteTable('reopenings', {
  closingId: ref('closing_id', () => closings.id).primaryKey(),
  reason: text('reason').notNull(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

/** What an owner asks the table for: another date, another lead, or both. */
export const wishes = sqliteTable(
  'wishes',
  {
    id: id(),
    actionId: ref('action_id', () => actions.id),
    by: text('by'),
    leadId: maybe('lead_id', () => organisations.id),
    reason: text('reason').notNull(),
    organisationId: ref('organisation_id', () => organisations.id),
    seatId: maybe('seat_id', () => seats.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    takenBackAt: text('taken_back_at'),
  },
  (t) => [index('wishes_action').on(t.actionId)],
)

export const wishAnswers = sqliteTable(
  'wish_answers',
  {
    wishId: ref('wish_id', () => wishes.id).primaryKey(),
    granted: flag('granted'),
    words: text('words'),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('wish_answers_at').on(t.at)],
)

/** A step within an action, and each time someone said that it is done or not. */
export const actionSteps = sqliteTable(
  'action_steps',
  {
    id: id(),
    actionId: ref('action_id', () => actions.id),
    text: text('text').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
    endedById: maybe('ended_by_id', () => people.id),
  },
  (t) => [index('action_steps_action').on(t.actionId)],
)

export const stepTicks = sqliteTable(
  'step_ticks',
  {
    id: id(),
    stepId: ref('step_id', () => actionSteps.id),
    done: flag('done'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('step_ticks_step').on(t.stepId)],
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
  (t) => [
    index('named_people_person').on(t.personId),
    index('named_people_action').on(t.actionId),
    index('named_people_concern').on(t.concernId),
  ],
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
