import { group } from '../group.ts'
import { eq } from 'drizzle-orm'
import type { Draft, Publication, Release } from '../../domain/publishing/publication.ts'
import type { Db } from '../database.ts'
import {
  approvals,
  comments,
  copies,
  drafts,
  overrulings,
  type publications,
  releases,
  withdrawals,
} from '../schema/publishing.ts'

export type Row = typeof publications.$inferSelect

/** Publications with all that hangs on them, from their rows. */
export const fill = (db: Db, rows: Row[], isAlone: () => boolean): Publication[] => {
  const written = draftsOf(db, rows)
  const publicationOf = new Map(written.map((draft) => [draft.id, draft.publicationId]))
  const byPublication = <T extends { draftId: number }>(found: T[]) =>
    group(
      found.filter((each) => publicationOf.has(each.draftId)),
      (each) => publicationOf.get(each.draftId)!,
    )
  const of = {
    drafts: group(written, (draft) => draft.publicationId),
    approvals: byPublication(approvalsIn(db, isAlone())),
    overrulings: group(
      db.select().from(overrulings).orderBy(overrulings.id).all(),
      (each) => each.publicationId,
    ),
    comments: byPublication(db.select().from(comments).orderBy(comments.id).all()),
    releases: byPublication(releasesIn(db)),
  }
  const withdrawn = withdrawnBy(db)
  return rows.map((row) => {
    const gone = withdrawn.get(`${row.kind} ${row.slug}`)
    const isBlanked = (words: unknown): boolean =>
      row.kind === 'translation' && !gone && !(words as { kind?: string }).kind
    return {
      ...row,
      drafts: of.drafts.get(row.id) ?? [],
      approvals: of.approvals.get(row.id) ?? [],
      overrulings: of.overrulings.get(row.id) ?? [],
      comments: of.comments.get(row.id) ?? [],
      releases: (of.releases.get(row.id) ?? []).map(({ words, ...release }): Release => ({
        ...release,
        blanked: isBlanked(words),
      })),
      withdrawal: gone ? { at: gone.on, ground: gone.ground } : null,
    }
  })
}

/** By kind and address: what is gone from the board for good. */
export const withdrawnBy = (db: Db) =>
  new Map(
    db
      .select()
      .from(withdrawals)
      .all()
      .map((each) => [`${each.kind} ${each.slug}`, each]),
  )

/** One publication is asked for its own drafts; a list reads them all at once. */
const draftsOf = (db: Db, rows: Row[]): (Draft & { publicationId: number })[] =>
  db
    .select()
    .from(drafts)
    .where(rows.length === 1 ? eq(drafts.publicationId, rows[0]!.id) : undefined)
    .orderBy(drafts.id)
    .all() as (Draft & { publicationId: number })[]

/** R13: an approval by the writer alone holds only while one person is enough. */
const approvalsIn = (db: Db, alone: boolean) =>
  db
    .select()
    .from(approvals)
    .orderBy(approvals.id)
    .all()
    .filter((each) => alone || !each.alone)

const releasesIn = (db: Db) =>
  db
    .select({
      draftId: releases.draftId,
      copyId: releases.copyId,
      at: releases.at,
      kind: copies.changeKind,
      changeWords: copies.changeWords,
      words: copies.words,
    })
    .from(releases)
    .innerJoin(copies, eq(copies.id, releases.copyId))
    .orderBy(releases.id)
    .all()
    .map(({ kind, changeWords, ...release }) => ({
      ...release,
      change: { kind, words: changeWords },
    }))
