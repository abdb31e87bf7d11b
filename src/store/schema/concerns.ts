import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ORIGINS } from '../../domain/concerns/concern.ts'
import { PASSING_WORDS } from '../../domain/concerns/passing.ts'
import { DEPTHS } from '../../domain/depth.ts'
import { oneOf } from '../checks.ts'
import { id, ref, maybe, flag } from './columns.ts'
import { people } from './people.ts'
import { roundTables } from './round-tables.ts'
import { labels } from './settings.ts'

export const concerns = sqliteTable(
  'concerns',
  {
    id: id(),
    raisedOn: text('raised_on').notNull(),
    originKind: text('origin_kind', { enum: ORIGINS }).notNull(),
    originNote: text('origin_note'),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    depth: text('depth', { enum: DEPTHS }).notNull().default('table'),
    ground: text('ground'),
    splitFromId: integer('split_from_id'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    index('concerns_table').on(t.roundTableId),
    index('concerns_split').on(t.splitFromId),
    oneOf('concerns_depth', t.depth, DEPTHS),
    oneOf('concerns_origin', t.originKind, ORIGINS),
  ],
)

/**
 * The concerns that came up at a round table, in the order they came: the numbered items of its
 * minutes.
 */
export const tableConcerns = sqliteTable(
  'table_concerns',
  {
    id: id(),
    roundTableId: ref('round_table_id', () => roundTables.id),
    concernId: ref('concern_id', () => concerns.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    uniqueIndex('table_concerns_both').on(t.roundTableId, t.concernId),
    index('table_concerns_concern').on(t.concernId),
  ],
)

export const concernWordings = sqliteTable(
  'concern_wordings',
  {
    id: id(),
    concernId: ref('concern_id', () => concerns.id),
    text: text('text').notNull(),
    themeId: maybe('theme_id', () => labels.id),
    areaId: maybe('area_id', () => labels.id),
    reason: text('reason'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('concern_wordings_concern').on(t.concernId)],
)

/** What a concern is about beside its main theme, by the wording that says so. */
export const wordingThemes = sqliteTable(
  'wording_themes',
  {
    wordingId: ref('wording_id', () => concernWordings.id),
    themeId: ref('theme_id', () => labels.id),
  },
  (t) => [primaryKey({ columns: [t.wordingId, t.themeId] })],
)

/** The last joining of each concern. One that was undone since stands in `partings` as well. */
export const merges = sqliteTable(
  'merges',
  {
    concernId: ref('concern_id', () => concerns.id).primaryKey(),
    intoId: ref('into_id', () => concerns.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('merges_into').on(t.intoId)],
)

/** A joining that was undone, by whom and why, with all that was written of it. */
export const partings = sqliteTable(
  'partings',
  {
    id: id(),
    concernId: ref('concern_id', () => concerns.id),
    intoId: ref('into_id', () => concerns.id),
    joinedById: ref('joined_by_id', () => people.id),
    joinedAt: text('joined_at').notNull(),
    reason: text('reason').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('partings_concern').on(t.concernId)],
)

/** A concern that is another body's to answer, passed on to it: the body and its contact in words. */
export const passings = sqliteTable(
  'passings',
  {
    id: id(),
    concernId: ref('concern_id', () => concerns.id),
    toWhom: text('to_whom').notNull(),
    contact: text('contact'),
    isPublicContact: flag('is_public_contact'),
    on: text('on').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('passings_concern').on(t.concernId)],
)

/** What that body answered; or that it was written down by mistake. */
export const passingWords = sqliteTable(
  'passing_words',
  {
    id: id(),
    passingId: ref('passing_id', () => passings.id),
    kind: text('kind', { enum: PASSING_WORDS }).notNull(),
    words: text('words').notNull(),
    on: text('on').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('passing_words_passing').on(t.passingId),
    oneOf('passing_words_kind', t.kind, PASSING_WORDS),
  ],
)

export const priorities = sqliteTable(
  'priorities',
  {
    id: id(),
    concernId: ref('concern_id', () => concerns.id),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    agreed: flag('agreed'),
    /** How long it comes first, a day or a month; without it, until a table says no. */
    until: text('until'),
    reason: text('reason'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [
    index('priorities_concern').on(t.concernId),
    index('priorities_table').on(t.roundTableId),
  ],
)
