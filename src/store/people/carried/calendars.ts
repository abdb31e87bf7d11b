import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../database.ts'
import { insert } from '../../insert.ts'
import { journaled, type By } from '../../journal.ts'
import { calendars, calendarWords } from '../../schema/people.ts'
import { hashOf, newToken } from '../../tokens.ts'

/**
 * Calendars of people's own, each at an address that only they know. Kept as a hash: it is shown
 * once.
 */
export const calendarsStore = (db: Db) => ({ ...addresses(db), ...words(db) })

const addresses = (db: Db) => {
  const end = (by: By) =>
    db
      .update(calendars)
      .set({ endedAt: by.at })
      .where(and(eq(calendars.personId, by.personId!), isNull(calendars.endedAt)))
      .run()
  return {
    /** A new address, in place of the one before. */
    make: (by: By): string => {
      const token = newToken()
      journaled(db, by, 'made a calendar address for', 'person', () => {
        end(by)
        insert(db, calendars, { personId: by.personId!, tokenHash: hashOf(token), at: by.at })
        return by.personId!
      })
      return token
    },
    end: (by: By): number =>
      journaled(db, by, 'ended the calendar address of', 'person', () => {
        end(by)
        return by.personId!
      }),
    /** Whose it is, while it is good. */
    ownerOf: (token: string): number | undefined =>
      db
        .select({ personId: calendars.personId })
        .from(calendars)
        .where(and(eq(calendars.tokenHash, hashOf(token)), isNull(calendars.endedAt)))
        .get()?.personId,
    since: (personId: number): string | null =>
      db
        .select({ at: calendars.at })
        .from(calendars)
        .where(and(eq(calendars.personId, personId), isNull(calendars.endedAt)))
        .get()?.at ?? null,
  }
}

const words = (db: Db) => {
  /** The words of their actions stand in it: nobody has that without having chosen it. */
  const hasWords = (personId: number): boolean =>
    db
      .select({ chosen: calendarWords.chosen })
      .from(calendarWords)
      .where(eq(calendarWords.personId, personId))
      .orderBy(desc(calendarWords.id))
      .limit(1)
      .get()?.chosen ?? false
  return {
    hasWords,
    recordWords: (chosen: boolean, by: By): number =>
      journaled(
        db,
        by,
        chosen ? 'put words in the calendar of' : 'took the words out of the calendar of',
        'person',
        () => {
          if (hasWords(by.personId!) !== chosen)
            insert(db, calendarWords, { personId: by.personId!, chosen, at: by.at })
          return by.personId!
        },
      ),
  }
}
