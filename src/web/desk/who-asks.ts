import { isNoRoom } from '../errors.ts'
import type { FastifyRequest } from 'fastify'
import { dayOf } from '../../domain/day.ts'
import { needsSecondFactor, type Who } from '../../domain/people/person.ts'
import type { Session } from '../../store/people/sessions.ts'
import { minutesAfter } from '../../store/tokens.ts'
import { sessionCookie } from '../sign-in/session.ts'
import type { Desk } from './visit.ts'

/** Who asks, by their session; or what keeps them outside. */
export type WhoAsks =
  | { who: Who; session: Session }
  /**
   * `ranOut` is the person whose session was whole and has run out: their words are kept (R25), where
   * it was seen within a day. A cookie that turns up later may be anybody's.
   */
  | { outside: 'no session'; ranOut: Who | null; isRecent: boolean }
  | { outside: 'halfway'; personId: number }

/** How long after somebody was last here what they send is kept for them. */
const KEEPING_MINUTES = 24 * 60

export const whoAsks = (desk: Desk, { cookies }: FastifyRequest): WhoAsks => {
  const { store, config } = desk
  const at = desk.at()
  const token = sessionCookie(config).read(cookies)
  const session = token ? store.signIn.findSession(token) : undefined
  const isOpen = session !== undefined && session.endedAt === null
  const who = isOpen ? store.people.who(session.personId, dayOf(at)) : undefined
  if (!session || !who) return { outside: 'no session', ranOut: null, isRecent: false }
  const halfway = isHalfway(desk, session, who)
  if (!store.signIn.isAlive(session, at))
    return {
      outside: 'no session',
      ranOut: halfway ? null : who,
      isRecent: at < minutesAfter(session.lastSeenAt, KEEPING_MINUTES),
    }
  return halfway ? { outside: 'halfway', personId: who.personId } : { who, session }
}

const isHalfway = ({ config, store }: Desk, session: Session, who: Who): boolean =>
  !config.demo &&
  session.secondFactorAt === null &&
  needsSecondFactor(who, store.people.isOnNamedList(who.personId))

/** A full disk does not keep anyone from reading: when they were last here is all that is lost. */
export const noteSeen = ({ store, at }: Desk, session: Session, { log }: FastifyRequest): void => {
  try {
    store.signIn.seen(session, at())
  } catch (error) {
    if (!isNoRoom(error)) throw error
    log.error({ fault: error.name }, error.message)
  }
}
