import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { isSentTwice, journaled, type By } from '../journal.ts'
import { letters } from '../schema/letters.ts'
import { people } from '../schema/people.ts'
import { invitations, sessions } from '../schema/sign-in.ts'
import { hashOf, newToken } from '../tokens.ts'
import { write } from '../transactions.ts'

export type Invitation = typeof invitations.$inferSelect

const INVITED_DAYS = 7

/** Who was asked in by a coordinator, and until when. */
export const invitationsStore = (db: Db) => ({
  ...recordInvitations(db),
  ...openInvitations(db),
})

const recordInvitations = (db: Db) => ({
  /**
   * An invitation and its letter, which carries the link. An older one opens nothing any more.
   */
  record: (personId: number, batonId: number | null, by: By): number => {
    const [last] = invitationsOf(db, personId)
    // A second tap would kill the link that the first one sent.
    if (
      last &&
      last.usedAt === null &&
      last.batonId === batonId &&
      isSentTwice({ personId: last.invitedById, at: last.at }, by)
    )
      return personId
    return journaled(db, by, 'invited', 'person', () => {
      insertInvitation(db, personId, batonId, by)
      return personId
    })
  },
  /** Once someone is in, what they were sent is spent. */
  use: (personId: number, by: By): void => {
    if (!invitationsOf(db, personId).some((each) => each.usedAt === null)) return
    journaled(db, by, 'came in on an invitation as', 'person', () => {
      db.update(invitations)
        .set({ usedAt: by.at, tokenHash: null })
        .where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)))
        .run()
      return personId
    })
  },
})

/** What an invitation opens, while it is good. */
const openInvitations = (db: Db) => ({
  find: (id: number): Invitation | undefined =>
    db.select().from(invitations).where(eq(invitations.id, id)).get(),
  /**
   * The link, made when its letter goes: one sent again takes the place of one that may have been
   * lost.
   */
  makeLink: (id: number): string => {
    const token = newToken()
    write(db, () =>
      db
        .update(invitations)
        .set({ tokenHash: hashOf(token) })
        .where(eq(invitations.id, id))
        .run(),
    )
    return token
  },
  /** By its token, while it is good and its person is one of us. */
  findLive: (token: string, at: string): Invitation | undefined => {
    const row = db
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, hashOf(token)))
      .get()
    return row && opens(db, row, at) ? row : undefined
  },
  isLive: (id: number, at: string): boolean => {
    const row = db.select().from(invitations).where(eq(invitations.id, id)).get()
    return row !== undefined && opens(db, row, at)
  },
  /**
   * An address that was asked in and never came opens nothing after seven days: it may have been
   * mistyped.
   */
  lets: (personId: number, at: string): boolean => {
    const all = invitationsOf(db, personId)
    return all.length === 0 || all.some((each) => isLive(each, at)) || hasBeenIn(db, personId)
  },
  /**
   * Those who were asked in and have not come, with the day until which their last invitation is
   * good.
   */
  waiting: (): { personId: number; expiresAt: string }[] => {
    const last = new Map(
      db
        .select()
        .from(invitations)
        .orderBy(invitations.id)
        .all()
        .map((row) => [row.personId, row]),
    )
    return [...last.values()]
      .filter((row) => row.usedAt === null && !hasBeenIn(db, row.personId))
      .map(({ personId, expiresAt }) => ({ personId, expiresAt }))
  },
})

const insertInvitation = (db: Db, personId: number, batonId: number | null, by: By): void => {
  db.update(invitations)
    .set({ tokenHash: null })
    .where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)))
    .run()
  const expiresAt = new Date(Date.parse(by.at) + INVITED_DAYS * 86_400_000).toISOString()
  const id = insert(db, invitations, {
    personId,
    batonId,
    invitedById: by.personId!,
    at: by.at,
    expiresAt,
  })
  insert(db, letters, {
    kind: 'invitation',
    invitationId: id,
    personId,
    messageId: `<${randomUUID()}@round-table.localhost>`,
    sentById: by.personId,
    at: by.at,
    tryAt: by.at,
  })
}

const invitationsOf = (db: Db, personId: number): Invitation[] =>
  db
    .select()
    .from(invitations)
    .where(eq(invitations.personId, personId))
    .orderBy(desc(invitations.id))
    .all()

const hasBeenIn = (db: Db, personId: number): boolean =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .limit(1)
    .get() !== undefined

const isLive = (each: Invitation, at: string): boolean =>
  each.usedAt === null && each.expiresAt > at

/** The last one alone opens anything, and only for someone who is one of us. */
const opens = (db: Db, each: Invitation, at: string): boolean =>
  isLive(each, at) &&
  invitationsOf(db, each.personId)[0]!.id === each.id &&
  db.select({ endedAt: people.endedAt }).from(people).where(eq(people.id, each.personId)).get()!
    .endedAt === null
