import type Database from 'better-sqlite3'

/**
 * One thing that leaves the record: a table and a condition. Rows that are blank already are not in
 * `where`; without `set` they leave.
 */
export interface Step {
  what: string
  table: string
  set?: string
  where: string
}
type Values = Record<string, string | number>

/** How many rows a step would take, by the very condition that it takes them by. */
export const countOf = (client: Database.Database, step: Step, values: Values): number =>
  client
    .prepare(`select count(*) from "${step.table}" where ${step.where}`)
    .pluck()
    .get(values) as number

/** Within a transaction of its caller. @returns how many rows were changed. */
export const runStep = (
  client: Database.Database,
  { table, set, where }: Step,
  values: Values,
): number =>
  client
    .prepare(
      set === undefined
        ? `delete from "${table}" where ${where}`
        : `update "${table}" set ${set} where ${where}`,
    )
    .run(values).changes

/** Whether a table is there: a copy beside the record may be older than it. */
export const isThere = (client: Database.Database, table: string): boolean =>
  client.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(table) !==
  undefined
