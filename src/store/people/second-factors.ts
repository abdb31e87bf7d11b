import { and, eq, gte, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, note, type By } from '../journal.ts'
import { calendars, people, tableKeys } from '../schema/people.ts'
import { journal } from '../schema/settings.ts'
import { accounts, passkeys, recoveryCodes, sessions } from '../schema/sign-in.ts'
import type { Key } from '../secrets/key.ts'
import { hashOf, asTyped, newCode, newToken } from '../tokens.ts'
import { write } from '../transactions.ts'
import type { Session } from './sessions.ts'

/** What is asked for beside a mailbox: an authenticator app or a passkey, and codes to recover. */
export const secondFactorsOf = (db: Db, key: Key) => ({
  ...appSecretsOf(db, key),
  hasSecondFactor: (personId: number): boolean => hasSecondFactor(db, personId),
  /**
   * R25: a mailbox alone neither adds a second factor beside one that is there nor takes that one
   * away.
   */
  mayChangeFactors: (session: Session): boolean =>
    session.secondFactorAt !== null || !hasSecondFactor(db, session.personId),
  /** A number or a device that was wrong is written down: it is how a guess is seen. */
  recordWrong: (personId: number, at: string): void => {
    journaled(db, { personId, at }, 'gave a wrong second factor', 'person', () => personId)
  },
  /**
   * The session goes on under another token: whoever knew the one from before, halfway, has nothing.
   * @returns the new one, for the cookie.
   */
  passSecondFactor: (session: Session, by: By): string => {
    const plain = newToken(32)
    journaled(db, by, 'gave the second factor', 'person', () => {
      db.update(sessions)
        .set({
          tokenHash: hashOf(plain),
          secondFactorAt: by.at,
          sureAt: by.at,
          pendingSecret: null,
        })
        .where(eq(sessions.id, session.id))
        .run()
      return session.personId
    })
    return plain
  },
  /** Turns on the authenticator app and gives ten recovery codes, shown once. */
  enrol: (personId: number, secret: string, step: number, by: By): string[] => {
    journaled(db, by, 'set up the second factor of', 'person', () => {
      db.update(people)
        .set({ totpSecret: key.seal(secret), totpStep: step })
        .where(eq(people.id, personId))
        .run()
      return personId
    })
    return makeRecoveryCodes(db, key, personId, by)
  },
  /** Ten new recovery codes, shown once; the older ones open nothing any more. */
  recoveryCodes: (personId: number, by: By): string[] => makeRecoveryCodes(db, key, personId, by),
  /** A time step is used once: a code read over a shoulder is spent already. */
  spendStep: (personId: number, step: number): boolean =>
    write(db, () => {
      const person = db.select().from(people).where(eq(people.id, personId)).get()
      if (!person || (person.totpStep !== null && person.totpStep >= step)) return false
      db.update(people).set({ totpStep: step }).where(eq(people.id, personId)).run()
      return true
    }),
  useRecoveryCode: (personId: number, plain: string, at: string): boolean =>
    spendRecoveryCode(db, key, personId, plain, at),
})

/** The server has to use them again, so that they are kept sealed with the folder's key. */
const appSecretsOf = (db: Db, key: Key) => ({
  /** Of an app that is being set up. */
  holdSecret: (session: Session, secret: string): void => {
    const pendingSecret = key.seal(secret)
    write(db, () =>
      db.update(sessions).set({ pendingSecret }).where(eq(sessions.id, session.id)).run(),
    )
  },
  heldSecret: ({ pendingSecret }: Session): string | null =>
    pendingSecret === null ? null : key.open(pendingSecret),
  /** Null where there is none, and where the key of this folder is not the one that sealed it. */
  appSecret: ({ totpSecret }: { totpSecret: string | null }): string | null =>
    totpSecret === null ? null : key.open(totpSecret),
})

