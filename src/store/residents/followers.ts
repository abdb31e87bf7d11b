import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Choice, Followed, HowOften } from '../../domain/residents/following.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { STOPPED } from '../letters/decisions.ts'
import { letters } from '../schema/letters.ts'
import { followers, followLinks, follows } from '../schema/residents.ts'
import { hashOf, newToken } from '../tokens.ts'
import { forget, write } from '../transactions.ts'

type Row = typeof followers.$inferSelect
export interface Follower extends Row {
  /** What they said yes to. */
  follows: Followed[]
}
/**
 * The letters with news that someone had: whether one is on its way, and until when the last one
 * told. What is held or stopped counts as told: no other letter says it.
 */
export interface LettersHad {
  waits: boolean
  until: string | null
  tableIds: (number | null)[]
}

/** People who follow the board by letter. */
export const followersStore = (db: Db) => ({ ...readFollowers(db), ...recordLetters(db) })

const readFollowers = (db: Db) => ({
  find: (id: number): Follower | undefined => {
    const row = db.select().from(followers).where(eq(followers.id, id)).get()
    return row && withFollows(db, row)
  },
  count: (): number => listFollowing(db).length,
  list: (): Follower[] => listFollowing(db).map((row) => withFollows(db, row)),
  /** @param before a letter: what went before it. */
  lettersTo: (followerId: number, before = Infinity): LettersHad => {
    const had = newsTo(db, followerId).filter((each) => each.id < before)
    return {
      waits: had.some((each) => each.postedAt === null && each.heldAt === null),
      until: had.find(isTold)?.tryAt ?? null,
      tableIds: had.map((each) => each.roundTableId),
    }
  },
  /** What was asked for last, and waits for a yes. */
  asked: (
    followerId: number,
  ): (Choice & { id: number; language: string; often: HowOften }) | undefined =>
    db
      .select()
      .from(follows)
      .where(and(eq(follows.followerId, followerId), isNull(follows.confirmedAt)))
      .orderBy(desc(follows.id))
      .limit(1)
      .get(),
})

const recordLetters = (db: Db) => ({
  /** A key for a letter that is about to go. */
  makeLink: (followerId: number, followId: number | null, at: string): string => {
    const token = newToken()
    write(db, () => insert(db, followLinks, { followerId, followId, tokenHash: hashOf(token), at }))
    return token
  },
  /** A letter with news, for one round table or for none. */
  recordNews: (followerId: number, roundTableId: number | null, tryAt: string, by: By): number =>
    journaled(db, by, 'wrote to', 'follower', () => {
      insertLetter(db, { kind: 'news', roundTableId, followerId, tryAt }, by)
      return followerId
    }),
  /**
   * R30: that the day of a round table has changed, for who is written to of round tables. One on its
   * way says how things stand when it goes.
   */
  recordMoved: (roundTableId: number, by: By): number =>
    journaled(db, by, 'told followers of the new day of', 'round table', () => {
      const waiting = waitingMoved(db, roundTableId)
      for (const follower of listFollowing(db).map((row) => withFollows(db, row)))
        if (isToldOfMoves(follower) && !waiting.has(follower.id))
          insertLetter(
            db,
            { kind: 'moved', roundTableId, followerId: follower.id, tryAt: by.at },
            by,
          )
      return roundTableId
    }),
  /** Nothing more can come: the address goes. */
  end: (id: number, by: By): void => {
    journaled(db, by, 'ended the letters to', 'follower', () => {
      db.delete(followLinks).where(eq(followLinks.followerId, id)).run()
      db.delete(follows).where(eq(follows.followerId, id)).run()
      db.update(followers).set({ email: '', endedAt: by.at }).where(eq(followers.id, id)).run()
      return id
    })
    forget(db)
  },
})

/** Who has a letter a week at most reads of it there. */
const isToldOfMoves = ({ often, follows: all }: Follower): boolean =>
  often === 'table' && all.some((each) => each.scope === 'all')

const listFollowing = (db: Db): Row[] =>
  db
    .select()
    .from(followers)
    .where(and(isNotNull(followers.confirmedAt), isNull(followers.endedAt)))
    .all()

const withFollows = (db: Db, row: Row): Follower => ({
  ...row,
  follows: db
    .select()
    .from(follows)
    .where(and(eq(follows.followerId, row.id), isNotNull(follows.confirmedAt)))
    .all()
    .map(({ scope, of, confirmedAt }) => ({ scope, of, confirmedAt: confirmedAt! })),
})

type LetterRow = typeof letters.$inferSelect

/** The newest first. */
const newsTo = (db: Db, followerId: number): LetterRow[] =>
  db
    .select()
    .from(letters)
    .where(and(eq(letters.followerId, followerId), eq(letters.kind, 'news')))
    .orderBy(desc(letters.id))
    .all()

/** Sent, or held, or stopped by somebody: not what had nothing left to say. */
const isTold = ({ postedAt, fault, heldAt }: LetterRow): boolean =>
  postedAt === null ? heldAt !== null : fault === null || fault === STOPPED

const insertLetter = (
  db: Db,
  letter: {
    kind: 'news' | 'moved'
    roundTableId: number | null
    followerId: number
    tryAt: string
  },
  by: By,
): void => {
  db.insert(letters)
    .values({
      ...letter,
      messageId: `<${randomUUID()}@round-table.localhost>`,
      sentById: by.personId,
      at: by.at,
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
