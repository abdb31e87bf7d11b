import { eq } from 'drizzle-orm'
import type { Wish, Wanted } from '../../../domain/actions/pace/wishes.ts'
import type { Db } from '../../database.ts'
import { group } from '../../group.ts'
import { insert } from '../../insert.ts'
import { journaled, type By } from '../../journal.ts'
import { wishAnswers, wishes } from '../../schema/actions.ts'

/** What owners ask the table for, and what it answers. */
export const recordWishes = (db: Db) => ({
  recordWish: (
    id: number,
    wanted: Wanted,
    from: { organisationId: number; seatId: number | null },
    by: By,
  ): number =>
    journaled(db, by, 'asked for a change of', 'action', () => {
      insert(db, wishes, { actionId: id, ...wanted, ...from, personId: by.personId!, at: by.at })
      return id
    }),
  recordWishTakenBack: (id: number, wishId: number, by: By): number =>
    journaled(db, by, 'took back what they asked of', 'action', () => {
      db.update(wishes).set({ takenBackAt: by.at }).where(eq(wishes.id, wishId)).run()
      return id
    }),
  recordWishAnswer: (
    id: number,
    wishId: number,
    answer: { granted: boolean; words: string | null; roundTableId: number | null },
    by: By,
  ): number =>
    journaled(
      db,
      by,
      answer.granted ? 'granted a change of' : 'refused a change of',
      'action',
      () => {
        insert(db, wishAnswers, { wishId, ...answer, personId: by.personId!, at: by.at })
        return id
      },
    ),
})

/** What was asked for each action, oldest first, with its answer. */
export const wishesOf = (
  asked: (typeof wishes.$inferSelect)[],
  answered: (wishIds: number[]) => (typeof wishAnswers.$inferSelect)[],
): ((actionId: number) => Wish[]) => {
  const all = asked.length === 0 ? [] : answered(asked.map((row) => row.id))
  const answers = new Map(all.map(({ wishId, ...answer }) => [wishId, answer]))
  const of = group(asked, (row) => row.actionId)
  return (actionId) =>
    (of.get(actionId) ?? []).map((row) => ({
      ...row,
      answer: answers.get(row.id) ?? null,
    }))
}
