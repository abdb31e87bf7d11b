import type Database from 'better-sqlite3'
import {
  countWords,
  holdsWords,
  inStrings,
  plainWords,
  proseIn,
  withoutWords,
} from '../../domain/people/erased-words.ts'
import { withoutKeepers } from '../transactions.ts'
import { digestOf, salted, type WordsErasure } from './list.ts'
import { isSeen, PLACES, type MattersSeen, type Place } from './places.ts'
import { isThere } from './step.ts'

/** One row that is to be written without the words: by its table and number, and all its columns. */
interface Changed {
  place: Place
  id: number
  texts: Record<string, string>
  /** What stood there. */
  before: string[]
}
type Row = { id: number } & Record<string, string | number | null>

/** A row that holds some words, for whoever decides about it. */
export interface Sentence {
  /** Its table and number, as a form names it. */
  key: string
  what: string
  text: string
}

/** What holds some words, as far as someone sees the matters that it hangs on (R11). */
export const sentencesWith = (
  client: Database.Database,
  typed: string,
  seen: MattersSeen,
): Sentence[] =>
  changedBy(client, typed, seen).map((changed) => ({
    key: keyOf(changed),
    what: changed.place.what,
    text: changed.before.join(' '),
  }))

const keyOf = ({ place, id }: Changed): string => `${place.table}-${id}`

/**
 * Takes words out of the sentences that were chosen, wherever the one who asks may see them. Within a
 * transaction of its caller.
 * @returns what the list has to know to do it again; none where they stand nowhere.
 */
export const eraseWords = (
  client: Database.Database,
  typed: string,
  { seen, keys }: { seen: MattersSeen; keys: readonly string[] },
  at: string,
): WordsErasure | null => {
  const chosen = new Set(keys)
  const changed = changedBy(client, typed, seen).filter((each) => chosen.has(keyOf(each)))
  if (changed.length === 0) return null
  rewrite(client, changed)
  const rows: Record<string, number[]> = {}
  for (const { place, id } of changed) (rows[place.table] ??= []).push(id)
  return {
    noun: 'words',
    ...salted(plainWords(typed)),
    count: countWords(typed),
    rows,
    at,
  }
}

/** Copies that tell some words in public, earlier ones too, but for those that were blanked. */
export const copiesWith = (
  client: Database.Database,
  typed: string,
): { kind: string; slug: string }[] => {
  const copies = client.prepare('select kind, slug, words from copies').all() as {
    kind: string
    slug: string
    words: string
  }[]
  return copies.filter(({ words }) => holdsWords(words, typed))
}

/** The same rows with the same words in them: in an older record that was put back. */
export const wordsBack = (client: Database.Database, line: WordsErasure): Changed[] =>
  PLACES.flatMap((place) => {
    if (!isThere(client, place.table)) return []
    const ids = line.rows[place.table] ?? []
    if (ids.length === 0) return []
    const rows = client
      .prepare(`${select(place)} where rowid in (select value from json_each(:ids))`)
      .all({ ids: JSON.stringify(ids) }) as Row[]
    return rows.flatMap((row) =>
      changedOf(place, row, line.count, (words) => digestOf(words, line.salt) === line.digest),
    )
  })

/** R29: what is only added to is written without the words, within the transaction of its caller. */
export const rewrite = (client: Database.Database, changed: readonly Changed[]): void => {
  const tables = [...new Set(changed.map(({ place }) => place.table))]
  withoutKeepers({ $client: client }, tables, () => {
    for (const { place, id, texts } of changed) {
      const set = Object.keys(texts).map((column) => `"${column}" = :${column}`)
      client
        .prepare(`update "${place.table}" set ${set.join(', ')} where rowid = :rowid`)
        .run({ ...texts, rowid: id })
    }
  })
}

const changedBy = (client: Database.Database, typed: string, seen: MattersSeen): Changed[] => {
  const meant = plainWords(typed)
  const values = Object.fromEntries(
    Object.entries(seen).map(([matter, ids]) => [matter, JSON.stringify(ids)]),
  )
  return PLACES.flatMap((place) => {
    const rows = client.prepare(`${select(place)} where true ${isSeen(place)}`).all(values) as Row[]
    return rows.flatMap((row) => changedOf(place, row, countWords(typed), (each) => each === meant))
  })
}

const select = ({ table, columns }: Place): string =>
  `select rowid as id, ${columns.map((column) => `"${column}"`).join(', ')} from "${table}"`

const changedOf = (
  place: Place,
  row: Row,
  count: number,
  isMeant: (words: string) => boolean,
): Changed[] => {
  const texts = Object.fromEntries(
    place.columns.flatMap((column) => {
      const text = row[column]
      if (typeof text !== 'string') return []
      const left = place.isJson
        ? inStrings(text, (each) => withoutWords(each, count, isMeant))
        : withoutWords(text, count, isMeant)
      return left === text ? [] : [[column, left]]
    }),
  )
  const before = Object.keys(texts).map((column) =>
    place.isJson ? proseIn(String(row[column])) : String(row[column]),
  )
  return before.length === 0 ? [] : [{ place, id: row.id, texts, before }]
}
