import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { note } from '../journal.ts'
import { challenges } from '../schema/sign-in.ts'
import { hashOf, newToken } from '../tokens.ts'
import { write } from '../transactions.ts'

const GOOD_MS = 10 * 60_000

export type ChallengeKind = 'passkey' | 'account'
export interface Challenge {
  secrets: Record<string, string>
  invitationId: number | null
}

/**
 * A way out of the page and back, tied to the browser that began it, good for ten minutes and once.
 */
export const challengesStore = (db: Db) => ({
  /** @returns the token for the browser's cookie. */
  begin: (
    kind: ChallengeKind,
    secrets: Record<string, string>,
    invitationId: number | null,
    at: string,
  ): string => {
    const browser = newToken(32)
    write(db, () => {
      db.delete(challenges)
        .where(lt(challenges.expiresAt, before(at)))
        .run()
      insert(db, challenges, {
        browserHash: hashOf(browser),
        kind,
        secrets,
        invitationId,
        expiresAt: new Date(Date.parse(at) + GOOD_MS).toISOString(),
      })
      note(db, { personId: null, at }, 'began to sign in by', kind, 0)
    })
    return browser
  },
  /** As it stands, for the page that goes on with it. */
  look: (kind: ChallengeKind, browser: string, at: string): Challenge | undefined => {
    const row = findOpen(db, kind, browser, at)
    return row && challengeOf(row)
  },
  /** One that nobody answered in its ten minutes, for ten more: it says who was asked, and no more. */
  late: (kind: ChallengeKind, browser: string, at: string): Challenge | undefined => {
    const row = findOpen(db, kind, browser, before(at))
    return row && row.expiresAt <= at ? challengeOf(row) : undefined
  },
  /** Spends it: an answer counts once, whether it is right or wrong. */
  end: (kind: ChallengeKind, browser: string, at: string): Challenge | undefined =>
    write(db, () => {
      const row = findOpen(db, kind, browser, at)
      if (!row) return undefined
      db.update(challenges).set({ usedAt: at, secrets: {} }).where(eq(challenges.id, row.id)).run()
      note(db, { personId: null, at }, 'came back to sign in by', kind, 0)
      return challengeOf(row)
    }),
})

const before = (at: string): string => new Date(Date.parse(at) - GOOD_MS).toISOString()

type Row = typeof challenges.$inferSelect

const findOpen = (db: Db, kind: ChallengeKind, browser: string, at: string): Row | undefined => {
  const row = db
    .select()
    .from(challenges)
    .where(
      and(
        eq(challenges.browserHash, hashOf(browser)),
        eq(challenges.kind, kind),
        isNull(challenges.usedAt),
      ),
    )
    .get()
  return row && row.expiresAt > at ? row : undefined
}

const challengeOf = ({ secrets, invitationId }: Row): Challenge => ({
  secrets: secrets as Record<string, string>,
  invitationId,
})
