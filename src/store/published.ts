import type { Standing } from '../domain/concerns/standing.ts'
import { KINDS, type FileKind, type Words } from '../domain/publishing/kinds/kinds.ts'
import type { Change } from '../domain/publishing/told.ts'
import type { Statement } from 'better-sqlite3'
import { makeBoard, type Board, type Copy, type Withdrawn } from '../domain/publishing/board.ts'
import type { Seal } from '../domain/sealing/seal.ts'
import type { Db } from './database.ts'

/**
 * Every statement the public side is made of. A test EXPLAINs each and allows the public tables
 * only (R10).
 */
export const STATEMENTS = {
  latest: `select c.kind, c.slug, c.version, c.published_on as publishedOn, c.published_at as publishedAt, c.words, c.change_kind as changeKind, c.change_words as changeWords from copies c
    where c.version = (select max(version) from copies where kind = c.kind and slug = c.slug)
    and not exists (select 1 from withdrawals w where w.kind = c.kind and w.slug = c.slug) order by c.id`,
  earlier: `select kind, slug, version, published_on as publishedOn, published_at as publishedAt, standing, change_kind as changeKind, change_words as changeWords from copies order by version`,
  withdrawn: `select kind, slug, "on", ground from withdrawals`,
  files: `select kind, slug, hash from copy_files`,
  seal: `select head, "on" from seals order by id desc limit 1`,
  file: `select bytes from copy_files where kind = ? and slug = ? and hash = ?`,
} as const

interface Row {
  kind: string
  slug: string
  version: number
  publishedOn: string
  publishedAt: string
  changeKind: Change['kind']
  changeWords: string
}

interface At {
  kind: string
  slug: string
  hash: string
}
const placeOf = ({ kind, slug, hash }: At): string => `${kind} ${slug} ${hash}`

/** A file that may go before its copy does is not told any more (R18). */
const withFiles = (words: Words, isThere: (hash: string) => boolean): Words =>
  words.kind === 'entry' && words.recordings
    ? { ...words, recordings: words.recordings.filter(({ hash }) => isThere(hash)) }
    : words

/**
 * Approved copies, read as one immutable Board. Reads no working table: there is no statement here
 * that could (R10). `afterwards` does something once what is being written is on disk.
 */
export const publishedStore = (db: Db, afterwards: (next: () => void) => void) => {
  const statements = Object.fromEntries(
    Object.entries(STATEMENTS).map(([name, text]) => [name, db.$client.prepare(text)]),
  ) as Record<keyof typeof STATEMENTS, Statement<unknown[]>>
  let version = 0
  const read = (): Board => {
    const changeOf = (row: Row): Change => ({ kind: row.changeKind, words: row.changeWords })
    const versions = Map.groupBy(
      statements.earlier.all() as (Row & { standing: Standing | null })[],
      (row) => `${row.kind} ${row.slug}`,
    )
    const there = new Set((statements.files.all() as At[]).map(placeOf))
    const copies = (statements.latest.all() as (Row & { words: string })[]).map((row): Copy => ({
      slug: row.slug,
      version: row.version,
      publishedOn: row.publishedOn,
      publishedAt: row.publishedAt,
      words: withFiles(JSON.parse(row.words) as Words, (hash) =>
        there.has(placeOf({ ...row, hash })),
      ),
      change: changeOf(row),
      earlier: versions
        .get(`${row.kind} ${row.slug}`)!
        .filter((each) => each.version < row.version)
        .map((each) => ({
          version: each.version,
          publishedOn: each.publishedOn,
          publishedAt: each.publishedAt,
          standing: each.standing,
          change: changeOf(each),
        })),
    }))
    // Only what had a page or a picture of its own has an address that stays closed.
    const withdrawn = (statements.withdrawn.all() as Withdrawn[]).filter(
      ({ kind }) => KINDS[kind]?.page ?? KINDS[kind]?.pictures,
    )
    version += 1
    const seal = (statements.seal.get() as Seal | undefined) ?? null
    return makeBoard(version, copies, withdrawn, seal)
  }
  let board = read()
  const watching: ((next: Board) => void)[] = []
  const refresh = (): void => {
    board = read()
    for (const each of watching) each(board)
  }
  return {
    board: (): Board => board,
    /** What it will be once all that is being written is on disk. */
    next: read,
    /** The file of a copy that is public now, by its fingerprint. */
    file: (kind: FileKind, slug: string, hash: string): Buffer | undefined =>
      (statements.file.get(kind, slug, hash) as { bytes: Buffer } | undefined)?.bytes,
    /** Who hands the Board on is told of each new one. */
    watch: (tell: (next: Board) => void): void => void watching.push(tell),
    /** Once what is being written is on disk: what is rolled back was never public. */
    reload: (): void => afterwards(refresh),
  }
}
