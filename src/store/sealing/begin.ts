import { randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import { COVERED, type Covered, type Row } from './covered.ts'
import { digestOf, headOf } from './digests.ts'

/**
 * Brings into the chain what a record holds that had none: table by table, each in the order of its
 * rows. Within a transaction of its caller.
 */
export const beginChain = (client: Database.Database): void => {
  const link = client.prepare(
    `insert into chain (id, table_name, row_id, verb, facts_salt, facts, words_salt, words, head)
      values (?, ?, ?, 'written', ?, ?, ?, ?, ?)`,
  )
  let id = 0
  let head: Buffer | null = null
  for (const covered of COVERED) {
    const { table, facts, words } = covered
    for (const row of rowsOf(client, covered)) {
      id += 1
      const salts = [randomBytes(16), words.length > 0 ? randomBytes(16) : null] as const
      const linked = {
        facts: digestOf(salts[0], ...columnsOf(row, ['id', ...facts])),
        words: salts[1] && digestOf(salts[1], ...columnsOf(row, words)),
      }
      head = headOf(head, { id, table_name: table, row_id: row.id, verb: 'written', ...linked })
      link.run(id, table, row.id, salts[0], linked.facts, salts[1], linked.words, head)
    }
  }
  client.exec(SEALS)
}

/** One at a time: a file that is told may be large. */
export const rowsOf = function* (
  client: Database.Database,
  { table, facts, words }: Covered,
): Generator<Row> {
  const names = ['id', ...facts, ...words].map((name) => `"${name}"`).join(', ')
  const one = client.prepare(`select ${names} from "${table}" where id = ?`)
  const ids = client.prepare(`select id from "${table}" order by id`).pluck().all()
  for (const id of ids) yield one.get(id) as Row
}

/** As a digest takes them: each name with its value. */
export const columnsOf = (row: Row, names: readonly string[]) =>
  names.flatMap((name) => [name, row[name] as string])

/** What has been told so far has its seals, as it would have had. */
const SEALS = `
  insert into seals ("on", head)
  select coalesce(w."on", c.published_on), lower(hex(l.head)) from chain l
  left join withdrawals w on l.table_name = 'withdrawals' and w.id = l.row_id
  left join releases r on l.table_name = 'releases' and r.id = l.row_id
  left join copies c on c.id = r.copy_id
  where l.table_name in ('withdrawals', 'releases') order by l.id`
