import { and, eq, gte, isNull } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { given, preparedOnce } from '../group.ts'
import { priorities, tableConcerns } from '../schema/concerns.ts'
import { takeOuts } from '../schema/minutes.ts'

/** What came up at a table. */
export const readMatters = (db: Db) => ({
  ...readWhere(db),
  /** The concerns that came up there, in the order they came. */
  concernIds: (id: number): number[] =>
    db
      .select({ concernId: tableConcerns.concernId })
      .from(tableConcerns)
      .leftJoin(takeOuts, eq(takeOuts.concernId, tableConcerns.concernId))
      .where(and(eq(tableConcerns.roundTableId, id), isNull(takeOuts.id)))
      .orderBy(tableConcerns.id)
      .all()
      .map((row) => row.concernId),
  /** When each of them came. */
  cameAt: (id: number): Map<number, string> =>
    new Map(
      db
        .select({ concernId: tableConcerns.concernId, at: tableConcerns.at })
        .from(tableConcerns)
        .where(eq(tableConcerns.roundTableId, id))
        .all()
        .map((row) => [row.concernId, row.at]),
    ),
  /** ... and which of them came at an instant or later. */
  cameAfter: (id: number, at: string): number[] =>
    db
      .select({ concernId: tableConcerns.concernId })
      .from(tableConcerns)
      .where(and(eq(tableConcerns.roundTableId, id), gte(tableConcerns.at, at)))
      .all()
      .map((row) => row.concernId),
  /** What came up there, and what it said of priorities, each once. */
  spokenOfIds: (id: number): number[] => [
    ...new Set(
      [statementsOf(db).came, statementsOf(db).saidOf].flatMap((of) =>
        of.all({ id }).map((row) => row.concernId),
      ),
    ),
  ],
  /**
   * The same with those that were taken out: a number that was said in the room is never another
   * concern's.
   */
  itemIds: (id: number): number[] =>
    statementsOf(db)
      .came.all({ id })
      .map((row) => row.concernId),
})

const statementsOf = preparedOnce((db: Db) => {
  const at = (from: typeof tableConcerns | typeof priorities) =>
    db
      .select({ concernId: from.concernId })
      .from(from)
      .where(eq(from.roundTableId, given('id')))
      .orderBy(from.id)
      .prepare()
  return { came: at(tableConcerns), saidOf: at(priorities) }
})

/** The other way round: where something came up. */
const readWhere = (db: Db) => ({
  /** The tables that a concern came up at. */
  idsWith: (concernId: number): number[] =>
    db
      .select({ id: tableConcerns.roundTableId })
      .from(tableConcerns)
      .leftJoin(takeOuts, eq(takeOuts.concernId, tableConcerns.concernId))
      .where(and(eq(tableConcerns.concernId, concernId), isNull(takeOuts.id)))
      .all()
      .map((row) => row.id),
})
