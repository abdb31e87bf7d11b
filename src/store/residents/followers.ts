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
  count: (): number => listFollowing(db).length,
  /** One letter to each for a round table: who has one, or had one, gets no second. */
  recordNews: (roundTableId: number, by: By): number =>
    journaled(db, by, 'told followers of', 'round table', () => {
      for (const { id } of listFollowing(db)) insertLetter(db, 'news', roundTableId, id, by)
      return roundTableId
    }),
  /** R30: that its day has changed. One on its way says how things stand when it goes. */
  recordMoved: (roundTableId: number, by: By): number =>
    journaled(db, by, 'told followers of the new day of', 'round table', () => {
      const waiting = waitingMoved(db, roundTableId)
      for (const { id } of listFollowing(db))
        if (!waiting.has(id)) insertLetter(db, 'moved', roundTableId, id, by)
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

const listFollowing = (db: Db): Follower[] =>
  db
    .select()
    .from(followers)
    .where(and(isNotNull(followers.confirmedAt), isNull(followers.endedAt)))
    .all()

const insertLetter = (
  db: Db,
  kind: 'news' | 'moved',
  roundTableId: number,
  followerId: number,
  by: By,
): void => {
  db.insert(letters)
    .values({
      kind,
      roundTableId,
      followerId,
      messageId: `<${randomUUID()}@round-table.localhost>`,
      sentById: by.personId,
      at: by.at,
      tryAt: by.at,
    })
    .onConflictDoNothing()
    .run()
}

const waitingMoved = (db: Db, roundTableId: number): Set<number | null> =>
  new Set(
    db
      .select({ followerId: letters.followerId })
      .from(letters)
      .where(
        and(
          eq(letters.roundTableId, roundTableId),
          eq(letters.kind, 'moved'),
          isNull(letters.postedAt),
        ),
      )
      .all()
      .map((row) => row.followerId),
  )
