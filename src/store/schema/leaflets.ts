import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, ref, maybe } from './columns.ts'
import { actions } from './actions.ts'
import { organisations, people } from './people.ts'

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
