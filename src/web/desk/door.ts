import type { Session } from '../../store/people/sessions.ts'
import fastifyMultipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../domain/day.ts'
import { may } from '../../domain/may.ts'
import { needsSecondFactor, type Who } from '../../domain/people/person.ts'
import type { Post } from '../../mail/post.ts'
import type { Store } from '../../store/store.ts'
import { wantsPart } from '../answer.ts'
import { isNoRoom, notAllowed } from '../errors.ts'
import { PHOTO_OPTIONS } from '../files/photos/sent.ts'
import { keepLimits } from '../limits.ts'
import { keepShown, onceOf, takeFormKeys } from '../once.ts'
import { SAFE_HEADERS } from '../page-cache.ts'
import { isAskedByHandler } from '../policy.ts'
import { passkeysAt } from '../sign-in/passkeys.ts'
import { sessionCookie } from '../sign-in/session.ts'
import type { WorkAccounts } from '../sign-in/work-accounts.ts'
import { keepWrongNumbers } from '../sign-in/wrong-numbers.ts'
import type { Address } from '../to.ts'
import { missingFrom, type Language } from '../words/languages.ts'
import type { Arrival, ArrivalRoute } from './arrival.ts'
import { askAgain, asksWhoItIs, sendAgain, takeProof } from './again.ts'
import { keepWords } from './keep-words.ts'
import type { Route } from './route.ts'
import type { Desk, LettersToLookAt } from './visit.ts'

