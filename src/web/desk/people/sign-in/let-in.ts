import type { Session } from '../../../../store/people/sessions.ts'
import { wayInLetter } from '../../../../work/letters/way-in.ts'
import { envelopeOf } from '../../../../work/letters/whose.ts'
import { Problem } from '../../../errors.ts'
import { deviceOf, sessionCookie } from '../../../sign-in/session.ts'
import type { Arrival } from '../../arrival.ts'

/** Starts a session, once and for all the ways in: whoever was invited has come. */
export const letIn = (
  { desk, store, request, reply }: Arrival,
  personId: number,
  secondFactor: boolean,
): void => {
  const at = desk.at()
  const device = deviceOf(request.headers['user-agent'])
  const token = store.together(() => {
    store.invitations.use(personId, { personId, at })
    return store.signIn.startSession(personId, secondFactor, at, device)
  })
  sessionCookie(desk.config).set(reply, token)
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

/** A form that holds nothing anyone types was changed on its way: it gets no second look. */
export const notWhole = (goOn: string): Problem =>
  new Problem(400, 'This did not arrive whole', `Nothing was saved. ${goOn}`)
