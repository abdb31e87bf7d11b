import Database from 'better-sqlite3'
import { existsSync, rmSync, statSync } from 'node:fs'
import type { Board } from '../../domain/publishing/board.ts'
import type { FileKind } from '../../domain/publishing/kinds/kinds.ts'
import { CannotStart } from '../cannot-start.ts'
import { rename, sync } from '../copies.ts'
import type { Db } from '../database.ts'
import { publishedStore } from '../published.ts'

/** What a file with a copy of the board is known by, so that a record is never taken for one. */
const MARK = 0x52_54_42_31

/**
 * What a reader is told, table by table. Words that no page shows any more stay where they are:
 * those of earlier copies, of what was withdrawn, and those that were read out of a file.
 */
const TOLD = {
  copies: `select c.id, c.kind, c.slug, c.version, c.published_on, c.published_at, c.standing,
    case when c.version = (select max(version) from copies where kind = c.kind and slug = c.slug)
      then c.words else '{}' end as words, c.change_kind, c.change_words from copies c
    where not exists (select 1 from withdrawals w where w.kind = c.kind and w.slug = c.slug)`,
  withdrawals: `select id, kind, slug, "on", ground from withdrawals`,
  copy_files: `select f.id, f.kind, f.slug, f.hash, f.bytes, '' as text from copy_files f
    where not exists (select 1 from withdrawals w where w.kind = f.kind and w.slug = f.slug)`,
  seals: `select id, "on", head from seals order by id desc limit 1`,
} as const

/**
 * Writes all that is told now, and nothing else, into a file that a server of readers runs from. It
 * is a new database and no copy of the record: no byte of a working table was ever in it (R10). The
 * whole has its name at once, or what was there before stays (R22).
 */
export const writeBoardFile = ({ $client: record }: Db, file: string): void => {
  const partial = `${file}.partial`
  const drop = (): void => {
    for (const each of [partial, `${partial}-journal`]) rmSync(each, { force: true })
  }
  drop()
  try {
    const copy = new Database(partial)
    try {
      // One moment of the record, whatever is written meanwhile.
      record.transaction(() => copy.transaction(() => fill(copy, record))())()
    } finally {
      copy.close()
    }
    sync(partial, 'r+')
  } catch (error) {
    drop()
    throw error
  }
  rename(partial, file)
}

const fill = (copy: Database.Database, record: Database.Database): void => {
  for (const [table, told] of Object.entries(TOLD)) {
    const made = record
      .prepare(`select sql from sqlite_schema where tbl_name = ? and type in ('table', 'index')`)
      .pluck()
      .all(table) as (string | null)[]
    for (const sql of made) if (sql !== null) copy.exec(sql)
    const rows = record.prepare(told)
    const columns = rows.columns().map(({ name }) => `"${name}"`)
    const put = copy.prepare(
      `insert into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of rows.raw().iterate()) put.run(row)
  }
  copy.pragma(`application_id = ${MARK}`)
}

/** A copy of the board, as it lies there: nothing is written to it. */
export const openBoardFile = (file: string) => {
  if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
  const client = open(file)
  const told = publishedStore({ $client: client } as Db, () => {})
  return { board: told.board(), file: told.file, close: (): void => void client.close() }
}

const open = (file: string): Database.Database => {
  const client = new Database(file, { readonly: true })
  try {
    if (client.pragma('application_id', { simple: true }) === MARK) return client
  } catch {
    // No database at all, which is said below.
  }
  client.close()
  throw new CannotStart(
    `${file} is not a copy of a board. Make one on the server: npm run board-copy -- FILE`,
  )
}

/** A look at the file costs little, and a withdrawal is gone within this time. */
const LOOK_MS = 250

/**
 * The board of a file that is replaced now and then: a newer one is shown as soon as somebody asks,
 * a moment after it has its name. A file that went missing, or came broken, changes nothing.
 */
export const watchBoardFile = (
  file: string,
  nowMs: () => number,
  fault: (error: Error) => void,
) => {
  let mark = markOf(file)
  let told = openBoardFile(file)
  let board = told.board
  let lookedAt = nowMs()
  const look = (): void => {
    lookedAt = nowMs()
    const now = markOf(file)
    if (now === mark || now === '') return
    mark = now
    try {
      const next = openBoardFile(file)
      told.close()
      told = next
      // Each file counts from one; pages that were kept are those of one version.
      board = Object.freeze({ ...next.board, version: board.version + 1 })
    } catch (error) {
      fault(error as Error)
    }
  }
  return {
    board: (): Board => {
      if (Math.abs(nowMs() - lookedAt) >= LOOK_MS) look()
      return board
    },
    file: (kind: FileKind, slug: string, hash: string): Buffer | undefined =>
      told.file(kind, slug, hash),
    close: (): void => told.close(),
  }
}

/** A file that took the place of another has another number, or was written later. */
const markOf = (file: string): string => {
  const there = statSync(file, { throwIfNoEntry: false })
  return there ? `${there.ino} ${there.size} ${there.mtimeMs}` : ''
}