interface Parts {
  store: Store
  post: Post
  now: () => Date
  config: Address & { demo: boolean; smtpUrl: string | null; replyTo?: string | null }
  languages: readonly Language[]
  postLetters: () => void
  letters: LettersToLookAt
  accounts: WorkAccounts | null
  routes: readonly (Route | ArrivalRoute)[]
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** What a form may bring here: one small file, where a route does not allow a larger one, and words. */
const FORM_LIMITS = { fileSize: 200 * 1024, files: 1, fields: 10, fieldSize: 100_000 }

/**
 * The door for people who sign in: nothing is cached, and no one is let in without a session, a
 * role and (where needed) a second factor.
 */
export const deskDoor = async (app: FastifyInstance, parts: Parts): Promise<void> => {
  app.addHook('onRequest', async (_request, reply) => {
    reply
      .headers(SAFE_HEADERS)
      .header('content-security-policy', CSP)
      .header('cache-control', 'no-store')
  })
  void app.register(fastifyMultipart, { attachFieldsToBody: 'keyValues', limits: FORM_LIMITS })
  takeFormKeys(app)
  const desk = deskOf(parts)
  for (const route of parts.routes)
    if (route.policy === 'signing-in') openArrivalRoute(app, desk, route)
    else openRoute(app, desk, route)
}

const openRoute = (app: FastifyInstance, desk: Desk, route: Route): void => {
  const { method, path, policy, fileBytes, formBytes, keepsWords, photos } = route
  app[method](
    path,
    {
      ...(formBytes !== undefined && { bodyLimit: formBytes }),
      config: {
        policy,
        ...(keepsWords && { keepsWords }),
        ...(formBytes !== undefined && { keptBytes: formBytes }),
        ...(fileBytes !== undefined && { multipartOptions: { limits: { fileSize: fileBytes } } }),
        ...(photos && { multipartOptions: PHOTO_OPTIONS }),
      },
    },
    (request, reply) => letIn(desk, route, request, reply),
  )
}

const QUARTER_HOUR = 15 * 60_000

/** The few addresses that ask for no session: signing in, in all its ways. */
const openArrivalRoute = (app: FastifyInstance, desk: Desk, route: ArrivalRoute): void => {
  const { method, path, policy, tries, handler, isThere } = route
  if (isThere && !isThere(desk)) return
  const rateLimit = tries !== undefined && { max: tries, timeWindow: QUARTER_HOUR }
  app[method](
    path,
    { config: { policy, ...(rateLimit && { rateLimit }) } },
    async (request, reply) => handler(arrivalOf(desk, request, reply)),
  )
}

const arrivalOf = (desk: Desk, request: FastifyRequest, reply: FastifyReply): Arrival => {
  const at = desk.at()
  return {
    desk,
    store: desk.store,
    request,
    reply,
    once: onceOf(desk.store, request, at, sessionCookie(desk.config).read(request.cookies) ?? ''),
    body: request.body,
    params: request.params as Record<string, string>,
    query: onlyStrings(request.query),
    at,
    today: dayOf(at),
  }
}

/** Who asks, by their session; then the policy of the route; then its handler. */
const letIn = async (
  desk: Desk,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { store } = desk
  const { handler, policy, asksByItself } = route
  const proof = takeProof(request, route)
  const at = desk.at()
  const today = dayOf(at)
  const token = sessionCookie(desk.config).read(request.cookies)
  const session = token ? store.signIn.findSession(token) : undefined
  const isAlive = session !== undefined && store.signIn.isAlive(session, at)
  const who = isAlive ? store.people.who(session.personId, today) : undefined
  if (!session || !who) return sendToSignIn(desk, request, reply, session)
  if (isHalfway(desk, session, who)) return goTo(request, reply, '/sign-in/second-factor')
  if (!asksByItself) noteSeen(desk, session, request)
  if (!isAskedByHandler(policy) && !may[policy](who)) throw notAllowed()
  if (asksWhoItIs(route, request.body) && !store.signIn.isSure(session, at)) {
    const arrival = arrivalOf(desk, request, reply)
    const asked = await askAgain(arrival, { who, today, desk, request, session }, proof)
    if (asked === 'ended') return goTo(request, reply, '/sign-in')
    if (asked) return sendAgain(reply, asked)
  }
  const by = { personId: who.personId, at }
  const params = request.params as Record<string, string>
  const { body } = request
  const query = onlyStrings(request.query)
  const once = onceOf(store, request, at, `person ${who.personId}`)
  return handler({
    who,
    by,
    today,
    session,
    request,
    reply,
    once,
    body,
    params,
    query,
    desk,
    store,
  })
}

/** A full disk does not keep anyone from reading: when they were last here is all that is lost. */
const noteSeen = ({ store, at }: Desk, session: Session, { log }: FastifyRequest): void => {
  try {
    store.signIn.seen(session, at())
  } catch (error) {
    if (!isNoRoom(error)) throw error
    log.error({ fault: error.name }, error.message)
  }
}

/** What was typed is kept where a session ran out, and whoever signs in again finds it. */
const sendToSignIn = (
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session | undefined,
): FastifyReply => {
  const { store } = desk
  const isOpen = session !== undefined && session.endedAt === null
  const who = isOpen ? store.people.who(session.personId, desk.today()) : undefined
  const ranOut = isOpen && who !== undefined && !isHalfway(desk, session, who)
  if (ranOut && keepWords(store, request, who.personId, desk.at()))
    return goTo(request, reply, '/sign-in?kept=yes')
  // A page that holds what was typed must know if the session ran out, or if someone signed out and
  // it has to forget.
  return goTo(request, reply, ranOut && wantsPart(request) ? '/sign-in?ended=yes' : '/sign-in')
}

const isHalfway = ({ config, store }: Desk, session: Session, who: Who): boolean =>
  !config.demo &&
  session.secondFactorAt === null &&
  needsSecondFactor(who, store.people.isOnNamedList(who.personId))

const deskOf = (parts: Parts): Desk => {
  const { languages, config, now, accounts } = parts
  const passkeys = passkeysAt(config.publicUrl)
  const called = (code: string): Language => languages.find((each) => each.code === code)!
  return {
    ...parts,
    passkeys,
    waysIn: { withPasskey: passkeys.isThere, withAccount: accounts !== null },
    shownCodes: new Map(),
    shown: keepShown(now),
    renewed: keepShown<string>(now),
    isTooMuch: keepLimits(now),
    wrongNumbers: keepWrongNumbers(now),
    missingIn: (code) => missingFrom(called(code), languages[0]!),
    today: () => dayOf(now()),
    at: () => now().toISOString(),
  }
}

/** A repeated parameter counts once. */
const onlyStrings = (query: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query as Record<string, string | string[]>).map(([name, value]) => [
      name,
      Array.isArray(value) ? value[0]! : value,
    ]),
  )

/**
 * A whole page is sent on; a part must not draw a sign-in page inside a card, so htmx is told to
 * go.
 */
const goTo = (request: FastifyRequest, reply: FastifyReply, to: string): FastifyReply =>
  wantsPart(request)
    ? reply.header('hx-redirect', to).code(200).type('text/html').send('')
    : reply.redirect(to, 303)