/** Takes away all that is asked for beside a mailbox: the app's secret is gone from the record. */
export const dropSecondFactors = (db: Db, personId: number, at: string): void => {
  db.update(people).set({ totpSecret: null, totpStep: null }).where(eq(people.id, personId)).run()
  db.update(recoveryCodes)
    .set({ usedAt: at })
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
    .run()
  db.update(passkeys)
    .set({ endedAt: at })
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.endedAt)))
    .run()
}

/** What the journal says was taken away, as the page says it. */
export const TAKEN_AWAY = {
  'removed a passkey of': 'passkey',
  'left a work account of': 'account',
  'took away the app of': 'app',
  'ended the recovery codes of': 'codes',
  'ended the calendar address of': 'calendar',
  'ended a key of': 'table key',
} as const
export type TakenAway = (typeof TAKEN_AWAY)[keyof typeof TAKEN_AWAY]

/**
 * R25: ends every way in that came at that time or since, so that whoever came in then has none left,
 * and the calendar address and the keys to other tables, which are read without signing in.
 */
export const endWaysInSince = (db: Db, personId: number, since: string, by: By): void => {
  const ends = (verb: keyof typeof TAKEN_AWAY, { changes }: { changes: number }): void => {
    if (changes > 0) note(db, by, verb, 'person', personId)
  }
  const wasSet = (verb: string): boolean =>
    db
      .select({ id: journal.id })
      .from(journal)
      .where(
        and(
          eq(journal.verb, verb),
          eq(journal.noun, 'person'),
          eq(journal.nounId, String(personId)),
          gte(journal.at, since),
        ),
      )
      .get() !== undefined
  const endedAt = by.at
  for (const [table, verb] of [
    [passkeys, 'removed a passkey of'],
    [accounts, 'left a work account of'],
  ] as const) {
    const added = and(eq(table.personId, personId), isNull(table.endedAt), gte(table.at, since))
    ends(verb, db.update(table).set({ endedAt }).where(added).run())
  }
  if (wasSet('set up the second factor of')) {
    const withApp = and(eq(people.id, personId), isNotNull(people.totpSecret))
    const none = { totpSecret: null, totpStep: null }
    ends('took away the app of', db.update(people).set(none).where(withApp).run())
  }
  if (wasSet('made recovery codes for')) {
    const unused = and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt))
    const spent = { usedAt: by.at }
    ends('ended the recovery codes of', db.update(recoveryCodes).set(spent).where(unused).run())
  }
  const open = and(eq(calendars.personId, personId), isNull(calendars.endedAt))
  ends('ended the calendar address of', db.update(calendars).set({ endedAt }).where(open).run())
  const keys = and(eq(tableKeys.personId, personId), isNull(tableKeys.endedAt))
  ends('ended a key of', db.update(tableKeys).set({ endedAt }).where(keys).run())
}

/** Some second factor is there: an authenticator app or a passkey. */
export const hasSecondFactor = (db: Db, personId: number): boolean =>
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

const makeRecoveryCodes = (db: Db, key: Key, personId: number, by: By): string[] => {
  const plain = Array.from({ length: 10 }, () => newCode(10))
  journaled(db, by, 'made recovery codes for', 'person', () => {
    db.update(recoveryCodes)
      .set({ usedAt: by.at })
      .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
      .run()
    for (const each of plain) insert(db, recoveryCodes, { personId, codeHash: key.digest(each) })
    return personId
  })
  return plain
}

/** A recovery code opens once. False where it is wrong or was used. */
const spendRecoveryCode = (
  db: Db,
  key: Key,
  personId: number,
  plain: string,
  at: string,
): boolean =>
  write(db, () => {
    const row = db
      .select()
      .from(recoveryCodes)
      .where(
        and(
          eq(recoveryCodes.personId, personId),
          eq(recoveryCodes.codeHash, key.digest(asTyped(plain))),
          isNull(recoveryCodes.usedAt),
        ),
      )
      .get()
    if (!row) return false
    db.update(recoveryCodes).set({ usedAt: at }).where(eq(recoveryCodes.id, row.id)).run()
    note(db, { personId, at }, 'used a recovery code', 'person', personId)
    return true
  })
