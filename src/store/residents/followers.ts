import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { dayOf, type Day } from '../../domain/day.ts'
import type { Db } from '../database.ts'
import { journaled, type By } from '../journal.ts'
import { letters } from '../schema/letters.ts'
import { followers } from '../schema/residents.ts'

export type Follower = typeof followers.$inferSelect

/** People who asked for a letter after each round table. */
export const followersStore = (db: Db) => ({
  find: (id: number): Follower | undefined =>
    db.select().from(followers).where(eq(followers.id, id)).get(),
  count: (): number =>
    db
      .select({ id: followers.id })
      .from(followers)
      .where(and(isNotNull(followers.confirmedAt), isNull(followers.endedAt)))
      .all().length,
  /** One letter to each for a round table: who has one, or had one, gets no second. */
  recordNews: (roundTableId: number, by: By): number =>
    journaled(db, by, 'told followers of', 'round table', () => {
      for (const { id } of db
        .select()
        .from(followers)
        .where(and(isNotNull(followers.confirmedAt), isNull(followers.endedAt)))
        .all()) {
        db.insert(letters)
          .values({
            kind: 'news',
            roundTableId,
            followerId: id,
            messageId: `<${randomUUID()}@round-table.localhost>`,
            sentById: by.personId,
            at: by.at,
            tryAt: by.at,
          })
          .onConflictDoNothing()
          .run()
      }
      return roundTableId
    }),
  /**
   * Since when a letter tells of news: the day of the one before, or the day they began to follow.
   */
  newsSince: (follower: Follower, letterId: number): Day => {
    const before = db
      .select({ at: letters.at })
      .from(letters)
      .where(
        and(
          eq(letters.followerId, follower.id),
          eq(letters.kind, 'news'),
          ne(letters.id, letterId),
        ),
      )
      .orderBy(desc(letters.id))
      .limit(1)
      .get()
    return dayOf(before?.at ?? follower.confirmedAt ?? follower.at)
  },
})
