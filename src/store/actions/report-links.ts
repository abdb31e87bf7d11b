import { insert } from '../insert.ts'
import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { reportLinks } from '../schema/letters.ts'
import { hashOf, newToken } from '../tokens.ts'
import { write } from '../transactions.ts'

export type LinkRow = typeof reportLinks.$inferSelect

const KEPT_DAYS = 60

/**
 * Links that let one person report on one action for one seat, without signing in. Stored hashed: a
 * stolen file opens nothing.
 */
export const reportLinksStore = (db: Db) => ({
  /** A new one for a letter that is about to go. */
  make: (
    link: { letterId: number; actionId: number; seatId: number; personId: number },
    at: string,
  ): string => {
    const token = newToken()
    write(db, () =>
      insert(db, reportLinks, {
        ...link,
        tokenHash: hashOf(token),
        at,
        expiresAt: new Date(Date.parse(at) + KEPT_DAYS * 86_400_000).toISOString(),
      }),
    )
    return token
  },
  /** By its token, old ones too: whether it is still good is for the door to say. */
  find: (token: string): LinkRow | undefined =>
    db
      .select()
      .from(reportLinks)
      .where(eq(reportLinks.tokenHash, hashOf(token)))
      .get(),
  /** Those that the same letter brought the same person, this one too, in the order of the letter. */
  ofLetter: ({ letterId, personId }: LinkRow): LinkRow[] =>
    db
      .select()
      .from(reportLinks)
      .where(and(eq(reportLinks.letterId, letterId), eq(reportLinks.personId, personId)))
      .orderBy(asc(reportLinks.id))
      .all(),
})
