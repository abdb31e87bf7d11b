import { folded } from '../../domain/folded.ts'
import type { Db } from '../database.ts'
import { preparedOnce } from '../group.ts'

/** A word of a search, and the names that have it where those are looked for: by their numbers. */
export interface LookedFor {
  /** Folded; it may stand anywhere in a text. */
  word: string
  organisationIds?: number[]
  seatIds?: number[]
  /** Themes and areas. */
  labelIds?: number[]
  roundTableIds?: number[]
}

const NAMES = ['organisationIds', 'seatIds', 'labelIds', 'roundTableIds'] as const

/** What the search of the desk reads in the record itself. */
export type Searched = 'action' | 'concern' | 'decision' | 'publication' | 'event'

/**
 * Plain letters take one byte each: of them `like` knows large and small, and finds in a fifth of the
 * time that folding takes.
 */
const holds = (column: string): string =>
  `(${column} like :like escape '\\' or octet_length(${column}) <> length(${column})
    and instr(search_folded(${column}), :word) > 0)`
const amongst = (column: string, ids: string): string =>
  `${column} in (select value from json_each(:${ids}))`

/** Numbers of the records that a word stands in, or that hang on a name that has it. */
const QUERIES: Record<Searched, string> = {
  action: `select id from actions where ${holds('number')}
    union all select action_id from action_terms where ${holds('text')}
      or ${amongst('lead_id', 'organisationIds')} or ${amongst('seat_id', 'seatIds')}
    union all select t.action_id from term_helpers h join action_terms t on t.id = h.terms_id
      where ${amongst('h.organisation_id', 'organisationIds')}
    union all select action_id from updates where ${holds('text')}`,
  concern: `select id from concerns where ${holds('origin_note')}
      or ${amongst('round_table_id', 'roundTableIds')}
    union all select concern_id from concern_wordings where ${holds('text')}
      or ${amongst('theme_id', 'labelIds')} or ${amongst('area_id', 'labelIds')}
    union all select w.concern_id from wording_themes t join concern_wordings w on w.id = t.wording_id
      where ${amongst('t.theme_id', 'labelIds')}`,
  decision: `select id from notes where kind = 'decision'
      and (${holds('text')} or ${amongst('round_table_id', 'roundTableIds')})
    union all select note_id from note_changes where ${holds('text')}`,
  publication: `select id from publications where ${holds('slug')}
      or ${amongst('round_table_id', 'roundTableIds')}
    union all select publication_id from drafts where ${holds('words')}`,
  event: `select event_id from event_terms where ${holds('name')} or ${holds('place')}
      or ${holds('topics')} or ${holds('took_away')}
    union all select t.event_id from event_organisations o join event_terms t on t.id = o.terms_id
      where ${amongst('o.organisation_id', 'organisationIds')}`,
}

/** ... in what they are called now: the newest of their words. */
const TITLED = {
  action: `select action_id from action_terms t where ${holds('text')} and not exists (
    select 1 from action_terms n where n.action_id = t.action_id and n.id > t.id)`,
  concern: `select concern_id from concern_wordings w where ${holds('text')} and not exists (
    select 1 from concern_wordings n where n.concern_id = w.concern_id and n.id > w.id)`,
} as const
type Titled = keyof typeof TITLED

const statementsOf = preparedOnce(({ $client }: Db) => {
  $client.function('search_folded', { deterministic: true }, (text) => folded(String(text)))
  const prepared = <K extends string>(queries: Record<K, string>) =>
    Object.fromEntries(
      Object.entries<string>(queries).map(([noun, query]) => [
        noun,
        $client.prepare(query).pluck(),
      ]),
    ) as unknown as Record<K, Statement>
  return { with: prepared(QUERIES), titled: prepared(TITLED) }
})
interface Statement {
  all: (values: Record<string, string>) => unknown[]
}

/** A pattern ends where a text of C would. */
const bound = (word: string) => ({
  word,
  like: `%${word.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`,
})

/**
 * Where a word may be found, so that only those records are read to see whether it is. It looks
 * through the record itself and keeps no index: what is held in private, or erased, is in no second
 * place (R11, R29). What it answers may be too much, and is never too little; nobody's to see before
 * it is asked what they may know.
 */
export const searchStore = (db: Db) => ({
  idsWith: (noun: Searched, looked: LookedFor): Set<number> => {
    const ids = NAMES.map((name) => [name, JSON.stringify(looked[name] ?? [])])
    const found = statementsOf(db).with[noun].all({
      ...bound(looked.word),
      ...Object.fromEntries(ids),
    })
    return new Set(found as number[])
  },
  /** Those that are called so, held in private or not: what is, is called by none of its words. */
  idsTitled: (noun: Titled, word: string): Set<number> =>
    new Set(statementsOf(db).titled[noun].all(bound(word)) as number[]),
})
