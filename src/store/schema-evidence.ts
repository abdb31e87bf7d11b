import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { DEPTHS } from '../domain/depth.ts'
import { EVENT_KINDS } from '../domain/evidence/event.ts'
import { POINT_KINDS } from '../domain/evidence/programme.ts'
import { STRENGTHS } from '../domain/publishing/words.ts'
import { oneOf } from './checks.ts'
import { actions, concerns, flag, id, labels, maybe, organisations, people, ref } from './schema.ts'

/** A stall, a workshop, a survey: evidence for actions, and where concerns come from. */
export const events = sqliteTable(
  'events',
  {
    id: id(),
    depth: text('depth', { enum: DEPTHS }).notNull().default('table'),
    ground: text('ground'),
    seriesId: integer('series_id'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [oneOf('events_depth', t.depth, DEPTHS)],
)

/** What is written of it, each time it was. */
export const eventTerms = sqliteTable(
  'event_terms',
  {
    id: id(),
    eventId: ref('event_id', () => events.id),
    kind: text('kind', { enum: EVENT_KINDS }).notNull(),
    name: text('name').notNull(),
    heldOn: text('held_on'),
    startsAt: text('starts_at'),
    place: text('place'),
    areaId: maybe('area_id', () => labels.id),
    headCount: integer('head_count'),
    topics: text('topics'),
    tookAway: text('took_away'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('event_terms_event').on(t.eventId), oneOf('event_terms_kind', t.kind, EVENT_KINDS)],
)

export const eventOrganisations = sqliteTable(
  'event_organisations',
  {
    termsId: ref('terms_id', () => eventTerms.id),
    organisationId: ref('organisation_id', () => organisations.id),
    brought: text('brought').notNull(),
  },
  (t) => [primaryKey({ columns: [t.termsId, t.organisationId] })],
)

/** Who may know an event that is held in private. */
export const eventPeople = sqliteTable(
  'event_people',
  {
    id: id(),
    eventId: ref('event_id', () => events.id),
    personId: ref('person_id', () => people.id),
    addedById: ref('added_by_id', () => people.id),
    at: text('at').notNull(),
    removedAt: text('removed_at'),
  },
  (t) => [index('event_people_person').on(t.personId)],
)

/** The actions an event carries out, and the concerns that were raised there. */
export const eventLinks = sqliteTable(
  'event_links',
  {
    id: id(),
    eventId: ref('event_id', () => events.id),
    actionId: maybe('action_id', () => actions.id),
    concernId: maybe('concern_id', () => concerns.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    index('event_links_event').on(t.eventId),
    index('event_links_action').on(t.actionId),
    index('event_links_concern').on(t.concernId),
  ],
)

/**
 * One change of a count, under a key of its own, so that a tap that is sent again counts once.
 * Counts, and never a register (R17).
 */
export const taps = sqliteTable(
  'taps',
  {
    id: id(),
    eventId: ref('event_id', () => events.id),
    key: text('key').notNull().unique(),
    grouping: text('grouping').notNull(),
    group: text('group').notNull(),
    count: integer('count').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('taps_event').on(t.eventId)],
)

/** A topic that residents could choose by a show of hands. */
export const eventOptions = sqliteTable(
  'event_options',
  {
    id: id(),
    eventId: ref('event_id', () => events.id),
    text: text('text').notNull(),
    hands: integer('hands'),
    chosen: flag('chosen'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('event_options_event').on(t.eventId)],
)

/** What a survey found. */
export const findings = sqliteTable(
  'findings',
  {
    id: id(),
    eventId: ref('event_id', () => events.id),
    text: text('text').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('findings_event').on(t.eventId)],
)

export const findingConcerns = sqliteTable(
  'finding_concerns',
  {
    findingId: ref('finding_id', () => findings.id),
    concernId: ref('concern_id', () => concerns.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.findingId, t.concernId] }),
    index('finding_concerns_concern').on(t.concernId),
  ],
)

/**
 * What someone may be quoted with, and the consent they gave. The words go when it is withdrawn
 * (R18).
 */
export const quotes = sqliteTable(
  'quotes',
  {
    id: id(),
    concernId: ref('concern_id', () => concerns.id),
    words: text('words').notNull(),
    role: text('role').notNull(),
    askedById: ref('asked_by_id', () => people.id),
    use: text('use').notNull(),
    until: text('until').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    withdrawnAt: text('withdrawn_at'),
  },
  (t) => [index('quotes_concern').on(t.concernId)],
)

/** Something to hand out. */
export const leaflets = sqliteTable('leaflets', {
  id: id(),
  createdAt: text('created_at').notNull(),
})

/** What is written of it, each time it was. */
export const leafletTerms = sqliteTable(
  'leaflet_terms',
  {
    id: id(),
    leafletId: ref('leaflet_id', () => leaflets.id),
    title: text('title').notNull(),
    organisationId: maybe('organisation_id', () => organisations.id),
    version: text('version').notNull(),
    languages: text('languages').notNull(),
    answers: text('answers').notNull(),
    actionId: maybe('action_id', () => actions.id),
    place: text('place').notNull(),
    replacesId: maybe('replaces_id', () => leaflets.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('leaflet_terms_leaflet').on(t.leafletId)],
)

/** Who handed it out to whom, and how many: never to which person (R17). */
export const leafletHandings = sqliteTable(
  'leaflet_handings',
  {
    id: id(),
    leafletId: ref('leaflet_id', () => leaflets.id),
    organisationId: ref('organisation_id', () => organisations.id),
    toWhom: text('to_whom').notNull(),
    on: text('on'),
    copies: integer('copies'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('leaflet_handings_leaflet').on(t.leafletId)],
)

/**
 * Its file in a language, and the words that were read in it. The newest counts; one that was taken
 * out leaves neither.
 */
export const leafletFiles = sqliteTable(
  'leaflet_files',
  {
    id: id(),
    leafletId: ref('leaflet_id', () => leaflets.id),
    language: text('language').notNull(),
    hash: text('hash').notNull(),
    size: integer('size').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }),
    text: text('text').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('leaflet_files_leaflet').on(t.leafletId)],
)

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
