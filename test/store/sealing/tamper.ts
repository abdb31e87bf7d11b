import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { COVERED } from '../../../src/store/sealing/covered.ts'
import { columnsOf } from '../../../src/store/sealing/begin.ts'
import { digestOf } from '../../../src/store/sealing/digests.ts'

type Row = Record<string, unknown> & { id: number }
type Value = string | number | Buffer | null

/** The same numbers in the same order, for one seed: what was not noticed can be done again. */
export const dice = (seed: number) => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return { below, oneOf: <T>(all: readonly T[]): T => all[below(all.length)]! }
}
type Dice = ReturnType<typeof dice>

export interface Tampered {
  way: string
  what: string
}

const TABLES = [...COVERED.map((each) => each.table), 'chain', 'chain', 'chain', 'seals']

/** A record as its owner may open it with any program: nothing that guards a row is in the way. */
export const openForTampering = (file: string): Database.Database => {
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  for (const name of db
    .prepare("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all())
    db.exec(`drop trigger "${String(name)}"`)
  return db
}

/**
 * Rewrites something, within the transaction that is open.
 * @returns what was done; nothing where it changed nothing, or the database itself refused it.
 */
export const tamper = (db: Database.Database, from: Dice): Tampered | null => {
  const [name, way] = from.oneOf(WAYS)
  const table = from.oneOf(TABLES)
  const before = db.prepare('select total_changes()').pluck().get()
  try {
    const done = way(db, table, from)
    const changed = db.prepare('select total_changes()').pluck().get() !== before
    return done !== null && changed ? { way: name, what: `${table} ${done}` } : null
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) return null
    throw error
  }
}

type Way = (db: Database.Database, table: string, from: Dice) => string | null

const edit: Way = (db, table, from) => {
  const row = anyRow(db, table, from)
  if (!row) return null
  const column = from.oneOf(Object.keys(row))
  const value = otherThan(row[column] as Value, from)
  db.prepare(`update "${table}" set "${column}" = ? where id = ?`).run(value, row.id)
  const now = db.prepare(`select "${column}" from "${table}" where id = ?`).pluck()
  return isSame(now.get(column === 'id' ? value : row.id), row[column])
    ? null
    : `${row.id} ${column}`
}

const drop: Way = (db, table, from) => {
  const row = anyRow(db, table, from)
  if (!row) return null
  db.prepare(`delete from "${table}" where id = ?`).run(row.id)
  return String(row.id)
}

/** A row that looks like another, under a number of its own or in a gap. */
const insert: Way = (db, table, from) => {
  const row = anyRow(db, table, from)
  if (!row) return null
  const names = Object.keys(row).filter((name) => name !== 'id')
  const made = names.map((name) =>
    from.below(3) === 0 ? otherThan(row[name] as Value, from) : row[name],
  )
  db.prepare(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
  ).run(...made)
  return `like ${row.id}`
}

/** Two rows take each other's number: what the one says stands where the other stood. */
const swap: Way = (db, table, from) => {
  const [one, other] = [anyRow(db, table, from), anyRow(db, table, from)]
  if (!one || !other || one.id === other.id || areAlike(one, other)) return null
  const renumber = db.prepare(`update "${table}" set id = ? where id = ?`)
  renumber.run(-1, one.id)
  renumber.run(one.id, other.id)
  renumber.run(other.id, -1)
  return `${one.id} ${other.id}`
}

/** A column of two rows, as when a name is put to what somebody else did. */
const swapColumn: Way = (db, table, from) => {
  const [one, other] = [anyRow(db, table, from), anyRow(db, table, from)]
  if (!one || !other) return null
  const column = from.oneOf(Object.keys(one).filter((name) => name !== 'id'))
  if (column === undefined || isSame(one[column], other[column])) return null
  const set = db.prepare(`update "${table}" set "${column}" = ? where id = ?`)
  set.run(other[column], one.id)
  set.run(one[column], other.id)
  return `${one.id} ${other.id} ${column}`
}

/** A row with its link, and the links after it moved up. */
const dropBoth: Way = (db, _table, from) => {
  const { table } = from.oneOf(COVERED)
  const row = anyRow(db, table, from)
  if (!row) return null
  const links = db.prepare('select id from chain where table_name = ? and row_id = ?').pluck()
  const [link] = links.all(table, row.id) as number[]
  db.prepare(`delete from "${table}" where id = ?`).run(row.id)
  db.prepare('delete from chain where table_name = ? and row_id = ?').run(table, row.id)
  if (from.below(2) === 0) db.prepare('update chain set id = id - 1 where id > ?').run(link)
  return `${table} ${row.id}`
}

/** The last rows with their links, by someone who does not know where SQLite keeps count. */
const cutEnd: Way = (db, _table, from) => {
  const links = db.prepare('select * from chain order by id desc limit ?')
  for (const link of links.all(1 + from.below(5)) as Row[]) {
    db.prepare(`delete from "${String(link.table_name)}" where id = ?`).run(link.row_id)
    db.prepare('delete from chain where id = ?').run(link.id)
  }
  return ''
}

/** A row, and a digest in its link that fits what it says now. */
const editBoth: Way = (db, _table, from) => {
  const covered = from.oneOf(COVERED)
  const { table, facts } = covered
  const row = anyRow(db, table, from)
  if (!row) return null
  const column = from.oneOf(facts)
  const said = { ...row, [column]: otherThan(row[column] as Value, from) }
  db.prepare(`update "${table}" set "${column}" = ? where id = ?`).run(said[column], row.id)
  const salt = randomBytes(16)
  const digest = digestOf(salt, ...columnsOf(said, ['id', ...facts]))
  db.prepare(
    "update chain set facts_salt = ?, facts = ? where table_name = ? and row_id = ? and verb = 'written'",
  ).run(salt, digest, table, row.id)
  return `${table} ${row.id} ${column}`
}

/** Words are taken out as the program would, and nobody is said to have done it. */
const forgetQuietly: Way = (db, _table, from) => {
  const [table, set] = from.oneOf([
    ['copies', "words = '{}', change_words = ''"],
    ['overrulings', "found = '', reason = ''"],
    ['comments', "text = ''"],
    ['withdrawals', "ground = ''"],
  ] as const)
  const row = anyRow(db, table, from)
  if (!row) return null
  const blank = db.prepare(`select 1 from ${table} where id = ? and ${set.replaceAll(',', ' and')}`)
  if (blank.get(row.id)) return null
  db.prepare(`update ${table} set ${set} where id = ?`).run(row.id)
  db.prepare('update chain set words_salt = null where table_name = ? and row_id = ?').run(
    table,
    row.id,
  )
  return `${table} ${row.id}`
}

const WAYS: readonly (readonly [string, Way])[] = [
  ['edited', edit],
  ['edited', edit],
  ['edited', edit],
  ['deleted', drop],
  ['deleted', drop],
  ['inserted', insert],
  ['inserted', insert],
  ['swapped', swap],
  ['swapped', swap],
  ['swapped in one column', swapColumn],
  ['deleted with the link', dropBoth],
  ['cut off at the end', cutEnd],
  ['edited with the link', editBoth],
  ['forgotten without a line', forgetQuietly],
]

const anyRow = (db: Database.Database, table: string, from: Dice): Row | undefined => {
  const ids = db.prepare(`select id from "${table}"`).pluck().all() as number[]
  if (ids.length === 0) return undefined
  return db.prepare(`select * from "${table}" where id = ?`).get(from.oneOf(ids)) as Row
}

/** Something else that could stand there: often very like it. */
const otherThan = (value: Value, from: Dice): Value => {
  if (typeof value === 'number') return value + from.oneOf([-1, 1, 2, 1000])
  if (Buffer.isBuffer(value)) {
    if (value.length === 0 || from.below(6) === 0) return randomBytes(32)
    const other = Buffer.from(value)
    other[from.below(other.length)]! ^= 1 << from.below(8)
    return other
  }
  if (value === null) return from.oneOf([1, 'words', randomBytes(16)])
  if (value === '') return 'words'
  const at = from.below(value.length)
  const letter = value[at] === 'x' ? 'y' : 'x'
  return from.oneOf(['', `${value} `, value.slice(0, at) + letter + value.slice(at + 1)])
}

const isSame = (one: unknown, other: unknown): boolean =>
  Buffer.isBuffer(one) && Buffer.isBuffer(other) ? one.equals(other) : one === other
const areAlike = (one: Row, other: Row): boolean =>
  Object.keys(one).every((name) => name === 'id' || isSame(one[name], other[name]))
