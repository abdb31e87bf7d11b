import type { Statement } from 'better-sqlite3'
import { getTableColumns, type Column } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './database.ts'
import { preparedOnce } from './group.ts'

/** A row as one statement, built once for each connection, and how its values are handed over. */
interface Insert {
  columns: [name: string, column: Column][]
  statement: Statement<unknown[]>
}

const insertsOf = preparedOnce((_db: Db) => new Map<SQLiteTable, Insert>())

/**
 * One more row of a table. What is not named is nothing, or what the column says of itself.
 * @returns its number.
 */
export const insert = <T extends SQLiteTable>(
  db: Db,
  table: T,
  row: T['$inferInsert'] & object,
): number => {
  const inserts = insertsOf(db)
  const { columns, statement } = inserts.get(table) ?? prepare(db, table)
  if (!inserts.has(table)) inserts.set(table, { columns, statement })
  const named: Record<string, unknown> = row
  const values = columns.map(([name, column]) => {
    const value = named[name] === undefined ? column.default : named[name]
    return value === null || value === undefined ? null : column.mapToDriverValue(value)
  })
  return Number(statement.run(values).lastInsertRowid)
}

const prepare = (db: Db, table: SQLiteTable): Insert => {
  const columns = Object.entries(getTableColumns(table))
  const nothing = Object.fromEntries(columns.map(([name]) => [name, null]))
  const { sql } = db
    .insert(table)
    .values(nothing as SQLiteTable['$inferInsert'])
    .toSQL()
  return { columns, statement: db.$client.prepare(sql) }
}
