import { asc, eq, isNull } from 'drizzle-orm'
import { isNoMailbox } from '../../domain/letters/why-back.ts'
import type { Db } from '../database.ts'
import { journaled, note, type By } from '../journal.ts'
import { letters, returnedLetters } from '../schema/letters.ts'
import { write } from '../transactions.ts'

export type ReturnedLetter = typeof returnedLetters.$inferSelect

/** To whom it went: one of these, or nobody that is known any more. */
type To = Partial<Pick<ReturnedLetter, 'letterId' | 'personId' | 'readerId' | 'followerId'>>

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
  /** Returned by a mail server after it was posted; the second note about one letter is the same. */
  recordReturned: (to: To, status: string, at: string): void =>
    write(db, () => insertReturned(db, to, { how: 'returned', status, at })),
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
      insertReturned(db, { ...row, letterId: id }, { how: 'refused', status, at })
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
  { letterId = null, personId = null, readerId = null, followerId = null }: To,
  came: Pick<ReturnedLetter, 'how' | 'status' | 'at'>,
): void => {
  const to = { letterId, personId, readerId, followerId }
  const isThere = db
    .select()
    .from(returnedLetters)
    .where(isNull(returnedLetters.settledAt))
    .all()
    .some((each) =>
      letterId === null
        ? each.letterId === null && each.personId === personId
        : each.letterId === letterId,
    )
  if (isThere) return
  const id = Number(
    db
      .insert(returnedLetters)
      .values({ ...to, ...came })
      .run().lastInsertRowid,
  )
  note(db, { personId: null, at: came.at }, 'came back', 'returned letter', id)
}
