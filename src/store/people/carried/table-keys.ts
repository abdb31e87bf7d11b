import { and, eq, gte, isNull } from 'drizzle-orm'
import type { Brought } from '../../../domain/people/own-there.ts'
import type { Db } from '../../database.ts'
import { insert } from '../../insert.ts'
import { journaled, type By } from '../../journal.ts'
import { tableKeys } from '../../schema/people.ts'
import type { Key } from '../../secrets/key.ts'
import { hashOf, newToken } from '../../tokens.ts'

/** How long a key opens something: whoever still sits at both tables makes another. */
export const KEY_DAYS = 366

/** By so many of its last letters its owner knows a key. */
const MARK = 4
export const markOf = (token: string): string => token.slice(-MARK)

/**
 * Keys that people take from here to another round table, to see there what is theirs here: kept as
 * hashes, each shown once. And the other way round, the keys that someone brought from elsewhere:
 * this record keeps none of them, they lie in their own browser under the seal of this folder.
 */
export const tableKeysStore = (db: Db, key: Key) => ({ ...keysOf(db), ...broughtUnder(key) })

const keysOf = (db: Db) => {
  const isLive = (at: string) =>
    and(isNull(tableKeys.endedAt), gte(tableKeys.at, daysBefore(at, KEY_DAYS)))
  return {
    make: (by: By): string => {
      const token = newToken()
      const [personId, tokenHash, mark] = [by.personId!, hashOf(token), markOf(token)]
      journaled(db, by, 'made a key for', 'person', () => {
        insert(db, tableKeys, { personId, tokenHash, mark, at: by.at })
        return personId
      })
      return token
    },
    end: (id: number, by: By): number =>
      journaled(db, by, 'ended a key of', 'person', () => {
        db.update(tableKeys)
          .set({ endedAt: by.at })
          .where(and(eq(tableKeys.id, id), isNull(tableKeys.endedAt)))
          .run()
        return by.personId!
      }),
    /** Those that open something yet, the oldest first. */
    list: (personId: number, at: string): { id: number; mark: string; at: string }[] =>
      db
        .select({ id: tableKeys.id, mark: tableKeys.mark, at: tableKeys.at })
        .from(tableKeys)
        .where(and(eq(tableKeys.personId, personId), isLive(at)))
        .orderBy(tableKeys.id)
        .all(),
    /** Whose it is, while it is good. */
    ownerOf: (token: string, at: string): number | undefined =>
      db
        .select({ personId: tableKeys.personId })
        .from(tableKeys)
        .where(and(eq(tableKeys.tokenHash, hashOf(token)), isLive(at)))
        .get()?.personId,
  }
}

const daysBefore = (at: string, days: number): string =>
  new Date(Date.parse(at) - days * 24 * 60 * 60_000).toISOString()

/** @param whose whoever else is at that browser, or takes what it keeps elsewhere, opens nothing. */
const broughtUnder = (key: Key) => ({
  seal: (whose: string, brought: readonly Brought[]): string =>
    key.sealFor(whose, JSON.stringify(brought)),
  open: (whose: string, sealed: string): Brought[] => {
    const text = key.openFor(whose, sealed)
    return text === null ? [] : (JSON.parse(text) as Brought[])
  },
})

/**
 * After a backup was put back: what was ended since then would open something again, so all end.
 * @returns how many did.
 */
export const endKeysAgain = (db: Db, at: string): number =>
  db.update(tableKeys).set({ endedAt: at }).where(isNull(tableKeys.endedAt)).run().changes
