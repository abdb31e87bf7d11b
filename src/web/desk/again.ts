import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../domain/decision.ts'
import type { Session } from '../../store/people/sessions.ts'
import { AS_A_PAGE } from '../errors.ts'
import { typedIn } from '../forms.ts'
import type { Path } from '../to.ts'
import { view } from '../views/desk.ts'
import type { Way } from '../views/desk/way.ts'
import type { Drawn } from '../views/view.ts'
import type { Arrival } from './arrival.ts'
import { spendNumber } from './people/sign-in/second-factor.ts'
import { keyUsed } from './people/sign-in/passkeys.ts'
import { putQuestion, spendQuestion } from './people/sign-in/passkey-question.ts'
import { browserOf, makeCode, sendCode } from './people/sign-in/send-code.ts'
import { frameOf, type Route } from './route.ts'
import type { Visit } from './visit.ts'
import { whoAsks } from './who-asks.ts'

const CODE = 'again-code'
const FRESH = 'again-fresh'
const CREDENTIAL = 'credential'
const WRONG_CODE = 'This code is not right, or it is too old. Type it again, or ask for a new one'
const NO = 'This passkey did not show that it is you. Try again, or type a number'

/** What somebody brought to show who they are, beside what they typed. */
export interface Proof {
  code: string | null
  credential: string | null
}

/** Takes the proof out of what was sent, before anyone reads the form, marks it or keeps it. */
export const takeProof = (request: FastifyRequest, { asksWho }: Pick<Route, 'asksWho'>): Proof => {
  if (asksWho === undefined) return { code: null, credential: null }
  const {
    [CODE]: code,
    [FRESH]: fresh,
    [CREDENTIAL]: credential,
    ...rest
  } = (request.body ?? {}) as Record<string, unknown>
  request.body = rest
  const some = (typed: unknown): string | null => (typeof typed === 'string' ? typed : null)
  return fresh === undefined
    ? { code: some(code), credential: some(credential) }
    : { code: null, credential: null }
}

/** Whether this form changes what matters most. */
export const asksWhoItIs = ({ asksWho }: Route, body: unknown): boolean =>
  typeof asksWho === 'function' ? asksWho(body) : asksWho !== undefined

/**
 * Asks who somebody is before what matters most: their second factor, or a fresh code where there is
 * none (R25). All that was typed stands on the page that asks, and goes on with the answer (R23).
 * @returns nothing where they have shown it now.
 */
export const askAgain = async (
  arrival: Arrival,
  visit: Pick<Visit, 'who' | 'today' | 'desk' | 'request' | 'session'> & { takes?: boolean },
  { code, credential }: Proof,
): Promise<{ page: Drawn; status: number } | 'ended' | null> => {
  const { store, desk } = arrival
  const { session } = visit
  const isTried = code !== null || credential !== null
  if (isTried && (await isShown(arrival, session, code, credential))) {
    store.signIn.recordSure(session, { personId: session.personId, at: desk.at() })
    return null
  }
  if (isTried && hasSecond(arrival, session)) store.signIn.recordWrong(session.personId, desk.at())
  // Ten wrong numbers end the session, as on the way in.
  if (code !== null && hasSecond(arrival, session) && desk.wrongNumbers.count(session)) {
    store.signIn.endSession(session, { personId: session.personId, at: desk.at() })
    return 'ended'
  }
  const errors = isTried ? [wrong(arrival, session, credential)] : []
  const way = await wayOf(arrival, session, isTried, visit.takes === true)
  return { page: againPage(visit, way, errors), status: isTried ? 422 : 403 }
}

/**
 * Whether somebody who is in has to show who they are before a way in of theirs changes. Who is
 * halfway sets up their first one; who came by the mailbox alone, beside one, changes none.
 */
export const mustShowWho = (
  { desk, store, request }: Arrival,
  session: Session | undefined,
): boolean =>
  session !== undefined &&
  'who' in whoAsks(desk, request) &&
  store.signIn.mayChangeFactors(session) &&
  !store.signIn.isSure(session, desk.at())

/** ... and asks them, at an address of signing in. */
export const askOnArrival = async (arrival: Arrival, proof: Proof): ReturnType<typeof askAgain> => {
  const { desk, request, today } = arrival
  const asks = whoAsks(desk, request)
  return 'who' in asks && mustShowWho(arrival, asks.session)
    ? askAgain(arrival, { ...asks, today, desk, request }, proof)
    : null
}

const hasSecond = ({ store }: Arrival, { personId }: Session): boolean =>
  store.signIn.hasSecondFactor(personId)

const isShown = async (
  arrival: Arrival,
  session: Session,
  code: string | null,
  credential: string | null,
): Promise<boolean> => {
  const { store, at } = arrival
  if (credential !== null) {
    const question = spendQuestion(arrival, 'signing')
    const isHere = question !== undefined && question.session === String(session.id)
    return isHere && (await keyUsed(arrival, question, credential)) !== undefined
  }
  const typed = (code ?? '').replace(/\s/g, '')
  if (hasSecond(arrival, session))
    return spendNumber(arrival, store.people.find(session.personId)!, typed).accepted
  const browser = browserOf(arrival)
  return browser !== undefined && store.signIn.useCode(browser, typed, at) === session.personId
}

const wrong = (arrival: Arrival, session: Session, credential: string | null): Refusal => {
  if (credential !== null) return { field: CREDENTIAL, reason: NO }
  if (!hasSecond(arrival, session)) return { field: CODE, reason: WRONG_CODE }
  const refused = spendNumber(arrival, arrival.store.people.find(session.personId)!, '')
  return { field: CODE, reason: refused.accepted ? '' : refused.refusals[0]!.reason }
}

/** What they can show it by now; a code goes out where nothing else is there, and none yet is typed. */
const wayOf = async (
  arrival: Arrival,
  session: Session,
  isTried: boolean,
  takes: boolean,
): Promise<Way> => {
  const { store, desk } = arrival
  const person = store.people.find(session.personId)!
  const hasKey = desk.passkeys.isThere && store.passkeys.list(person.id).length > 0
  const options = hasKey
    ? putQuestion(arrival, 'signing', await desk.passkeys.toSign(), session)
    : null
  const withCode = !hasSecond(arrival, session)
  const fresh = withCode && !isTried ? freshCode(arrival, person) : null
  return {
    withApp: person.totpSecret !== null,
    options,
    withCode,
    takes,
    shownCode: desk.shownCodes.get(fresh?.browser ?? browserOf(arrival) ?? '') ?? null,
    full: fresh?.full ?? null,
  }
}

const freshCode = (arrival: Arrival, person: { id: number; email: string }) => {
  const made = arrival.store.together(() => makeCode(arrival, person.email, person))
  sendCode(arrival, made)
  return made
}

const againPage = (
  visit: Pick<Visit, 'who' | 'today' | 'desk' | 'request'>,
  way: Way,
  errors: Refusal[],
): Drawn => {
  const { url, body } = visit.request
  const fields = Object.entries(typedIn(body)).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  )
  const frame = frameOf(visit, 'Show that it is you', '', { form: 'again', errors, body: {} })
  return view('desk/people/sign-in/again', { frame, path: url as Path, fields, way })
}

/** The page that asks. */
export const sendAgain = (
  reply: FastifyReply,
  { page, status }: { page: Drawn; status: number },
): FastifyReply => reply.headers(AS_A_PAGE).code(status).view(page.name, page.data)
