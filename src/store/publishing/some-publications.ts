import { and, eq, sql } from 'drizzle-orm'
import type { Publication } from '../../domain/publishing/publication.ts'
import type { Db } from '../database.ts'
import { among, asAsked, idsAs, preparedOnce } from '../group.ts'
import { publications } from '../schema/publishing.ts'
import { fill, type Row } from './read-publications.ts'

/** Publications by their numbers, or by the concerns that they are of: no other is read. */
export const findSome = (db: Db, isAlone: () => boolean) => ({
  /** Those with these numbers, in their order. */
  listOf: (ids: number[]): Publication[] => asAsked(ids, fill(db, rowsWith(db, ids), isAlone)),
  /** By its address. */
  findAt: (of: { kind: string; slug: string }): Publication | undefined =>
    fill(db, statementsOf(db).at.all(of), isAlone)[0],
  /** All of these concerns: their entries and what stands beside those, told or not. */
  ofConcerns: (concernIds: number[]): Publication[] =>
    fill(db, rowsOfConcerns(db, concernIds), isAlone),
  /** The entries of these concerns, told or not: where there are several, the newest counts. */
  entriesOf: (concernIds: number[]): Map<number, Publication> => {
    const rows = rowsOfConcerns(db, concernIds).filter((row) => row.kind === 'entry')
    return new Map(fill(db, rows, isAlone).map((each) => [each.concernId!, each]))
  },
})

const statementsOf = preparedOnce((db: Db) => ({
  rows: db
    .select()
    .from(publications)
    .where(among(publications.id))
    .orderBy(publications.id)
    .prepare(),
  at: db
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.kind, sql.placeholder('kind')),
        eq(publications.slug, sql.placeholder('slug')),
      ),
    )
    .prepare(),
  /** From the concerns to what is of them, in this order whatever SQLite makes of the sizes. */
  ofConcerns: db.$client
    .prepare(
      'select p.id from json_each(:ids) as c cross join publications as p on p.concern_id = c.value',
    )
    .pluck(),
}))

export const rowsOfConcerns = (db: Db, concernIds: number[]): Row[] =>
  rowsWith(db, statementsOf(db).ofConcerns.all(idsAs(concernIds)) as number[])

/** The rows with these numbers, in the order of the numbers. */
export const rowsWith = (db: Db, ids: number[]): Row[] => statementsOf(db).rows.all(idsAs(ids))
