import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { columnsOf, rowsOf } from './begin.ts'
import { COVERED, type Covered, type Row, isErasedIn } from './covered.ts'
import { digestOf } from './digests.ts'
import { explains } from './explains.ts'
import { readChain, type Chain, type Fault, type Link } from './links.ts'

export interface Verified {
  /** How many rows of the journal and of what was published there are. */
  rows: number
  /** How often words or a file were taken out, each with a line of the journal that says by whom. */
  takenOut: number
  /** The head of the chain, in full. */
  head: string | null
  /** What does not fit, in the order of the chain. */
  faults: Fault[]
}

/**
 * Reads the whole chain and every row that it covers, as they stand at one moment, and changes
 * nothing. An end that was cut off with its rows, or a record that was written anew with its chain,
 * fits: only a head that somebody else holds tells of that.
 */
export const verifyChain = (client: Database.Database): Verified =>
  client.transaction(() => {
    const faults: Fault[] = []
    const isTold = new Set(COVERED.filter((each) => each.isTold).map((each) => each.table))
    const chain = readChain(client, (table) => isTold.has(table), faults)
    faults.push(...cutOff(client, chain), ...notOurs(chain))
    let rows = 0
    for (const covered of COVERED) rows += checkTable(client, covered, chain, faults)
    faults.push(...sealFaults(client, chain))
    return {
      rows,
      takenOut: chain.takenOut,
      head: chain.head,
      faults: faults.toSorted((a, b) => a.link - b.link),
    }
  })()

const LAST = Number.MAX_SAFE_INTEGER

/** SQLite remembers how many links there ever were. */
const cutOff = (client: Database.Database, { count }: Chain): Fault[] => {
  const ever = client.prepare("select seq from sqlite_sequence where name = 'chain'").pluck().get()
  return ever === count || (count === 0 && ever === undefined)
    ? []
    : [{ is: 'cut', table: 'chain', row: count, link: count + 1 }]
}

const notOurs = ({ of }: Chain): Fault[] => {
  const ours = new Set(COVERED.map((each) => each.table))
  return [...of]
    .filter(([table]) => !ours.has(table))
    .flatMap(([table, rows]) =>
      [...rows].map(([row, [link]]) => ({ is: 'broken' as const, table, row, link: link!.id })),
    )
}

/** @returns how many rows it has. */
const checkTable = (
  client: Database.Database,
  covered: Covered,
  { of, explainedBy }: Chain,
  faults: Fault[],
): number => {
  const { table } = covered
  const links = of.get(table) ?? new Map<number, Link[]>()
  const explain = explains(client, covered)
  const there = new Set<number>()
  for (const row of rowsOf(client, covered)) {
    there.add(row.id)
    const mine = links.get(row.id)
    const is = mine === undefined ? 'unknown' : wrongIn(row, mine, covered)
    if (is) faults.push({ is, table, row: row.id, link: mine?.at(-1)!.id ?? LAST })
  }
  for (const [row, mine] of links) {
    const last = mine.at(-1)!
    if (!there.has(row) && !(covered.mayGo && hasGone(mine)))
      faults.push({ is: 'missing', table, row, link: last.id })
    for (const each of mine.filter(({ verb }) => verb === 'forgotten' || verb === 'gone'))
      if (!explain(row, explainedBy.get(each.id)))
        faults.push({ is: 'unexplained', table, row, link: each.id })
  }
  return there.size
}

/** What does not fit between a row and its links. */
const wrongIn = (row: Row, links: Link[], covered: Covered): Fault['is'] | undefined => {
  const [first, ...later] = links as [Link, ...Link[]]
  const last = links.at(-1)!
  if (first.verb !== 'written' || later.some((each) => !isChange(each, covered))) return 'broken'
  if (!fits(first.facts_salt, first.facts, row, ['id', ...covered.facts])) return 'changed'
  if (covered.words.length === 0)
    return first.words_salt || first.words || later.length > 0 ? 'broken' : undefined
  if (!fits(last.words_salt, last.words, row, covered.words)) return 'changed'
  if (later.length > 0 && covered.becomes === 'set') return wrongSet(row, links, covered)
  if (later.length > 0 && !covered.isForgotten?.(row) && !isErasedIn(row, covered)) return 'changed'
  if (links.some((each) => each !== last && each.words_salt)) return 'remembered'
  return isItsOwn(row) ? undefined : 'changed'
}

const isChange = (link: Link, { becomes }: Covered): boolean =>
  link.verb === becomes && link.facts === null && link.facts_salt === null

/** Where there was nothing, once. */
const wrongSet = (row: Row, [first, ...later]: Link[], { words }: Covered) => {
  const nothing: Row = { id: row.id, ...Object.fromEntries(words.map((name) => [name, null])) }
  return later.length === 1 && fits(first!.words_salt, first!.words, nothing, words)
    ? undefined
    : 'changed'
}

const fits = (
  salt: Buffer | null,
  digest: Buffer | null,
  row: Row,
  names: readonly string[],
): boolean =>
  salt !== null && digest !== null && digest.equals(digestOf(salt, ...columnsOf(row, names)))

/** The bytes of a file are those that its fingerprint is of, which stands in the words told. */
const isItsOwn = ({ bytes, hash }: Row): boolean =>
  !Buffer.isBuffer(bytes) || createHash('sha256').update(bytes).digest('hex') === hash

const hasGone = (links: Link[]): boolean =>
  links.length === 2 &&
  links[0]!.verb === 'written' &&
  links[1]!.verb === 'gone' &&
  links.every((each) => each.facts_salt === null && each.words_salt === null)

/** What the public is handed is the chain's own heads, all of them and in their order. */
const sealFaults = (client: Database.Database, { told }: Chain): Fault[] => {
  const days = Object.fromEntries(
    Object.entries(TOLD_ON).map(([table, text]) => [table, client.prepare(text).pluck()]),
  )
  const seals = client.prepare('select id, "on", head from seals order by id').all() as {
    id: number
    on: string
    head: string
  }[]
  const isItsOwnSeal = ({ on, head }: (typeof seals)[number], i: number): boolean =>
    head === told[i]?.head && on === days[told[i].table]?.get(told[i].row)
  const wrong = seals.find((each, i) => !isItsOwnSeal(each, i))
  if (wrong === undefined && seals.length === told.length) return []
  return [{ is: 'seal', table: 'seals', row: wrong?.id ?? seals.length + 1, link: LAST }]
}

const TOLD_ON = {
  releases:
    'select c.published_on from releases r join copies c on c.id = r.copy_id where r.id = ?',
  withdrawals: 'select "on" from withdrawals where id = ?',
}
