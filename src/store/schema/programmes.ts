import { STRENGTHS } from '../../domain/publishing/told.ts'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { DEPTHS } from '../../domain/depth.ts'
import { POINT_KINDS } from '../../domain/evidence/programme.ts'
import { oneOf } from '../checks.ts'
import { id, ref, maybe, flag } from './columns.ts'
import { actions } from './actions.ts'
import { concerns } from './concerns.ts'
import { organisations, people } from './people.ts'

/** Something longer with a life of its own. */
export const programmes = sqliteTable(
  'programmes',
  {
    id: id(),
    depth: text('depth', { enum: DEPTHS }).notNull().default('table'),
    ground: text('ground'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [oneOf('programmes_depth', t.depth, DEPTHS)],
)

export const programmeTerms = sqliteTable(
  'programme_terms',
  {
    id: id(),
    programmeId: ref('programme_id', () => programmes.id),
    name: text('name').notNull(),
    aim: text('aim').notNull(),
    startsOn: text('starts_on'),
    length: text('length').notNull(),
    agreement: text('agreement').notNull(),
    support: text('support').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('programme_terms_programme').on(t.programmeId)],
)

export const programmePartners = sqliteTable(
  'programme_partners',
  {
    termsId: ref('terms_id', () => programmeTerms.id),
    organisationId: ref('organisation_id', () => organisations.id),
  },
  (t) => [primaryKey({ columns: [t.termsId, t.organisationId] })],
)

/** Who may know a programme that is held in private. */
export const programmePeople = sqliteTable(
  'programme_people',
  {
    id: id(),
    programmeId: ref('programme_id', () => programmes.id),
    personId: ref('person_id', () => people.id),
    addedById: ref('added_by_id', () => people.id),
    at: text('at').notNull(),
    removedAt: text('removed_at'),
  },
  (t) => [index('programme_people_person').on(t.personId)],
)

/** One round of it, with pairs as a number and never as people. */
export const phases = sqliteTable(
  'phases',
  {
    id: id(),
    programmeId: ref('programme_id', () => programmes.id),
    name: text('name').notNull(),
    startsOn: text('starts_on'),
    pairings: integer('pairings'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('phases_programme').on(t.programmeId)],
)

/** Who carries on after a phase, by role. */
export const phaseHandovers = sqliteTable(
  'phase_handovers',
  {
    id: id(),
    phaseId: ref('phase_id', () => phases.id),
    organisationId: ref('organisation_id', () => organisations.id),
    fromRole: text('from_role').notNull(),
    toRole: text('to_role').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('phase_handovers_phase').on(t.phaseId)],
)

/** A desired outcome, something learned, or an opportunity to take forward. */
export const programmePoints = sqliteTable(
  'programme_points',
  {
    id: id(),
    programmeId: ref('programme_id', () => programmes.id),
    kind: text('kind', { enum: POINT_KINDS }).notNull(),
    theme: text('theme'),
    text: text('text').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    index('programme_points_programme').on(t.programmeId),
    oneOf('programme_points_kind', t.kind, POINT_KINDS),
  ],
)

/** What is known of a desired outcome, each time someone said. */
export const outcomeSights = sqliteTable(
  'outcome_sights',
  {
    id: id(),
    pointId: ref('point_id', () => programmePoints.id),
    strength: text('strength', { enum: STRENGTHS }).notNull(),
    words: text('words').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('outcome_sights_point').on(t.pointId),
    oneOf('outcome_sights_strength', t.strength, STRENGTHS),
  ],
)

/** What became of an opportunity. */
export const opportunitySteps = sqliteTable(
  'opportunity_steps',
  {
    id: id(),
    pointId: ref('point_id', () => programmePoints.id),
    concernId: maybe('concern_id', () => concerns.id),
    actionId: maybe('action_id', () => actions.id),
    words: text('words'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('opportunity_steps_point').on(t.pointId)],
)

/** Whether someone who took part agrees that the others see their name, each time they said so. */
export const programmeAlumni = sqliteTable(
  'programme_alumni',
  {
    id: id(),
    programmeId: ref('programme_id', () => programmes.id),
    personId: ref('person_id', () => people.id),
    agreed: flag('agreed'),
    at: text('at').notNull(),
  },
  (t) => [index('programme_alumni_person').on(t.personId)],
)

/** R16: a session that is not recorded. There is no column for what was said. */
export const unrecordedSessions = sqliteTable('unrecorded_sessions', {
  id: id(),
  programmeId: maybe('programme_id', () => programmes.id),
  heldOn: text('held_on').notNull(),
  name: text('name').notNull(),
  headCount: integer('head_count'),
  shared: text('shared'),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})
