import { and, asc, desc, eq, lt } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { Db } from '../database.ts'
import { note, type By } from '../journal.ts'
import { typedLines } from '../schema/round-tables.ts'
import { unsentTexts } from '../schema/sign-in.ts'

/**
 * What a typed line became. `held` is a concern that nobody typed as one: a note or an update that
 * was held in private.
 */
export interface Became {
  noun: 'concern' | 'held' | 'action' | 'note' | 'update' | 'round table'
  id: number
}
export type TypedLine = typeof typedLines.$inferSelect

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
      .all(),
  record: (
    line: { roundTableId: number; key: string; place: number; became: Became; typed: string },
    by: By,
  ): void => {
    const { became, typed, ...row } = line
    db.insert(typedLines)
      .values({
        ...row,
        mark: markOf(typed),
        noun: became.noun,
        nounId: became.id,
        personId: by.personId!,
        at: by.at,
      })
      .run()
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
  recent: (roundTableId: number, most: number): TypedLine[] =>
    db
      .select()
      .from(typedLines)
      .where(eq(typedLines.roundTableId, roundTableId))
      .orderBy(desc(typedLines.id))
      .limit(most)
      .all(),

  /**
   * Keeps what someone is typing (R25). The journal says once that text is kept, not each letter.
   */
  keep: (
    personId: number,
    place: string,
    form: string,
    fields: Record<string, unknown>,
    at: string,
  ): void => {
    const there = db
      .select()
      .from(unsentTexts)
      .where(of(personId, place, form))
      .get()
    if (there) db.update(unsentTexts).set({ fields, at }).where(eq(unsentTexts.id, there.id)).run()
    else
      note(
        db,
        { personId, at },
        'kept',
        'typed text',
        Number(
          db.insert(unsentTexts).values({ personId, place, form, fields, at }).run()
            .lastInsertRowid,
        ),
      )
  },
  kept: (personId: number, place: string): Record<string, Record<string, string>> =>
    Object.fromEntries(
      db
        .select()
        .from(unsentTexts)
        .where(and(eq(unsentTexts.personId, personId), eq(unsentTexts.place, place)))
        .all()
        .map((row) => [row.form, row.fields as Record<string, string>]),
    ),
  drop: (personId: number, place: string, form: string): void => {
    db.delete(unsentTexts)
      .where(of(personId, place, form))
      .run()
  },
  /** Text that nobody came back for. */
  dropOlder: (than: string): void => {
    db.delete(unsentTexts).where(lt(unsentTexts.at, than)).run()
  },
})

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

const of = (personId: number, place: string, form: string) =>
  and(eq(unsentTexts.personId, personId), eq(unsentTexts.place, place), eq(unsentTexts.form, form))
