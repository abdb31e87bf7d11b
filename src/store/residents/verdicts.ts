import { desc, eq } from 'drizzle-orm'
import type { Question, Verdict, Verdicts } from '../../domain/residents/verdict.ts'
import type { Db } from '../database.ts'
import { verdicts } from '../schema/residents.ts'

type Row = typeof verdicts.$inferSelect

/** What readers say of what is told: how many said what, and their words to the charity. */
export const verdictsStore = (db: Db) => {
  const standing = (rows: Row[]): Row[] => {
    const replaced = new Set(rows.map((row) => row.replacesId))
    return rows.filter((row) => !replaced.has(row.id))
  }
  const sum = (rows: Row[]): Verdicts =>
    rows.reduce((all, row) => ({ ...all, [row.verdict]: all[row.verdict as Verdict] + 1 }), {
      yes: 0,
      little: 0,
      no: 0,
      unsure: 0,
    })
  return {
    /**
     * Of one question about one copy of an entry, and of those since `from` that told the same.
     * Answers to the other question are never among them.
     */
    count: (slug: string, question: Question, version: number, from = version): Verdicts =>
      sum(
        standing(db.select().from(verdicts).where(eq(verdicts.slug, slug)).all()).filter(
          (row) => row.question === question && row.version >= from && row.version <= version,
        ),
      ),
    /**
     * Words to the charity about an entry, the newest first. A second tap takes the place of an
     * answer, never of words.
     */
    words: (slug: string): { word: string; question: Question; verdict: Verdict; on: string }[] =>
      db
        .select()
        .from(verdicts)
        .where(eq(verdicts.slug, slug))
        .orderBy(desc(verdicts.id))
        .all()
        .filter((row) => row.word !== '')
        .map(({ word, question, verdict, on }) => ({ word, question, verdict, on })),
  }
}
