import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { dayOf, type When } from '../../domain/day.ts'
import { kindOf, type CopyKind, type Words } from '../../domain/publishing/kinds/kinds.ts'
import { filled } from '../../domain/publishing/placeholders.ts'
import type { Draft, Publication } from '../../domain/publishing/publication.ts'
import { FIRST, type Change } from '../../domain/publishing/told.ts'
import { entrySlug, quarterOf } from '../../domain/quarter.ts'
import type { Db } from '../database.ts'
import { preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import type { By } from '../journal.ts'
import { copies, copyFiles, withdrawals } from '../schema/publishing.ts'
import { forget } from '../transactions.ts'

const statementsOf = preparedOnce((db: Db) => {
  const [kind, slug] = [sql.placeholder('kind'), sql.placeholder('slug')]
  return {
    at: db
      .select({ id: copies.id })
      .from(copies)
      .where(and(eq(copies.kind, kind), eq(copies.slug, slug)))
      .prepare(),
    /** Addresses between two, the second left out. */
    within: db
      .selectDistinct({ slug: copies.slug })
      .from(copies)
      .where(
        and(
          eq(copies.kind, kind),
          gte(copies.slug, sql.placeholder('from')),
          lt(copies.slug, sql.placeholder('until')),
        ),
      )
      .prepare(),
    files: db
      .select({ id: copyFiles.id, hash: copyFiles.hash })
      .from(copyFiles)
      .where(and(eq(copyFiles.kind, kind), eq(copyFiles.slug, slug)))
      .prepare(),
  }
})

/** The very bytes of a file or a picture that was approved, and the words in it. */
export type FileOf = (
  of: Pick<Publication, 'leafletId' | 'shownPhotoId' | 'concernId'>,
  hash: string,
) => { bytes: Buffer; text: string } | undefined

/**
 * Freezes an approved draft as the next copy at its address. After a correction for privacy the
 * earlier words are blanked where they stood (R15).
 * @returns the id of the copy.
 */
export const insertCopy = (
  db: Db,
  publication: Publication,
  slug: string,
  draft: Draft,
  by: By,
  fileOf: FileOf,
): number => {
  const { kind, releases } = publication
  const words = filled(draft.words)
  const change: Change = releases.length === 0 ? FIRST : words.change
  if (change.kind === 'privacy') {
    for (const each of [{ kind, slug }, ...translationsOf(db, kind, slug)]) blank(db, each)
    forget(db)
  }
  const copyId = insert(db, copies, {
    kind,
    slug,
    version: copiesAt(db, kind, slug).length + 1,
    publishedOn: dayOf(by.at),
    publishedAt: by.at,
    standing: 'standing' in words ? words.standing : null,
    words,
    changeKind: change.kind,
    changeWords: change.words,
  })
  keepFiles(db, kind, slug, filesIn(draft.words), (hash) => fileOf(publication, hash))
  return copyId
}

/** Takes what is told at an address off the board for good, in every language. */
export const closeAddress = (
  db: Db,
  kind: CopyKind,
  slug: string,
  ground: string,
  by: By,
): void => {
  for (const each of [{ kind, slug }, ...translationsOf(db, kind, slug)]) {
    blank(db, each)
    db.insert(withdrawals)
      .values({ ...each, on: dayOf(by.at), ground })
      .onConflictDoNothing()
      .run()
  }
  forget(db)
}

/** A file goes before its copy does: nobody may hear it any more (R15, R18). */
export const dropFile = (db: Db, { kind, slug }: At, hash: string): void => {
  db.delete(copyFiles)
    .where(and(eq(copyFiles.kind, kind), eq(copyFiles.slug, slug), eq(copyFiles.hash, hash)))
    .run()
  forget(db)
}

/** The next free address in a quarter: quarter and number, never words. */
export const nextSlug = (db: Db, kind: CopyKind, on: When): string => {
  const quarter = quarterOf(on)
  const taken = statementsOf(db).within.all({ kind, from: `${quarter}-`, until: `${quarter}.` })
  return entrySlug(
    quarter,
    taken.map((row) => row.slug),
  )
}

interface At {
  kind: CopyKind
  slug: string
}

/** What is told of it in other languages goes where its English goes. */
const translationsOf = (db: Db, kind: CopyKind, slug: string): At[] =>
  kind === 'translation'
    ? []
    : db
        .selectDistinct({ slug: copies.slug })
        .from(copies)
        .where(eq(copies.kind, 'translation'))
        .all()
        .filter((row) => row.slug.startsWith(`${kind}.${slug}.`))
        .map((row) => ({ kind: 'translation', slug: row.slug }))

const copiesAt = (db: Db, kind: CopyKind, slug: string) => statementsOf(db).at.all({ kind, slug })

const filesIn = (words: Words): string[] => {
  const { files, pictures } = kindOf(words)
  return [...(files?.(words) ?? []).map((each) => each.hash), ...(pictures?.(words) ?? [])]
}

/**
 * The files of a copy stand beside it: the very bytes that were approved, and none of an older
 * copy (R13, R15).
 */
const keepFiles = (
  db: Db,
  kind: CopyKind,
  slug: string,
  hashes: string[],
  fileOf: (hash: string) => ReturnType<FileOf>,
): void => {
  dropFiles(db, { kind, slug }, hashes)
  for (const hash of hashes) {
    const file = fileOf(hash)
    if (!file) throw new Error('the file that was approved is not there any more')
    db.insert(copyFiles)
      .values({ kind, slug, hash, ...file })
      .onConflictDoNothing()
      .run()
  }
}

const dropFiles = (db: Db, { kind, slug }: At, but: string[] = []): void => {
  const kept = statementsOf(db).files.all({ kind, slug })
  for (const { id } of kept.filter((each) => !but.includes(each.hash)))
    db.delete(copyFiles).where(eq(copyFiles.id, id)).run()
}

const blank = (db: Db, { kind, slug }: At): void => {
  dropFiles(db, { kind, slug })
  for (const { id } of copiesAt(db, kind, slug))
    db.update(copies).set({ words: {}, changeWords: '' }).where(eq(copies.id, id)).run()
}
