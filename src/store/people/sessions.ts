import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { journal } from '../schema/settings.ts'
import { knownBrowsers, sessionEndings, sessions, signInCodes } from '../schema/sign-in.ts'
import { hashOf, newToken, minutesAfter } from '../tokens.ts'
import { write } from '../transactions.ts'
import { endWaysInSince, hasSecondFactor, TAKEN_AWAY, type TakenAway } from './second-factors.ts'

const IDLE_MINUTES = 30
const SESSION_HOURS = 12
/** How long nobody is asked again who they are. */
const SURE_MINUTES = 10

export type Session = typeof sessions.$inferSelect

type Ending = typeof sessionEndings.$inferSelect

/** Who is signed in, where and since when. */
export const sessionsOf = (db: Db) => ({ ...startedIn(db), ...goingOn(db) })

const startedIn = (db: Db) => ({
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
    // A code from the mailbox shows who someone is, where there is nothing beside it.
    const isSure = secondFactor || !hasSecondFactor(db, personId)
    journaled(db, { personId, at }, 'signed in', 'person', () => {
      insert(db, sessions, {
        tokenHash: hashOf(plain),
        personId,
        createdAt: at,
        lastSeenAt: at,
        device,
        secondFactorAt: secondFactor ? at : null,
        sureAt: isSure ? at : null,
      })
      return personId
    })
    return plain
  },
  /** A session by its token, ended ones too: an ended one still says whose typed text to keep. */
  findSession: (plain: string): Session | undefined =>
    byToken(db).get({ tokenHash: hashOf(plain) }),
})

const byToken = preparedOnce((db: Db) =>
  db
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
)

const goingOn = (db: Db) => ({
  isAlive,
  endOf,
  /** R25: whoever showed a little while ago who they are is not asked again. */
  isSure: ({ sureAt }: Session, at: string): boolean =>
    sureAt !== null && at < minutesAfter(sureAt, SURE_MINUTES),
  /** ... and whoever did, and whose device then took its time, tries that once more (R23). */
  wasSure: ({ sureAt }: Session, at: string): boolean =>
    sureAt !== null && at < minutesAfter(sureAt, 2 * SURE_MINUTES),
  recordSure: (session: Session, by: By): void => {
    journaled(db, by, 'showed again who they are as', 'person', () => {
      db.update(sessions).set({ sureAt: by.at }).where(eq(sessions.id, session.id)).run()
      return session.personId
    })
  },
  /**
   * R21: the only thing besides the journal of looks that a GET may write. Once a minute is enough.
   */
  seen: (session: Session, at: string): void => {
    if (at > minutesAfter(session.lastSeenAt, 1))
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
})

/** When a session ends, and whether being here puts that off: not past its twelve hours. */
const endOf = ({ lastSeenAt, createdAt }: Session): { at: string; mayStay: boolean } => {
  const idle = minutesAfter(lastSeenAt, IDLE_MINUTES)
  const last = minutesAfter(createdAt, SESSION_HOURS * 60)
  return idle < last ? { at: idle, mayStay: true } : { at: last, mayStay: false }
}

const isAlive = (session: Session, at: string): boolean =>
  session.endedAt === null && at < endOf(session).at

/** How long a browser is known with which nobody comes in. */
export const KNOWN_DAYS = 180
/** How long the button in a letter ends sessions. */
const ENDING_DAYS = 30

/** Browsers that people came in with. */
export const browsersOf = (db: Db) => ({
  /**
   * Knows a browser from now on. A new one gets a token of its own: one that somebody else put there
   * before is never known (R25).
   * @returns the token for its cookie, and whether it is new for someone who was here before.
   */
  knowBrowser: (
    personId: number,
    browser: string | undefined,
    at: string,
  ): { browser: string; isNew: boolean } =>
    write(db, () => {
      const old = minutesAfter(at, -KNOWN_DAYS * 24 * 60)
      db.delete(knownBrowsers).where(lt(knownBrowsers.at, old)).run()
      const isKnown = browser !== undefined && knownTo(db, personId).has(hashOf(browser))
      const kept = isKnown ? browser : newToken(32)
      db.insert(knownBrowsers)
        .values({ browserHash: hashOf(kept), personId, at })
        .onConflictDoUpdate({
          target: [knownBrowsers.browserHash, knownBrowsers.personId],
          set: { at },
        })
        .run()
      const wasHere = db.select().from(sessions).where(eq(sessions.personId, personId)).get()
      return { browser: kept, isNew: !isKnown && wasHere !== undefined }
    }),
})

/** The button in a letter, for who did not come in themselves. */
export const endingsOf = (db: Db) => ({
  /** @returns the token of a button that ends every session of someone. */
  makeEnding: (personId: number, at: string): string => {
    const plain = newToken()
    const expiresAt = minutesAfter(at, ENDING_DAYS * 24 * 60)
    write(db, () =>
      insert(db, sessionEndings, { tokenHash: hashOf(plain), personId, at, expiresAt }),
    )
    return plain
  },
  /** Good or used; nothing where there is none, or it is too old. */
  findEnding: (plain: string, at: string) => {
    const row = db
      .select()
      .from(sessionEndings)
      .where(eq(sessionEndings.tokenHash, hashOf(plain)))
      .get()
    return row && row.expiresAt > at ? row : undefined
  },
  /**
   * Ends every session of someone, knows no browser of theirs any more, spends the codes that are on
   * their way, and takes away the ways in that came since the new device was there.
   */
  endEverywhere: ({ id, personId, at }: Ending, by: By): void => {
    journaled(db, by, 'ended every session of', 'person', () => {
      db.update(sessions)
        .set({ endedAt: by.at })
        .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
        .run()
      db.update(signInCodes)
        .set({ usedAt: by.at })
        .where(and(eq(signInCodes.personId, personId), isNull(signInCodes.usedAt)))
        .run()
      db.delete(knownBrowsers).where(eq(knownBrowsers.personId, personId)).run()
      endWaysInSince(db, personId, at, by)
      db.update(sessionEndings).set({ usedAt: by.at }).where(eq(sessionEndings.id, id)).run()
      return personId
    })
  },
  /** What the button took away beside the sessions. */
  takenAway: ({ personId, usedAt }: Ending): TakenAway[] =>
    db
      .select({ verb: journal.verb })
      .from(journal)
      .where(
        and(
          eq(journal.at, usedAt ?? ''),
          eq(journal.noun, 'person'),
          eq(journal.nounId, String(personId)),
        ),
      )
      .all()
      .flatMap(({ verb }) => TAKEN_AWAY[verb as keyof typeof TAKEN_AWAY] ?? []),
})

/** The browsers that someone came in with, by their digests. */
export const knownTo = (db: Db, personId: number | null): Set<string> =>
  new Set(
    db
      .select({ browserHash: knownBrowsers.browserHash })
      .from(knownBrowsers)
      .where(eq(knownBrowsers.personId, personId ?? 0))
      .all()
      .map((row) => row.browserHash),
  )
