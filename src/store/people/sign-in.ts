import { write } from '../transactions.ts'
import { randomInt, timingSafeEqual } from 'node:crypto'
import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { type Db } from '../database.ts'
import { journaled, note, type By } from '../journal.ts'
import { people } from '../schema/people.ts'
import { passkeys, recoveryCodes, sessions, setUpLinks, signInCodes } from '../schema/sign-in.ts'
import { hashOf, newToken } from '../tokens.ts'

export const CODE_MINUTES = 10
export const CODE_TRIES = 5
const LIVE_CODES = 5
export const IDLE_MINUTES = 30
export const SESSION_HOURS = 12
const LINK_MINUTES = 60
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

export type Session = typeof sessions.$inferSelect

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
const code = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
const after = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()
/** People type what they read: small letters, spaces and dashes are all right. */
const typed = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '')

const isAlive = (session: Session, at: string): boolean =>
  session.endedAt === null &&
  at < after(session.lastSeenAt, IDLE_MINUTES) &&
  at < after(session.createdAt, SESSION_HOURS * 60)

/** Some second factor is there: an authenticator app or a passkey. */
const hasSecondFactor = (db: Db, personId: number): boolean =>
  db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNotNull(people.totpSecret)))
    .get() !== undefined ||
  db
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.endedAt)))
    .get() !== undefined

/** Codes, sessions and set-up links, stored hashed: a stolen file opens nothing (R25). */
export const signInStore = (db: Db) => ({
  hasSecondFactor: (personId: number): boolean => hasSecondFactor(db, personId),
  /**
   * R25: a mailbox alone neither adds a second factor beside one that is there nor takes that one
   * away.
   */
  mayChangeFactors: (session: Session): boolean =>
    session.secondFactorAt !== null || !hasSecondFactor(db, session.personId),
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
    const plain = code(6)
    let known = personId
    write(db, () => {
      db.delete(signInCodes).where(lt(signInCodes.expiresAt, at)).run()
      // More live codes than this are more guesses than this: the next ones open nothing, and
      // nobody is told.
      if (
        personId !== null &&
        db
          .select({ id: signInCodes.id })
          .from(signInCodes)
          .where(eq(signInCodes.personId, personId))
          .all().length >= LIVE_CODES
      )
        known = null
      db.insert(signInCodes)
        .values({
          browserHash: hashOf(browser),
          personId: known,
          codeHash: hashOf(plain),
          expiresAt: after(at, CODE_MINUTES),
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
      const right = same(hashOf(typed(plain)), row.codeHash) && row.personId !== null
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
  /**
   * @param device what the browser calls itself, in a few words, for the list of someone's own
   * sessions.
   */
  startSession: (
    personId: number,
    secondFactor: boolean,
    at: string,
    device: string | null = null,
  ): string => {
    const plain = newToken(32)
    journaled(db, { personId, at }, 'signed in', 'person', () => {
      db.insert(sessions)
        .values({
          tokenHash: hashOf(plain),
          personId,
          createdAt: at,
          lastSeenAt: at,
          device,
          secondFactorAt: secondFactor ? at : null,
        })
        .run()
      return personId
    })
    return plain
  },
  /** A session by its token, ended ones too: an ended one still says whose typed text to keep. */
  findSession: (plain: string): Session | undefined =>
    db
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, hashOf(plain)))
      .get(),
  isAlive,
  /**
   * R21: the only thing besides the journal of looks that a GET may write. Once a minute is enough.
   */
  seen: (session: Session, at: string): void => {
    if (at > after(session.lastSeenAt, 1))
      db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, session.id)).run()
  },
  endSession: (session: Session, by: By): void => {
    journaled(db, by, 'signed out', 'person', () => {
      db.update(sessions).set({ endedAt: by.at }).where(eq(sessions.id, session.id)).run()
      return session.personId
    })
  },
  /** Someone's sessions that are alive, the newest first. */
  liveSessions: (personId: number, at: string): Session[] =>
    db
      .select()
      .from(sessions)
      .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
      .orderBy(desc(sessions.id))
      .all()
      .filter((each) => isAlive(each, at)),
  passSecondFactor: (session: Session, by: By): void => {
    journaled(db, by, 'gave the second factor', 'person', () => {
      db.update(sessions)
        .set({ secondFactorAt: by.at, pendingSecret: null })
        .where(eq(sessions.id, session.id))
        .run()
      return session.personId
    })
  },
  holdSecret: (session: Session, secret: string): void => {
    write(db, () =>
      db.update(sessions).set({ pendingSecret: secret }).where(eq(sessions.id, session.id)).run(),
    )
  },
  /** Turns on the authenticator app and gives ten recovery codes, shown once. */
  enrol: (personId: number, secret: string, step: number, by: By): string[] => {
    journaled(db, by, 'set up the second factor of', 'person', () => {
      db.update(people)
        .set({ totpSecret: secret, totpStep: step })
        .where(eq(people.id, personId))
        .run()
      return personId
    })
    return makeRecoveryCodes(db, personId, by)
  },
  /** Ten new recovery codes, shown once; the older ones open nothing any more. */
  recoveryCodes: (personId: number, by: By): string[] => makeRecoveryCodes(db, personId, by),
  /** A time step is used once: a code read over a shoulder is spent already. */
  spendStep: (personId: number, step: number): boolean =>
    write(db, () => {
      const person = db.select().from(people).where(eq(people.id, personId)).get()
      if (!person || (person.totpStep !== null && person.totpStep >= step)) return false
      db.update(people).set({ totpStep: step }).where(eq(people.id, personId)).run()
      return true
    }),
  useRecoveryCode: (personId: number, plain: string, at: string): boolean =>
    write(db, () => {
      const row = db
        .select()
        .from(recoveryCodes)
        .where(
          and(
            eq(recoveryCodes.personId, personId),
            eq(recoveryCodes.codeHash, hashOf(typed(plain))),
            isNull(recoveryCodes.usedAt),
          ),
        )
        .get()
      if (!row) return false
      db.update(recoveryCodes).set({ usedAt: at }).where(eq(recoveryCodes.id, row.id)).run()
      note(db, { personId, at }, 'used a recovery code', 'person', personId)
      return true
    }),
  /**
   * A one-time link: the first coordinator (nobody behind it), or a person who lost the second
   * factor.
   */
  makeLink: (personId: number | null, at: string): string => {
    const plain = newToken(32)
    write(db, () => {
      db.insert(setUpLinks)
        .values({ tokenHash: hashOf(plain), personId, expiresAt: after(at, LINK_MINUTES) })
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
  nobodyCanSignIn: (): boolean =>
    db.select({ id: people.id }).from(people).where(isNull(people.endedAt)).get() === undefined,
})

const makeRecoveryCodes = (db: Db, personId: number, by: By): string[] => {
  const plain = Array.from({ length: 10 }, () => code(10))
  journaled(db, by, 'made recovery codes for', 'person', () => {
    db.update(recoveryCodes)
      .set({ usedAt: by.at })
      .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
      .run()
    for (const each of plain)
      db.insert(recoveryCodes)
        .values({ personId, codeHash: hashOf(each) })
        .run()
    return personId
  })
  return plain
}
