import type Database from 'better-sqlite3'
import { CannotStart } from '../cannot-start.ts'
import { CLASSES } from '../classes/classes.ts'
import type { Db } from '../database.ts'
import { countOf, runStep, type Step } from '../erasing/step.ts'
import { note } from '../journal.ts'
import { forget, write } from '../transactions.ts'
import type { Rule } from './rule.ts'
import { RULES } from './rules.ts'

const DAY_MS = 24 * 3_600_000

/** How long each thing is kept, and what goes when its time is over (R29). */
export const keepingStore = (db: Db) => ({
  /** How many rows would go by each rule at a time, by the very conditions that they go by. */
  due: (at: string): { rule: Rule; rows: number }[] =>
    RULES.map((rule) => ({
      rule,
      rows: stepsOf(rule).reduce(
        (sum, step) => sum + countOf(db.$client, step, timesOf(rule, at)),
        0,
      ),
    })),
  /** What is over goes. The journal says by which rule, where it was words or names that went. */
  sweep: (at: string): void => {
    write(db, () => {
      for (const rule of RULES) {
        const rows = stepsOf(rule).reduce(
          (sum, step) => sum + runStep(db.$client, step, timesOf(rule, at)),
          0,
        )
        if (rows > 0 && !rule.sweep?.isQuiet)
          note(db, { personId: null, at }, 'let go, its time being over', 'kind', rule.of[0]!)
      }
    })
    forget(db)
  },
})

const stepsOf = ({ what, sweep }: Rule): Step[] =>
  (sweep?.steps ?? []).map((step) => ({ what, ...step }))

const timesOf = ({ sweep }: Rule, at: string): { than: string } => ({
  than: new Date(Date.parse(at) - (sweep?.days ?? 0) * DAY_MS).toISOString(),
})

/** The rule of a column, or of its table. */
const ruleOf = (table: string, column: string): Rule | undefined =>
  BY_NAME.get(`${table}.${column}`) ?? BY_NAME.get(table)
const BY_NAME = new Map(RULES.flatMap((rule) => rule.of.map((name) => [name, rule])))

/** What carries the record to another place counts its steps in these, and writes nothing else. */
const LITESTREAM = ['_litestream_lock', '_litestream_seq']

/**
 * Throws where a column has no class (who may know it) or no rule (how long it is kept): what nobody
 * decided about is not kept by accident (R9, R29).
 */
export const refuseUnruled = (client: Database.Database): void => {
  const columns = client
    .prepare(
      `select t.name as "table", c.name as "column" from sqlite_schema t, pragma_table_info(t.name) c
      where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' and t.name not like '\\_\\_%' escape '\\'
      and t.name not in (select value from json_each(?))`,
    )
    .all(JSON.stringify(LITESTREAM)) as { table: string; column: string }[]
  const bare = columns.find(
    ({ table, column }) => !CLASSES[table]?.[column] || !ruleOf(table, column),
  )
  if (bare)
    throw new CannotStart(
      `Nobody has decided who may know ${bare.table}.${bare.column}, or how long it is kept. ` +
        'Say so in src/store/classes and src/store/keeping.',
    )
}
