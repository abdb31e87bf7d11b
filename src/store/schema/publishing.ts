import { COPY_KINDS } from '../../domain/publishing/kinds/kinds.ts'
import { updates } from './actions.ts'
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { oneOf } from '../checks.ts'
import { id, ref, maybe, flag } from './columns.ts'
import { concerns } from './concerns.ts'
import { events, quotes } from './events.ts'
import { leaflets } from './leaflets.ts'
import { organisations, people } from './people.ts'
import { programmes } from './programmes.ts'
import { roundTables } from './round-tables.ts'

/** A photo that came with an update. One that was taken out leaves no picture. */
export const photos = sqliteTable(
  'photos',
  {
    id: id(),
    updateId: ref('update_id', () => updates.id),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('photos_update').on(t.updateId)],
)

/**
 * A photo that may stand beside an entry, made small; and the yes of those who can be recognised.
 * What was taken back leaves its row and no picture (R18).
 */
export const shownPhotos = sqliteTable(
  'shown_photos',
  {
    id: id(),
    photoId: ref('photo_id', () => photos.id),
    concernId: ref('concern_id', () => concerns.id),
    bytes: blob('bytes', { mode: 'buffer' }),
    size: integer('size').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    hash: text('hash').notNull(),
    askedById: maybe('asked_by_id', () => people.id),
    use: text('use'),
    until: text('until'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('shown_photos_photo').on(t.photoId)],
)

/**
 * An entry read aloud in a language, and the words that it reads. The newest counts; one that was
 * taken out leaves neither.
 */
export const recordings = sqliteTable(
  'recordings',
  {
    id: id(),
    concernId: ref('concern_id', () => concerns.id),
    language: text('language').notNull(),
    hash: text('hash').notNull(),
    size: integer('size').notNull(),
    seconds: integer('seconds').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }),
    reads: text('reads').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('recordings_concern').on(t.concernId)],
)

/**
 * One thing that is told: an entry for a concern, a round table's page, an event, a leaflet, a
 * programme, a year's count, who we are, or one of these in another language.
 */
export const publications = sqliteTable(
  'publications',
  {
    id: id(),
    kind: text('kind', { enum: COPY_KINDS }).notNull(),
    concernId: maybe('concern_id', () => concerns.id),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    quoteId: maybe('quote_id', () => quotes.id),
    shownPhotoId: maybe('shown_photo_id', () => shownPhotos.id),
    eventId: maybe('event_id', () => events.id),
    leafletId: maybe('leaflet_id', () => leaflets.id),
    programmeId: maybe('programme_id', () => programmes.id),
    year: text('year'),
    slug: text('slug'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    index('publications_concern').on(t.concernId),
    index('publications_kind_slug').on(t.kind, t.slug),
    oneOf('publications_kind', t.kind, COPY_KINDS),
  ],
)

export const drafts = sqliteTable(
  'drafts',
  {
    id: id(),
    publicationId: ref('publication_id', () => publications.id),
    words: text('words', { mode: 'json' }).notNull(),
    coversIds: text('covers_ids', { mode: 'json' }).notNull(),
    writerId: ref('writer_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('drafts_publication').on(t.publicationId)],
)

export const approvals = sqliteTable(
  'approvals',
  {
    id: id(),
    draftId: ref('draft_id', () => drafts.id),
    alone: flag('alone'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('approvals_draft').on(t.draftId)],
)

export const overrulings = sqliteTable(
  'overrulings',
  {
    id: id(),
    publicationId: ref('publication_id', () => publications.id),
    key: text('key').notNull(),
    found: text('found').notNull(),
    reason: text('reason').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('overrulings_publication').on(t.publicationId)],
)

export const comments = sqliteTable(
  'comments',
  {
    id: id(),
    draftId: ref('draft_id', () => drafts.id),
    organisationId: ref('organisation_id', () => organisations.id),
    text: text('text').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('comments_draft').on(t.draftId)],
)

export const releases = sqliteTable(
  'releases',
  {
    id: id(),
    draftId: ref('draft_id', () => drafts.id),
    copyId: ref('copy_id', () => copies.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('releases_draft').on(t.draftId)],
)

// Public. Nothing from here on points at a working table, and the public side is made of these alone (R10).

export const copies = sqliteTable(
  'copies',
  {
    id: id(),
    kind: text('kind', { enum: COPY_KINDS }).notNull(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    publishedOn: text('published_on').notNull(),
    publishedAt: text('published_at').notNull().default(''),
    standing: text('standing'),
    words: text('words', { mode: 'json' }).notNull(),
    changeKind: text('change_kind', { enum: ['first', 'news', 'correction', 'privacy'] }).notNull(),
    changeWords: text('change_words').notNull(),
  },
  (t) => [uniqueIndex('copies_kind_slug_version').on(t.kind, t.slug, t.version)],
)

export const withdrawals = sqliteTable(
  'withdrawals',
  {
    id: id(),
    kind: text('kind', { enum: COPY_KINDS }).notNull(),
    slug: text('slug').notNull(),
    on: text('on').notNull(),
    ground: text('ground').notNull(),
  },
  (t) => [uniqueIndex('withdrawals_kind_slug').on(t.kind, t.slug)],
)

/** The file of a copy that is public now, by its fingerprint. It goes when the copy does. */
export const copyFiles = sqliteTable(
  'copy_files',
  {
    id: id(),
    kind: text('kind', { enum: COPY_KINDS }).notNull(),
    slug: text('slug').notNull(),
    hash: text('hash').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    text: text('text').notNull(),
  },
  (t) => [uniqueIndex('copy_files_one').on(t.kind, t.slug, t.hash)],
)

/** The head of the chain each time that something was told or withdrawn, with the day of that. */
export const seals = sqliteTable('seals', {
  id: id(),
  on: text('on').notNull(),
  head: text('head').notNull(),
})
