import { and, asc, desc, eq, getTableColumns } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import type { By } from '../journal.ts'
import { updates } from '../schema/actions.ts'
import { typedLines } from '../schema/round-tables.ts'
import { unsentTextsStore } from './unsent-texts.ts'

/**
 * What a typed line became. `held` is a concern that nobody typed as one: a note or an update that
 * was held in private. `report` is an update by its own id; `update` is by the id of its action,
 * where the line only changed the terms or closed it (and in rows from before there were reports).
 * `plan` is the next table, that was planned or moved.
 */
export interface Became {
  noun:
    | 'concern'
    | 'held'
    | 'action'
    | 'note'
    | 'report'
    | 'update'
    | 'round table'
    | 'turn'
    | 'plan'
  id: number
}
export type TypedLine = Omit<typeof typedLines.$inferSelect, 'noun'> & Pick<Became, 'noun'>

/** ... with the action that it is about, where it became one or says something of one. */
export type WrittenLine = TypedLine & { actionId: number | null }

/** What is typed while minuting: what each line became, and what has not been sent yet. */
export const typedLinesStore = (db: Db) => ({
  /**
   * What was made of a box that was sent: by its key, so that sending it again makes nothing new
   * (R22).
   */
  sent: (key: string): TypedLine[] =>
    db
      .select()
      .from(typedLines)
      .where(eq(typedLines.key, key))
      .orderBy(asc(typedLines.place))
      .all() as TypedLine[],
  record: (
    line: { roundTableId: number; key: string; place: number; became: Became; typed: string },
    by: By,
  ): void => {
    const { became, typed, ...row } = line
    insert(db, typedLines, {
      ...row,
      mark: markOf(typed),
      noun: became.noun,
      nounId: became.id,
      personId: by.personId!,
      at: by.at,
    })
  },
  /** Concerns of a round table that nobody typed as one: no line goes under them by itself. */
  becameHeld: (roundTableId: number): number[] =>
    db
      .select({ id: typedLines.nounId })
      .from(typedLines)
      .where(and(eq(typedLines.roundTableId, roundTableId), eq(typedLines.noun, 'held')))
      .all()
      .map((row) => row.id),
  /** The last lines of a round table, the newest first. */
  recent: (roundTableId: number, most: number): WrittenLine[] =>
    db
      .select({ ...getTableColumns(typedLines), reportedOn: updates.actionId })
      .from(typedLines)
      .leftJoin(updates, and(eq(typedLines.noun, 'report'), eq(updates.id, typedLines.nounId)))
      .where(eq(typedLines.roundTableId, roundTableId))
      .orderBy(desc(typedLines.id))
      .limit(most)
      .all()
      .map(({ reportedOn, ...row }) => {
        const line = row as TypedLine
        const isAction = line.noun === 'action' || line.noun === 'update'
        return { ...line, actionId: isAction ? line.nounId : reportedOn }
      }),
  /** All that was typed at a table, in the order it was. */
  ofTable: (roundTableId: number): TypedLine[] => linesOfTable(db, roundTableId),
  ...unsentTextsStore(db),
})

const linesOfTable = (db: Db, roundTableId: number): TypedLine[] =>
  db
    .select()
    .from(typedLines)
    .where(eq(typedLines.roundTableId, roundTableId))
    .orderBy(asc(typedLines.id))
    .all() as TypedLine[]

/**
 * The same key with other words, by someone else or at another table: a page that was gone back to.
 * What is in it was never written.
 */
export const isAnotherBox = (
  sent: TypedLine[],
  box: { roundTableId: number; typed: string; personId: number },
): boolean =>
  sent.some(
    (line) =>
      line.mark !== markOf(box.typed) ||
      line.personId !== box.personId ||
      line.roundTableId !== box.roundTableId,
  )

/** By what the words of a box are known again, without keeping them. */
const markOf = (typed: string): string =>
  createHash('sha256').update(typed).digest('base64url').slice(0, 16)
