import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ORIGINS } from '../../domain/concerns/concern.ts'
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
  (t) => [uniqueIndex('table_concerns_both').on(t.roundTableId, t.concernId)],
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

export const merges = sqliteTable('merges', {
  concernId: ref('concern_id', () => concerns.id).primaryKey(),
  intoId: ref('into_id', () => concerns.id),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
})

export const priorities = sqliteTable(
  'priorities',
  {
    id: id(),
    concernId: ref('concern_id', () => concerns.id),
    roundTableId: maybe('round_table_id', () => roundTables.id),
    agreed: flag('agreed'),
    reason: text('reason'),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('priorities_concern').on(t.concernId)],
)
