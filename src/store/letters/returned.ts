import { asc, eq, isNull } from 'drizzle-orm'
import { isNoMailbox } from '../../domain/letters/why-back.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, note, type By } from '../journal.ts'
import { letters, returnedLetters } from '../schema/letters.ts'
import { write } from '../transactions.ts'

export type ReturnedLetter = typeof returnedLetters.$inferSelect

/** The fate of a letter that was refused for good: it waits until someone has seen to the address. */
const REFUSED = 'refused'

/** Letters that came back, and what became of it. */
export const returnedLettersOf = (db: Db) => ({
  /** Those that nobody has seen to yet, the oldest first. */
  returned: (): ReturnedLetter[] =>
    db
      .select()
      .from(returnedLetters)
      .where(isNull(returnedLetters.settledAt))
      .orderBy(asc(returnedLetters.id))
      .all(),
  findReturned: (id: number): ReturnedLetter | undefined =>
    db.select().from(returnedLetters).where(eq(returnedLetters.id, id)).get(),
  /** By the name that it went under, without what stands behind the @. */
  findByName: (name: string) =>
    db
      .select()
      .from(letters)
      .where(eq(letters.messageId, `<${name}@round-table.localhost>`))
      .get(),
  /**
   * Returned by a mail server after it was posted. The second note about one letter is the same, also
   * once somebody has seen to it; one that was sent again since has another name, and may come back.
   */
  recordReturned: (letterId: number, status: string, at: string): void =>
    write(db, () => insertReturned(db, letterId, { how: 'returned', status, at })),
  /**
   * Refused for good while it was posted: it is held, so that nothing is tried in vain or lost. A
   * follower's is over where there is no mailbox, since nobody may mend the address.
   */
  refused: (id: number, status: string, at: string): void =>
    write(db, () => {
      const row = db.select().from(letters).where(eq(letters.id, id)).get()!
      const isOver = row.followerId !== null && isNoMailbox(status)
      db.update(letters)
        .set({ fault: REFUSED, ...(isOver ? { postedAt: at } : { heldAt: at }) })
        .where(eq(letters.id, id))
        .run()
      insertReturned(db, id, { how: 'refused', status, at })
    }),
  settle: (id: number, by: By): number =>
    journaled(db, by, 'saw to', 'returned letter', () => {
      db.update(returnedLetters)
        .set({ settledAt: by.at, settledById: by.personId })
        .where(eq(returnedLetters.id, id))
        .run()
      return id
    }),
})

const insertReturned = (
  db: Db,
  letterId: number,
  came: Pick<ReturnedLetter, 'how' | 'status' | 'at'>,
): void => {
  const { postedAt, personId, readerId, followerId } = db
    .select()
    .from(letters)
    .where(eq(letters.id, letterId))
    .get()!
  const to = { letterId, personId, readerId, followerId }
  const ofLetter = db
    .select()
    .from(returnedLetters)
    .where(eq(returnedLetters.letterId, letterId))
    .all()
  const isThere = ofLetter.some(
    (each) => each.settledAt === null || (postedAt !== null && each.at >= postedAt),
  )
  if (isThere) return
  const id = insert(db, returnedLetters, { ...to, ...came })
  note(db, { personId: null, at: came.at }, 'came back', 'returned letter', id)
}
