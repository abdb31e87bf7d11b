import { randomUUID } from 'node:crypto'
import { and, asc, eq, getTableColumns, isNotNull } from 'drizzle-orm'
import type { Coming, GuestAnswer } from '../../domain/round-tables/planning/answers.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { letters } from '../schema/letters.ts'
import { guestAnswers, guestLinks } from '../schema/planning.ts'
import { minuteReaders } from '../schema/round-tables.ts'
import { hashOf, newToken } from '../tokens.ts'
import { write } from '../transactions.ts'

export type GuestLink = typeof guestLinks.$inferSelect

/** Guests without an account, as they are asked to a table by letter, and what they answered. */
export const guestsStore = (db: Db) => ({
  ...askGuests(db),
  ...recordGuestAnswers(db),
})

const askGuests = (db: Db) => ({
  /** Every letter to a guest about a table, posted or on its way, oldest first. */
  asked: (roundTableId: number) => {
    const drawn = new Map(linksOf(db, roundTableId).map((link) => [link.letterId, link.at]))
    return lettersTo(db, roundTableId).map(({ id, readerId, at, postedAt, fault }) => ({
      id,
      readerId: readerId!,
      at,
      postedAt,
      drawnAt: drawn.get(id) ?? postedAt,
      wasPosted: postedAt !== null && fault === null,
    }))
  },
  /** As people with an account are asked: a letter that waits to be written is enough (R22, R30). */
  ask: (roundTableId: number, readerIds: number[], by: By): number =>
    journaled(db, by, 'wrote to those expected at', 'round table', () => {
      const written = new Set(linksOf(db, roundTableId).map((link) => link.letterId))
      const waiting = new Set(
        lettersTo(db, roundTableId)
          .filter((each) => each.postedAt === null && !written.has(each.id))
          .map((each) => each.readerId),
      )
      for (const readerId of readerIds.filter((id) => !waiting.has(id)))
        insert(db, letters, {
          kind: 'table',
          roundTableId,
          readerId,
          messageId: `<${randomUUID()}@round-table.localhost>`,
          sentById: by.personId,
          at: by.at,
          tryAt: by.at,
        })
      return roundTableId
    }),
  /** The link, made when its letter goes. */
  makeLink: (link: { letterId: number; readerId: number }, at: string): string => {
    const token = newToken()
    write(db, () => insert(db, guestLinks, { ...link, tokenHash: hashOf(token), at }))
    return token
  },
  findLink: (token: string): GuestLink | undefined =>
    db
      .select()
      .from(guestLinks)
      .where(eq(guestLinks.tokenHash, hashOf(token)))
      .get(),
})

const recordGuestAnswers = (db: Db) => ({
  answers: (roundTableId: number): GuestAnswer[] =>
    db
      .select(getTableColumns(guestAnswers))
      .from(guestAnswers)
      .innerJoin(minuteReaders, eq(minuteReaders.id, guestAnswers.readerId))
      .where(eq(minuteReaders.roundTableId, roundTableId))
      .orderBy(asc(guestAnswers.id))
      .all(),
  record: (
    { id: readerId, roundTableId }: { id: number; roundTableId: number },
    said: { answer: Coming; standIn: string | null },
    by: By,
  ): number =>
    journaled(db, by, 'answered the invitation to', 'round table', () => {
      insert(db, guestAnswers, { readerId, ...said, byId: by.personId, at: by.at })
      return roundTableId
    }),
  recordTakenBack: (
    { roundTableId }: { roundTableId: number },
    { id }: Pick<GuestAnswer, 'id'>,
    by: By,
  ): number =>
    journaled(db, by, 'took back an answer to', 'round table', () => {
      db.update(guestAnswers).set({ takenBackAt: by.at }).where(eq(guestAnswers.id, id)).run()
      return roundTableId
    }),
})

const lettersTo = (db: Db, roundTableId: number) =>
  db
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.roundTableId, roundTableId),
        eq(letters.kind, 'table'),
        isNotNull(letters.readerId),
      ),
    )
    .orderBy(asc(letters.id))
    .all()

const linksOf = (db: Db, roundTableId: number): GuestLink[] =>
  db
    .select(getTableColumns(guestLinks))
    .from(guestLinks)
    .innerJoin(minuteReaders, eq(minuteReaders.id, guestLinks.readerId))
    .where(eq(minuteReaders.roundTableId, roundTableId))
    .orderBy(asc(guestLinks.id))
    .all()
