import { timingSafeEqual } from 'node:crypto'
import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { journaled, note, type By } from '../journal.ts'
import { people } from '../schema/people.ts'
import { passkeys, recoveryCodes, sessions, setUpLinks, signInCodes } from '../schema/sign-in.ts'
import { hashOf, newToken, asTyped, minutesAfter, newCode } from '../tokens.ts'
import { write } from '../transactions.ts'
import { secondFactorsOf } from './second-factors.ts'
import { sessionsOf } from './sessions.ts'

const CODE_MINUTES = 10
const CODE_TRIES = 5
const LIVE_CODES = 5
const LINK_MINUTES = 60

/** Codes, sessions and set-up links, stored hashed: a stolen file opens nothing (R25). */
export const signInStore = (db: Db) => ({
  ...signInCodesOf(db),
  ...sessionsOf(db),
  ...secondFactorsOf(db),
  ...setUpLinksOf(db),
  nobodyCanSignIn: (): boolean =>
    db.select({ id: people.id }).from(people).where(isNull(people.endedAt)).get() === undefined,
})

const signInCodesOf = (db: Db) => ({
  /**
   * A code for the browser that asked. An address we do not know gets a row as well, with nobody
   * behind it, so that both take the same path and the same time.
   * @returns the code to post, and the token that ties it to the browser.
   */
  askForCode: (
    personId: number | null,
    at: string,
  ): { code: string; browser: string; sends: boolean } => {
    const browser = newToken(32)
    const plain = newCode(6)
    let known = personId
    write(db, () => {
      db.delete(signInCodes).where(lt(signInCodes.expiresAt, at)).run()
      // More live codes than this are more guesses than this: the next ones open nothing, and
      // nobody is told.
      if (personId !== null && liveCodes(db, personId) >= LIVE_CODES) known = null
      db.insert(signInCodes)
        .values({
          browserHash: hashOf(browser),
          personId: known,
          codeHash: hashOf(plain),
          expiresAt: minutesAfter(at, CODE_MINUTES),
        })
        .run()
      note(db, { personId, at }, 'asked for a code', 'sign-in', personId ?? 0)
    })
    return { code: plain, browser, sends: known !== null }
  },
  /**
   * Spends a try. The person, or undefined for a code that is wrong, used, too old, or tried five
   * times.
   */
  useCode: (browser: string, plain: string, at: string): number | undefined =>
    write(db, () => {
      const row = db
        .select()
        .from(signInCodes)
        .where(eq(signInCodes.browserHash, hashOf(browser)))
        .get()
      if (!row || row.usedAt || row.expiresAt < at || row.tries >= CODE_TRIES) return undefined
      const right = same(hashOf(asTyped(plain)), row.codeHash) && row.personId !== null
      db.update(signInCodes)
        .set({ tries: row.tries + 1, usedAt: right ? at : null })
        .where(eq(signInCodes.id, row.id))
        .run()
      note(
        db,
        { personId: row.personId, at },
        right ? 'typed the code' : 'typed a wrong code',
        'sign-in',
        row.personId ?? 0,
      )
      return right ? row.personId! : undefined
    }),
})

const liveCodes = (db: Db, personId: number): number =>
  db
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(eq(signInCodes.personId, personId))
    .all().length

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const setUpLinksOf = (db: Db) => ({
  /**
   * A one-time link: the first coordinator (nobody behind it), or a person who lost the second
   * factor.
   */
  makeLink: (personId: number | null, at: string): string => {
    const plain = newToken(32)
    write(db, () => {
      db.insert(setUpLinks)
        .values({ tokenHash: hashOf(plain), personId, expiresAt: minutesAfter(at, LINK_MINUTES) })
        .run()
      note(db, { personId: null, at }, 'made a set-up link for', 'person', personId ?? 0)
    })
    return plain
  },
  findLink: (plain: string, at: string) => {
    const row = db
      .select()
      .from(setUpLinks)
      .where(eq(setUpLinks.tokenHash, hashOf(plain)))
      .get()
    return row && !row.usedAt && row.expiresAt > at ? row : undefined
  },
  /** Spends the link; the person's old second factor, recovery codes and sessions end with it. */
  useLink: (id: number, personId: number, by: By): void => {
    journaled(db, by, 'used a set-up link', 'person', () => {
      db.update(setUpLinks).set({ usedAt: by.at }).where(eq(setUpLinks.id, id)).run()
      db.update(people)
        .set({ totpSecret: null, totpStep: null })
        .where(eq(people.id, personId))
        .run()
      db.update(recoveryCodes)
        .set({ usedAt: by.at })
        .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
        .run()
      db.update(passkeys)
        .set({ endedAt: by.at })
        .where(and(eq(passkeys.personId, personId), isNull(passkeys.endedAt)))
        .run()
      db.update(sessions)
        .set({ endedAt: by.at })
        .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
        .run()
      return personId
    })
  },
})
