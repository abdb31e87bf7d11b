import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Answer, Coming } from '../../domain/round-tables/planning/answers.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { letters } from '../schema/letters.ts'
import { answerLinks, tableAnswers } from '../schema/planning.ts'
import { hashOf, newToken } from '../tokens.ts'
import { write } from '../transactions.ts'

export type AnswerLink = typeof answerLinks.$inferSelect

/** A letter that asks someone to a table, or tells them what became of it. */
export interface Asked {
  id: number
  personId: number
  at: string
  postedAt: string | null
  /** When it was last written: what changed since is not in it. */
  drawnAt: string | null
  /** It went; one that had nothing left to say when its time came did not. */
  wasPosted: boolean
}

/** Who was asked to a table, by letter, and what they answered. */
export const answersStore = (db: Db) => ({
  ...recordAnswers(db),
  ...askByLetter(db),
})

const recordAnswers = (db: Db) => ({
  ofTable: (roundTableId: number): Answer[] =>
    db
      .select()
      .from(tableAnswers)
      .where(eq(tableAnswers.roundTableId, roundTableId))
      .orderBy(asc(tableAnswers.id))
      .all(),
  record: (
    roundTableId: number,
    personId: number,
    said: { answer: Coming; standIn: string | null },
    by: By,
  ): number =>
    journaled(db, by, 'answered the invitation to', 'round table', () => {
      insert(db, tableAnswers, { roundTableId, personId, ...said, byId: by.personId!, at: by.at })
      return roundTableId
    }),
  recordTakenBack: ({ id, roundTableId }: Pick<Answer, 'id' | 'roundTableId'>, by: By): number =>
    journaled(db, by, 'took back an answer to', 'round table', () => {
      db.update(tableAnswers).set({ takenBackAt: by.at }).where(eq(tableAnswers.id, id)).run()
      return roundTableId
    }),
})

const askByLetter = (db: Db) => ({
  /** Every letter about a table, posted or on its way, oldest first. */
  asked: (roundTableId: number): Asked[] => {
    const drawn = new Map(linksOf(db, roundTableId).map((link) => [link.letterId, link.at]))
    return lettersAbout(db, roundTableId).map(({ id, personId, at, postedAt, fault }) => ({
      id,
      personId: personId!,
      at,
      postedAt,
      drawnAt: drawn.get(id) ?? postedAt,
      wasPosted: postedAt !== null && fault === null,
    }))
  },
  /**
   * A letter says how things stand when it is written: one that waits to be is enough, and one that
   * is being sent just now is not (R22, R30).
   */
  ask: (roundTableId: number, personIds: number[], by: By): number =>
    journaled(db, by, 'wrote to those expected at', 'round table', () => {
      const waiting = waitingFor(db, roundTableId)
      for (const personId of personIds.filter((id) => !waiting.has(id)))
        insert(db, letters, {
          kind: 'table',
          roundTableId,
          personId,
          messageId: `<${randomUUID()}@round-table.localhost>`,
          sentById: by.personId,
          at: by.at,
          tryAt: by.at,
        })
      return roundTableId
    }),
  /** The link, made when its letter goes. */
  makeLink: (link: { letterId: number; roundTableId: number; personId: number }, at: string) => {
    const token = newToken()
    write(db, () => insert(db, answerLinks, { ...link, tokenHash: hashOf(token), at }))
    return token
  },
  findLink: (token: string): AnswerLink | undefined =>
    db
      .select()
      .from(answerLinks)
      .where(eq(answerLinks.tokenHash, hashOf(token)))
      .get(),
})

const lettersAbout = (db: Db, roundTableId: number) =>
  db
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.roundTableId, roundTableId),
        eq(letters.kind, 'table'),
        isNotNull(letters.personId),
      ),
    )
    .orderBy(asc(letters.id))
    .all()

const linksOf = (db: Db, roundTableId: number): AnswerLink[] =>
  db
    .select()
    .from(answerLinks)
    .where(eq(answerLinks.roundTableId, roundTableId))
    .orderBy(asc(answerLinks.id))
    .all()

/** Whose letter was not written yet. */
const waitingFor = (db: Db, roundTableId: number): Set<number> => {
  const written = new Set(linksOf(db, roundTableId).map((link) => link.letterId))
  return new Set(
    lettersAbout(db, roundTableId)
      .filter((each) => each.postedAt === null && !written.has(each.id))
      .map((each) => each.personId!),
  )
}
