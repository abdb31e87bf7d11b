import { timingSafeEqual } from 'node:crypto'
import { and, eq, gte, isNull, lt, or } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, note, type By } from '../journal.ts'
import { people } from '../schema/people.ts'
import { sessions, setUpLinks, signInCodes } from '../schema/sign-in.ts'
import { goOnWithKey, isBoundTo } from '../secrets/bound.ts'
import type { Key } from '../secrets/key.ts'
import { hashOf, newToken, asTyped, minutesAfter, newCode } from '../tokens.ts'
import { write } from '../transactions.ts'
import { dropSecondFactors, secondFactorsOf } from './second-factors.ts'
import { browsersOf, endingsOf, knownTo, sessionsOf } from './sessions.ts'

const CODE_MINUTES = 10
const CODE_TRIES = 5
/** How many codes may be on their way: see `whyFull`. */
const BROWSER_CODES = 5
const STRANGE_BROWSERS = 5
const LINK_MINUTES = 60

/**
 * Codes, sessions and set-up links, stored hashed: a stolen file opens nothing (R25). A code that is
 * typed is short, so that it is kept with the folder's key; the others nobody guesses.
 */
export const signInStore = (db: Db, key: Key) => ({
  ...signInCodesOf(db, key),
  ...sessionsOf(db),
  ...secondFactorsOf(db, key),
  ...browsersOf(db),
  ...endingsOf(db),
  ...setUpLinksOf(db),
  /** Whether the key of the folder is the one that codes and secrets here were made with. */
  hasItsKey: (): boolean => isBoundTo(db, key),
  goOnWithKey: (): void => goOnWithKey(db, key),
  nobodyCanSignIn: (): boolean =>
    db.select({ id: people.id }).from(people).where(isNull(people.endedAt)).get() === undefined,
})

const signInCodesOf = (db: Db, key: Key) => ({
  /**
   * A code for the browser that asked. An address we do not know gets a row as well, with nobody
   * behind it, so that both take the same path and the same time.
   * @returns the code to post, the token that ties it to the browser, and why it does not go, the same
   * for every address.
   */
  askForCode: (
    personId: number | null,
    at: string,
    { browser = newToken(32), address = '', mayStrangerAsk = () => true }: Partial<AskedFrom> = {},
  ): { code: string; browser: string; full: Full } => {
    const plain = newCode(6)
    const from = { personId, browserHash: hashOf(browser), addressHash: key.digest(address) }
    const full = write(db, () => {
      db.delete(signInCodes).where(lt(signInCodes.expiresAt, at)).run()
      // Nobody is behind a stranger's address: ten minutes' row is all that it leaves.
      if (personId !== null) note(db, { personId, at }, 'asked for a code', 'sign-in', personId)
      const wrong = whyFull(db, from, mayStrangerAsk)
      if (wrong) return wrong
      const expiresAt = minutesAfter(at, CODE_MINUTES)
      insert(db, signInCodes, { ...from, codeHash: key.digest(plain), expiresAt })
      return null
    })
    return { code: plain, browser, full }
  },
  /**
   * Spends a try of every code that this browser has not used yet, since nobody says which of them
   * they mean. The person, or undefined where none is right.
   */
  useCode: (browser: string, plain: string, at: string): number | undefined =>
    write(db, () => {
      const rows = liveIn(db, hashOf(browser), at)
      const typed = key.digest(asTyped(plain))
      const [right] = rows.filter((row) => same(typed, row.codeHash) && row.personId !== null)
      if (right) spendCodes(db, right, at)
      else
        for (const { id, tries } of rows)
          db.update(signInCodes)
            .set({ tries: tries + 1 })
            .where(eq(signInCodes.id, id))
            .run()
      const personId = right?.personId ?? rows.at(-1)?.personId ?? null
      if (personId !== null)
        note(
          db,
          { personId, at },
          right ? 'typed the code' : 'typed a wrong code',
          'sign-in',
          personId,
        )
      return right?.personId ?? undefined
    }),
})

/** Why no code goes: five of this browser are unused, or many of others. */
export type Full = 'five' | 'many' | null

/** Where a code was asked from, and for which address, as it was typed. */
interface AskedFrom {
  browser: string
  address: string
  /**
   * Asked for a browser that nobody has come in with, and whether it is its first: as many as one
   * line, and all, may have.
   */
  mayStrangerAsk: (isNew: boolean) => boolean
}

/**
 * Codes that were not used count, for ten minutes and by where they were asked: five of one browser
 * for one address, in as many as five browsers that its person never came in with. So nobody's
 * mailbox is flooded, and nothing a stranger does keeps a code from the person's own browser.
 *
 * The odds: a code is one of 30⁶ = 7.29 × 10⁸ and takes five tries. One browser guesses 5 × 5 = 25
 * times in ten minutes (3.4 × 10⁻⁸), five strange ones 125 times (1.7 × 10⁻⁷), and since no more
 * than 60 codes go to one address in a day (`send-code.ts`), 300 times in a day: one in 2.4 million.
 */
const whyFull = (
  db: Db,
  from: { personId: number | null; browserHash: string; addressHash: string },
  mayStrangerAsk: (isNew: boolean) => boolean,
): Full => {
  const ofPerson = from.personId === null ? undefined : eq(signInCodes.personId, from.personId)
  const unused = db
    .select({ browserHash: signInCodes.browserHash })
    .from(signInCodes)
    .where(
      and(isNull(signInCodes.usedAt), or(eq(signInCodes.addressHash, from.addressHash), ofPerson)),
    )
    .all()
  if (unused.filter((row) => row.browserHash === from.browserHash).length >= BROWSER_CODES)
    return 'five'
  const known = knownTo(db, from.personId)
  if (known.has(from.browserHash)) return null
  const strange = new Set(unused.map((row) => row.browserHash).filter((hash) => !known.has(hash)))
  const isNew = !strange.has(from.browserHash)
  if (isNew && strange.size >= STRANGE_BROWSERS) return 'many'
  return mayStrangerAsk(isNew) ? null : 'many'
}

const liveIn = (db: Db, browserHash: string, at: string) =>
  db
    .select()
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.browserHash, browserHash),
        isNull(signInCodes.usedAt),
        gte(signInCodes.expiresAt, at),
        lt(signInCodes.tries, CODE_TRIES),
      ),
    )
    .all()

/** One is used, and with it the others of this person in this browser. */
const spendCodes = (
  db: Db,
  { browserHash, personId }: { browserHash: string; personId: number | null },
  at: string,
): void => {
  db.update(signInCodes)
    .set({ usedAt: at })
    .where(and(eq(signInCodes.browserHash, browserHash), eq(signInCodes.personId, personId!)))
    .run()
}

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
      insert(db, setUpLinks, {
        tokenHash: hashOf(plain),
        personId,
        expiresAt: minutesAfter(at, LINK_MINUTES),
      })
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
      dropSecondFactors(db, personId, by.at)
      db.update(sessions)
        .set({ endedAt: by.at })
        .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
        .run()
      return personId
    })
  },
})
