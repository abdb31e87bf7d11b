import { sql, type SQL } from 'drizzle-orm'
import { check, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** A column that may hold only these words. */
export const oneOf = (name: string, column: AnySQLiteColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})` as SQL)
