import Database from 'better-sqlite3'
import { numbersIn, rowsOf } from './numbered.ts'

/** What one form makes where nothing is killed. */
export interface Made {
  /** How many rows of which table have its number, just after it and after all that comes later. */
  rows: Record<string, number>
  rowsAtEnd: Record<string, number>
  /** Its lines in the journal, as a verb and a noun. */
  lines: string[]
}

/** A form that was sent, and whether it was acknowledged. */
export interface SentForm {
  number: number
  route: string
  /** Forms of one area are sent one after another. */
  area: string
  made: Made
  isAcknowledged: boolean
  /** It has a key, by which it is known again after a restart. */
  isKeyed: boolean
}

/** What the record has of all that was sent; each line is something lost, half-written or there twice. */
export const wrongIn = (file: string, base: number, sent: readonly SentForm[]): string[] => {
  const db = new Database(file, { readonly: true })
  try {
    return [...unsound(db), ...lostOrTwice(db, sent), ...lackingLines(db, base, sent), ...apart(db)]
  } finally {
    db.close()
  }
}

const unsound = (db: Database.Database): string[] => {
  const verdict = db.pragma('integrity_check', { simple: true }) as string
  const broken = db.pragma('foreign_key_check') as unknown[]
  return [
    ...(verdict === 'ok' ? [] : [`integrity_check: ${verdict}`]),
    ...(broken.length === 0 ? [] : [`foreign_key_check: ${broken.length} broken`]),
  ]
}

const lostOrTwice = (db: Database.Database, sent: readonly SentForm[]): string[] => {
  const there = numbersIn(db)
  return sent.flatMap(({ number, route, made, isAcknowledged }) => {
    const rows = rowsOf(there, number)
    // What a later form takes away again is not there for good.
    // What a later form makes of it is another's.
    const kept = Object.keys(made.rows).filter((table) => table in made.rowsAtEnd)
    const lost = isAcknowledged ? kept.filter((table) => !rows[table]) : []
    const most = (table: string): number =>
      Math.max(made.rows[table] ?? 0, made.rowsAtEnd[table] ?? 0)
    const more = UNKNOWN_AFTERWARDS.test(route)
      ? []
      : Object.keys(made.rows).filter((table) => (rows[table] ?? 0) > most(table))
    return [
      ...lost.map((table) => `lost: ${route}, number ${number} in ${table}`),
      ...more.map((table) => `${rows[table]} times and not ${most(table)}: ${route} in ${table}`),
    ]
  })
}

/**
 * What readers say of an entry is known again in memory alone: its page is kept for everyone, and has
 * no key (decision 023).
 */
const UNKNOWN_AFTERWARDS = /\/verdicts$/

/** What can be done with a letter depends on whether the post has taken it by now. */
const ON_ITS_WAY = / letter$/

/**
 * As many lines in the journal since the record began as what was acknowledged has made. What comes
 * after a form that was refused, since it was sent again to a page of before, may find nothing to do:
 * a seat that did not end is not brought back.
 */
const lackingLines = (db: Database.Database, base: number, sent: readonly SentForm[]): string[] => {
  const there = Map.groupBy(linesSince(db, base), (line) => line)
  const behind = new Set<string>()
  const asked = Map.groupBy(
    sent
      .filter(({ area, made, isAcknowledged }) => {
        if (!isAcknowledged && made.lines.length > 0) behind.add(area)
        return isAcknowledged && !behind.has(area)
      })
      .flatMap((each) => each.made.lines)
      .filter((line) => !ON_ITS_WAY.test(line)),
    (line) => line,
  )
  return [...asked]
    .filter(([line, all]) => (there.get(line)?.length ?? 0) < all.length)
    .map(([line, all]) => `${all.length} times “${line}” and ${there.get(line)?.length ?? 0} lines`)
}

export const linesSince = (db: Database.Database, base: number): string[] =>
  (
    db
      .prepare("select verb, noun from journal where id > ? and verb <> 'looked at' order by id")
      .all(base) as { verb: string; noun: string }[]
  ).map(({ verb, noun }) => `${SAME[verb] ?? verb} ${noun}`)

/** What a kill came between is done at the next start, from the list that is kept apart (R29). */
const SAME: Record<string, string> = { 'erased again': 'erased' }

/** Nouns of the journal whose rows stay for good, each with its table. */
const TABLES: Record<string, string> = {
  action: 'actions',
  concern: 'concerns',
  event: 'events',
  leaflet: 'leaflets',
  message: 'messages',
  organisation: 'organisations',
  person: 'people',
  programme: 'programmes',
  quote: 'quotes',
  seat: 'seats',
  series: 'table_series',
  topic: 'topics',
  verdict: 'verdicts',
}

/** Each line of the journal has its row, and each row its line. */
const apart = (db: Database.Database): string[] =>
  Object.entries(TABLES).flatMap(([noun, table]) => {
    const count = (sql: string): number => db.prepare(sql).pluck().get(noun) as number
    const bare = count(
      `select count(*) from journal where noun = ? and noun_id not in (select cast(id as text) from ${table})`,
    )
    const unsaid = count(
      `select count(*) from ${table} where cast(id as text) not in (select noun_id from journal where noun = ?)`,
    )
    return [
      ...(bare > 0 ? [`${bare} lines of a ${noun} that is not there`] : []),
      ...(unsaid > 0 ? [`${unsaid} rows of ${table} without a line`] : []),
    ]
  })
