import { and, eq, sql } from 'drizzle-orm'
import type { Draft, Publication, Release } from '../../domain/publishing/publication.ts'
import type { Db } from '../database.ts'
import { among, group, idsAs, preparedOnce } from '../group.ts'
import {
  approvals,
  comments,
  copies,
  drafts,
  overrulings,
  publications,
  releases,
  withdrawals,
} from '../schema/publishing.ts'

export type Row = typeof publications.$inferSelect

/** What hangs on some publications is read for those alone. */
const statementsOf = preparedOnce((db: Db) => ({
  drafts: db.select().from(drafts).where(among(drafts.publicationId)).orderBy(drafts.id).prepare(),
  approvals: db
    .select()
    .from(approvals)
    .where(among(approvals.draftId))
    .orderBy(approvals.id)
    .prepare(),
  overrulings: db
    .select()
    .from(overrulings)
    .where(among(overrulings.publicationId))
    .orderBy(overrulings.id)
    .prepare(),
  comments: db
    .select()
    .from(comments)
    .where(among(comments.draftId))
    .orderBy(comments.id)
    .prepare(),
  releases: db
    .select({
      draftId: releases.draftId,
      copyId: releases.copyId,
      at: releases.at,
      kind: copies.changeKind,
      changeWords: copies.changeWords,
      copied: sql<string | null>`json_extract(${copies.words}, '$.kind')`,
    })
    .from(releases)
    .innerJoin(copies, eq(copies.id, releases.copyId))
    .where(among(releases.draftId))
    .orderBy(releases.id)
    .prepare(),
  withdrawn: db
    .select({ id: publications.id, at: withdrawals.on, ground: withdrawals.ground })
    .from(publications)
    .innerJoin(
      withdrawals,
      and(eq(withdrawals.kind, publications.kind), eq(withdrawals.slug, publications.slug)),
    )
    .where(among(publications.id))
    .prepare(),
}))

/** Publications with all that hangs on them, from their rows. */
export const fill = (db: Db, rows: Row[], isAlone: () => boolean): Publication[] => {
  if (rows.length === 0) return []
  const read = statementsOf(db)
  const only = idsAs(rows.map((row) => row.id))
  const written = read.drafts.all(only) as (Draft & { publicationId: number })[]
  const publicationOf = new Map(written.map((draft) => [draft.id, draft.publicationId]))
  const ids = idsAs(written.map((draft) => draft.id))
  const byPublication = <T extends { draftId: number }>(found: T[]) =>
    group(found, (each) => publicationOf.get(each.draftId)!)
  const alone = isAlone()
  const of = {
    drafts: group(written, (draft) => draft.publicationId),
    // R13: an approval by the writer alone holds only while one person is enough.
    approvals: byPublication(read.approvals.all(ids).filter((each) => alone || !each.alone)),
    overrulings: group(read.overrulings.all(only), (each) => each.publicationId),
    comments: byPublication(read.comments.all(ids)),
    releases: byPublication(read.releases.all(ids)),
  }
  const withdrawn = new Map(read.withdrawn.all(only).map(({ id, ...gone }) => [id, gone]))
  return rows.map((row) => {
    const withdrawal = withdrawn.get(row.id) ?? null
    const isBlanked = (copied: string | null): boolean =>
      row.kind === 'translation' && !withdrawal && !copied
    return {
      ...row,
      drafts: of.drafts.get(row.id) ?? [],
      approvals: of.approvals.get(row.id) ?? [],
      overrulings: of.overrulings.get(row.id) ?? [],
      comments: of.comments.get(row.id) ?? [],
      releases: (of.releases.get(row.id) ?? []).map(
        ({ copied, kind, changeWords, ...release }): Release => ({
          ...release,
          change: { kind, words: changeWords },
          blanked: isBlanked(copied),
        }),
      ),
      withdrawal,
    }
  })
}
