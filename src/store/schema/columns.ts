import { integer, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** Ids are never used twice, so that an old link cannot come to mean something else. */
export const id = () => integer('id').primaryKey({ autoIncrement: true })

/** A row of another table that must be there. */
export const ref = (name: string, table: () => AnySQLiteColumn) =>
  integer(name).notNull().references(table)

/** ... and one that may be missing. */
export const maybe = (name: string, table: () => AnySQLiteColumn) => integer(name).references(table)

export const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false)
