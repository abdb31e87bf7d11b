import { sql, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** Rows by the record they hang on, in the order they came. */
export const group = <T, K>(rows: T[], key: (row: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const there = groups.get(key(row))
    if (there) there.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/** Records in the order that they were asked for by their numbers. */
export const asAsked = <T extends { id: number }>(ids: readonly number[], found: T[]): T[] => {
  const byId = new Map(found.map((each) => [each.id, each]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Those who stand on every one of these lists; nobody where there is no list. */
export const onEvery = (lists: number[][]): number[] =>
  lists.length === 0
    ? []
    : lists.reduce((some, list) => some.filter((personId) => list.includes(personId)))

/**
 * One of some ids, as a condition of a statement that is prepared once: they are handed over as one
 * text, however many they are.
 */
export const among = (column: AnySQLiteColumn): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`
/** ... for a statement that is built each time. */
export const amongIds = (column: AnySQLiteColumn, ids: readonly number[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`
export const idsAs = (ids: readonly number[]): { ids: string } => ({ ids: JSON.stringify(ids) })

/**
 * A value of a statement that is prepared once. For a bare parameter, and for a `limit` that is one,
 * SQLite plans the statement anew each time, which costs more than asking; `get` needs no limit.
 */
export const given = (name: string): SQL => sql`(select ${sql.placeholder(name)})`

/** Statements that are built once for each connection: building one costs more than running it. */
export const preparedOnce = <Db extends object, T>(prepare: (db: Db) => T): ((db: Db) => T) => {
  const kept = new WeakMap<Db, T>()
  return (db) => {
    const there = kept.get(db) ?? prepare(db)
    kept.set(db, there)
    return there
  }
}
