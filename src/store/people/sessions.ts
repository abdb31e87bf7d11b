import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { journaled, type By } from '../journal.ts'
import { sessions } from '../schema/sign-in.ts'
import { hashOf, newToken, minutesAfter } from '../tokens.ts'

const IDLE_MINUTES = 30
const SESSION_HOURS = 12

export type Session = typeof sessions.$inferSelect

/** Who is signed in, where and since when. */
export const sessionsOf = (db: Db) => ({
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
  endOf,
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
