import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { DEPTHS } from '../../domain/depth.ts'
import { EVENT_KINDS } from '../../domain/evidence/event.ts'
import { oneOf } from '../checks.ts'
import { id, ref, maybe, flag } from './columns.ts'
import { actions } from './actions.ts'
import { concerns } from './concerns.ts'
import { organisations, people } from './people.ts'
import { labels } from './settings.ts'

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
  (t) => [index('events_series').on(t.seriesId), oneOf('events_depth', t.depth, DEPTHS)],
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
  (t) => [index('event_people_person').on(t.personId), index('event_people_event').on(t.eventId)],
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
