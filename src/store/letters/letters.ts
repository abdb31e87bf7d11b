import { and, asc, desc, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { isSentTwice, journaled, type By } from '../journal.ts'
import { letterDecisionsOf } from './decisions.ts'
import { returnedLettersOf } from './returned.ts'
import { minuteReadersOf } from '../round-tables/minute-readers.ts'
import { letters } from '../schema/letters.ts'
import { write } from '../transactions.ts'

export type LetterRow = typeof letters.$inferSelect

/** The fate of a letter that had nothing left to say when its time came, or nobody to say it to. */
const NOTHING_LEFT = 'nothing left to say'

/**
 * Letters to be posted, and readers who have no account. A letter is a row first: what the post
 * does to it later is written beside it.
 */
export const lettersStore = (db: Db) => ({
  ...readLetters(db),
  ...recordLetters(db),
  ...minuteReadersOf(db),
  ...letterDecisionsOf(db),
  ...returnedLettersOf(db),
})

const readLetters = (db: Db) => ({
  /** What was sent of a round table once it had met, the oldest first. */
  ofTable: (roundTableId: number): LetterRow[] =>
    db
      .select()
      .from(letters)
      .where(
        and(eq(letters.roundTableId, roundTableId), inArray(letters.kind, ['minutes', 'news'])),
      )
      .orderBy(asc(letters.id))
      .all(),
  /** Those whose time has come. */
  due: (at: string): LetterRow[] =>
    db
      .select()
      .from(letters)
      .where(and(isNull(letters.postedAt), isNull(letters.heldAt), lte(letters.tryAt, at)))
      .orderBy(asc(letters.id))
      .limit(50)
      .all(),
  /** When the next one is to be tried that waits for its time; nothing where none does. */
  nextAfter: (at: string): string | undefined =>
    db
      .select({ tryAt: letters.tryAt })
      .from(letters)
      .where(and(isNull(letters.postedAt), isNull(letters.heldAt), gt(letters.tryAt, at)))
      .orderBy(asc(letters.tryAt))
      .limit(1)
      .get()?.tryAt,
  /** Every letter to do with the record, the newest first. */
  recent: (most: number): LetterRow[] =>
    db.select().from(letters).orderBy(desc(letters.id)).limit(most).all(),
  find: (id: number): LetterRow | undefined =>
    db.select().from(letters).where(eq(letters.id, id)).get(),
  /** Someone held it back, or stopped it, while the round was on its way. */
  isHeld: (id: number): boolean => {
    const row = db.select().from(letters).where(eq(letters.id, id)).get()
    return row === undefined || row.heldAt !== null || row.postedAt !== null
  },
})

const recordLetters = (db: Db) => ({
  /** Someone had a copy sent to themselves: nothing else is kept of it. */
  recordCopy: (which: string, by: By): string =>
    journaled(db, by, 'was sent a copy of', 'letter', () => which),
  /** One on its way is enough, and a form sent twice sends no second letter (R22). */
  record: (letter: ToSend, by: By): number => {
    const last = lastTo(db, letter)
    if (
      last &&
      (last.postedAt === null || isSentTwice({ personId: last.sentById!, at: last.at }, by))
    )
      return letter.roundTableId
    return journaled(db, by, 'sent the minutes of', 'round table', () => {
      // One fixed name for as long as it is tried, so that a mail server can tell a second copy.
      insert(db, letters, {
        ...letter,
        kind: 'minutes',
        messageId: `<${randomUUID()}@round-table.localhost>`,
        sentById: by.personId!,
        at: by.at,
        tryAt: by.at,
      })
      return letter.roundTableId
    })
  },
  posted: (id: number, at: string, sent: boolean): void =>
    write(db, () => {
      db.update(letters)
        .set({ postedAt: at, fault: sent ? null : NOTHING_LEFT })
        .where(eq(letters.id, id))
        .run()
    }),
  failed: (id: number, tries: number, fault: string, tryAt: string): void =>
    write(db, () => {
      db.update(letters)
        .set({ tries, fault, tryAt })
        .where(and(eq(letters.id, id), isNull(letters.postedAt)))
        .run()
    }),
})

/** The minutes of a round table, to a person or to a reader who has no account. */
interface ToSend {
  roundTableId: number
  personId: number | null
  readerId: number | null
}

const lastTo = (db: Db, letter: ToSend): LetterRow | undefined =>
  db
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.roundTableId, letter.roundTableId),
        eq(letters.kind, 'minutes'),
        letter.personId === null
          ? eq(letters.readerId, letter.readerId!)
          : eq(letters.personId, letter.personId),
      ),
    )
    .orderBy(desc(letters.id))
    .limit(1)
    .get()
