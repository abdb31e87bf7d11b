import type { Session } from '../../../../store/people/sessions.ts'
import type { FastifyReply } from 'fastify'
import { KNOWN_DAYS } from '../../../../store/people/sessions.ts'
import { newDeviceLetter } from '../../../../work/letters/new-device.ts'
import { wayInLetter } from '../../../../work/letters/way-in.ts'
import { envelopeOf } from '../../../../work/letters/whose.ts'
import { saved } from '../../../answer.ts'
import { Problem } from '../../../errors.ts'
import { browserCookie, deviceOf, sessionCookie } from '../../../sign-in/session.ts'
import type { Arrival } from '../../arrival.ts'

/**
 * Starts a session, once and for all the ways in: whoever was invited has come. Who comes in from a
 * browser that is new for them is written to.
 */
export const letIn = (arrival: Arrival, personId: number, secondFactor: boolean): void => {
  const { desk, store, request, reply } = arrival
  const at = desk.at()
  const device = deviceOf(request.headers['user-agent'])
  const cookie = browserCookie(desk.config)
  const { token, browser, isNew } = store.together(() => {
    store.invitations.use(personId, { personId, at })
    const known = store.signIn.knowBrowser(personId, cookie.read(request.cookies), at)
    return { ...known, token: store.signIn.startSession(personId, secondFactor, at, device) }
  })
  cookie.set(reply, browser, KNOWN_DAYS)
  sessionCookie(desk.config).set(reply, token)
  if (isNew) tellOfDevice(arrival, personId, device, at)
}

/**
 * They are in: on to the page that they were going to when they were asked who they are. A form sent
 * twice knows them by the session that the first of it began.
 */
export const goOn = (arrival: Arrival, personId?: number): FastifyReply => {
  const { desk, request, reply } = arrival
  const whose = personId ?? sessionOf(arrival)?.personId
  return saved(request, reply, desk.onward.take(request, reply, whose))
}

/** The second factor was given: the session goes on under another token (R25). */
export const renew = (arrival: Arrival, session: Session): void => {
  const { desk, store, reply, once } = arrival
  const by = { personId: session.personId, at: desk.at() }
  const token = store.signIn.passSecondFactor(session, by)
  sessionCookie(desk.config).set(reply, desk.renewed.keep(once, token))
}

/**
 * R31: the form that renewed the session was sent twice. Only the last answer reaches its sender, and
 * what they sent it with is dead by now.
 */
export const wasRenewed = ({ desk, reply, once }: Arrival): boolean => {
  const token = desk.renewed.find(once)
  if (token !== undefined) sessionCookie(desk.config).set(reply, token)
  return token !== undefined
}

/** The session of whoever has typed the right code, on the way in or in already. */
export const sessionOf = ({ desk, store, request }: Arrival): Session | undefined => {
  const token = sessionCookie(desk.config).read(request.cookies)
  const found = token ? store.signIn.findSession(token) : undefined
  return found && store.signIn.isAlive(found, desk.at()) ? found : undefined
}

/**
 * To the one it is about, when a way in was added or taken away: the mailbox is what a thief may
 * not have.
 */
export const tellOfWayIn = (
  { desk, store, request }: Pick<Arrival, 'desk' | 'store' | 'request'>,
  personId: number,
  what: string,
): void => {
  store.afterwards(() => {
    void desk.post
      .send(
        wayInLetter(
          envelopeOf(store, desk.config.publicUrl),
          store.people.find(personId)!.email,
          what,
        ),
      )
      .catch(() => request.log.error('a letter about a way in could not be sent'))
  })
}

/** ... and that they came in from a browser that is new for them. */
const tellOfDevice = (
  { desk, store, request }: Arrival,
  personId: number,
  device: string,
  at: string,
): void => {
  const key = store.signIn.makeEnding(personId, at)
  const to = store.people.find(personId)!.email
  const envelope = envelopeOf(store, desk.config.publicUrl)
  store.afterwards(() => {
    void desk.post
      .send(newDeviceLetter(envelope, { to, device, at, key }))
      .catch(() => request.log.error('a letter about a new device could not be sent'))
  })
}

/** A form that holds nothing anyone types was changed on its way: it gets no second look. */
export const notWhole = (goOn: string): Problem =>
  new Problem(400, 'This did not arrive whole', `Nothing was saved. ${goOn}`)
