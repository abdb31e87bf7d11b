import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { oneOf } from '../checks.ts'
import { id, ref, maybe } from './columns.ts'
import { organisations, people, seats } from './people.ts'

export const labels = sqliteTable(
  'labels',
  {
    id: id(),
    kind: text('kind', { enum: ['theme', 'area'] }).notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    endedOn: text('ended_on'),
  },
  (t) => [
    uniqueIndex('labels_kind_code').on(t.kind, t.code),
    oneOf('labels_kind', t.kind, ['theme', 'area']),
  ],
)

export const guardedWords = sqliteTable('guarded_words', {
  id: id(),
  word: text('word').notNull(),
  personId: ref('person_id', () => people.id),
  at: text('at').notNull(),
  endedAt: text('ended_at'),
})

export const settings = sqliteTable('settings', {
  id: id(),
  name: text('name').notNull(),
  value: text('value').notNull(),
  reason: text('reason'),
  personId: maybe('person_id', () => people.id),
  at: text('at').notNull(),
})

/** The seat that releases what an organisation's owners say, each time it was set; none: nobody. */
export const releaseRules = sqliteTable(
  'release_rules',
  {
    id: id(),
    organisationId: ref('organisation_id', () => organisations.id),
    seatId: maybe('seat_id', () => seats.id),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [index('release_rules_organisation').on(t.organisationId)],
)

/**
 * Forms that were sent, for a day: by a mark that tells nothing, and where each went on, so that the
 * same form sent again goes there again and changes nothing (R31).
 */
export const sentForms = sqliteTable(
  'sent_forms',
  {
    id: id(),
    mark: text('mark').notNull().unique(),
    goesTo: text('goes_to').notNull(),
    at: text('at').notNull(),
  },
  (t) => [index('sent_forms_at').on(t.at)],
)

/** Who did what to which record, when. Ids and verbs, no text; only ever added to. */
export const journal = sqliteTable(
  'journal',
  {
    id: id(),
    at: text('at').notNull(),
    personId: maybe('person_id', () => people.id),
    verb: text('verb').notNull(),
    noun: text('noun').notNull(),
    nounId: text('noun_id').notNull(),
  },
  (t) => [index('journal_noun').on(t.noun, t.nounId)],
)

/**
 * A chain of links, one for each row of the journal and of what was published, in the order of
 * writing. A head is made of the head before it and of digests under a salt; a salt goes with the
 * words that it was for. `src/store/sealing/` says which rows, and writes it.
 */
export const chain = sqliteTable(
  'chain',
  {
    id: id(),
    tableName: text('table_name').notNull(),
    rowId: integer('row_id').notNull(),
    verb: text('verb', { enum: ['written', 'set', 'forgotten', 'gone'] }).notNull(),
    factsSalt: blob('facts_salt', { mode: 'buffer' }),
    facts: blob('facts', { mode: 'buffer' }),
    wordsSalt: blob('words_salt', { mode: 'buffer' }),
    words: blob('words', { mode: 'buffer' }),
    head: blob('head', { mode: 'buffer' }).notNull(),
  },
  (t) => [
    index('chain_row').on(t.tableName, t.rowId),
    oneOf('chain_verb', t.verb, ['written', 'set', 'forgotten', 'gone']),
  ],
)
