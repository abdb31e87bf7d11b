import type Database from 'better-sqlite3'
import { headOf } from './digests.ts'

export interface Link {
  id: number
  table_name: string
  row_id: number
  verb: 'written' | 'set' | 'forgotten' | 'gone'
  facts_salt: Buffer | null
  facts: Buffer | null
  words_salt: Buffer | null
  words: Buffer | null
  head: Buffer
}

/** What does not fit: where in the chain, and which row. Never any of its words. */
export interface Fault {
  is: 'changed' | 'missing' | 'unknown' | 'broken' | 'unexplained' | 'remembered' | 'cut' | 'seal'
  table: string
  row: number
  link: number
}

/** The links of a record, and which line of the journal follows each that took something out. */
export interface Chain {
  /** By table and number of the row, in the order of the chain. */
  of: Map<string, Map<number, Link[]>>
  /** Numbers of lines of the journal, by links. */
  explainedBy: Map<number, number>
  /** Heads after something was told, in their order, and what it was. */
  told: { head: string; table: string; row: number }[]
  count: number
  takenOut: number
  head: string | null
}

/** Reads the chain from its beginning, and finds where it is broken by itself. */
export const readChain = (
  client: Database.Database,
  isTold: (table: string) => boolean,
  faults: Fault[],
): Chain => {
  const chain: Chain = {
    of: new Map(),
    explainedBy: new Map(),
    told: [],
    count: 0,
    takenOut: 0,
    head: null,
  }
  let before: Buffer | null = null
  let waiting: number[] = []
  for (const link of client
    .prepare('select * from chain order by id')
    .iterate() as Iterable<Link>) {
    const { id, table_name: table, row_id: row, verb, head } = link
    chain.count += 1
    if (id !== chain.count || !head.equals(headOf(before, link)))
      faults.push({ is: 'broken', table, row, link: id })
    // One that is missing is said once, and not of each that comes after it.
    chain.count = id
    before = head
    add(chain.of, link)
    if (verb === 'written' && isTold(table))
      chain.told.push({ head: head.toString('hex'), table, row })
    if (verb === 'forgotten' || verb === 'gone') {
      chain.takenOut += 1
      waiting.push(id)
    }
    if (table === 'journal') {
      for (const each of waiting) chain.explainedBy.set(each, row)
      waiting = []
    }
  }
  chain.head = before && before.toString('hex')
  return chain
}

const add = (of: Chain['of'], link: Link): void => {
  const rows = of.get(link.table_name) ?? new Map<number, Link[]>()
  of.set(link.table_name, rows)
  const there = rows.get(link.row_id)
  if (there) there.push(link)
  else rows.set(link.row_id, [link])
}
