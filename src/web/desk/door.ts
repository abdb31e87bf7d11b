import fastifyMultipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../domain/day.ts'
import { may } from '../../domain/may.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Post } from '../../mail/post.ts'
import type { Store } from '../../store/store.ts'
import { wantsPart } from '../answer.ts'
import { notAllowed } from '../errors.ts'
import { PHOTO_OPTIONS } from '../files/photos/sent.ts'
import { onlyStrings } from '../forms.ts'
import type { IsTooMuch } from '../limits.ts'
import { takeFormKeys } from '../arriving/form-key.ts'
import { keepShown, onceOf } from '../once.ts'
import { SAFE_HEADERS } from '../page-cache.ts'
import { isAskedByHandler } from '../policy.ts'
import { onwardAt } from '../sign-in/onward.ts'
import { passkeysAt } from '../sign-in/passkeys.ts'
import { sessionCookie } from '../sign-in/session.ts'
import type { WorkAccounts } from '../sign-in/work-accounts.ts'
import type { WrongNumbers } from '../sign-in/wrong-numbers.ts'
import type { Address } from '../to.ts'
import { missingFrom, type Language } from '../words/languages.ts'
import type { Backups } from '../../work/backups/keeper.ts'
import type { Arrival, ArrivalRoute } from './arrival.ts'
import { askAgain, askOnArrival, asksWhoItIs, sendAgain, takeProof } from './again.ts'
import { keepWords, wordsKept } from './keep-words.ts'
import type { Route } from './route.ts'
import type { Desk, LettersToLookAt, Visit } from './visit.ts'
import { noteSeen, whoAsks, type WhoAsks } from './who-asks.ts'

interface Parts {
  store: Store
  post: Post
  now: () => Date
  config: Address & { demo: boolean; smtpUrl: string | null; replyTo?: string | null }
  languages: readonly Language[]
  postLetters: () => void
  letters: LettersToLookAt
  backups: Backups | null
  dropLettersTo: (address: string) => void
  accounts: WorkAccounts | null
  isTooMuch: IsTooMuch
  wrongNumbers: WrongNumbers
  askTable?: Desk['askTable']
  routes: readonly (Route | ArrivalRoute)[]
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

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
  if (route.isThere?.(desk) === false) return
  const { method, path, policy, fileBytes, formBytes, photos } = route
  const keepsWords = wordsKept(route)
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
      ...(method === 'post' && { onRequest: askFirst(desk, route) }),
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
    async (request, reply) => {
      const proof = takeProof(request, route)
      const arrival = arrivalOf(desk, request, reply)
      const asked = route.asksWho ? await askOnArrival(arrival, proof) : null
      if (asked === 'ended') return goTo(request, reply, '/sign-in')
      return asked ? sendAgain(reply, asked) : handler(arrival)
    },
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

/**
 * Before anything of a form is read: who asks, and may they? A stranger's file is never taken in.
 * The words of a session that ran out are read first, and kept (R25).
 */
const askFirst =
  (desk: Desk, route: Route) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const asks = whoAsks(desk, request)
    if ('who' in asks) {
      askPolicy(route, asks.who)
      route.first?.(visitOf(desk, request, reply, asks))
      return undefined
    }
    const hasWords = route.keepsWords || route.fileBytes === undefined
    if (hasWords && 'ranOut' in asks && asks.ranOut && asks.isRecent) return undefined
    return sendOut(desk, request, reply, asks)
  }

const askPolicy = ({ policy }: Route, who: Who): void => {
  if (!isAskedByHandler(policy) && !may[policy](who)) throw notAllowed()
}

/** Who asks, by their session; then the policy of the route; then its handler. */
const letIn = async (
  desk: Desk,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { store } = desk
  const proof = takeProof(request, route)
  const asks = whoAsks(desk, request)
  if (!('who' in asks)) return sendOut(desk, request, reply, asks)
  const { who, session } = asks
  if (!route.asksByItself) noteSeen(desk, session, request)
  askPolicy(route, who)
  const visit = visitOf(desk, request, reply, asks)
  if (asksWhoItIs(route, request.body) && !store.signIn.isSure(session, visit.by.at)) {
    const asked = await askAgain(
      arrivalOf(desk, request, reply),
      { ...visit, takes: route.asksWho === 'taking' },
      proof,
    )
    if (asked === 'ended') return goTo(request, reply, '/sign-in')
    if (asked) return sendAgain(reply, asked)
  }
  return route.handler(visit)
}

const visitOf = (
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  { who, session }: Extract<WhoAsks, { who: Who }>,
): Visit => {
  const at = desk.at()
  return {
    who,
    by: { personId: who.personId, at },
    today: dayOf(at),
    session,
    request,
    reply,
    once: onceOf(desk.store, request, at, `person ${who.personId}`),
    body: request.body,
    params: request.params as Record<string, string>,
    query: onlyStrings(request.query),
    desk,
    store: desk.store,
  }
}

/** What was typed is kept where a session ran out, and whoever signs in again finds it. */
const sendOut = (
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  asks: Exclude<WhoAsks, { who: Who }>,
): FastifyReply => {
  desk.onward.keep(request, reply, asks)
  if (asks.outside === 'halfway') return goTo(request, reply, '/sign-in/second-factor')
  const { ranOut, isRecent } = asks
  if (ranOut && isRecent && keepWords(desk.store, request, ranOut.personId, desk.at()))
    return goTo(request, reply, '/sign-in?kept=yes')
  // A page that holds what was typed must know if the session ran out, or if someone signed out and
  // it has to forget.
  return goTo(request, reply, ranOut && wantsPart(request) ? '/sign-in?ended=yes' : '/sign-in')
}

const deskOf = (parts: Parts): Desk => {
  const { languages, config, now, accounts } = parts
  const passkeys = passkeysAt(config.publicUrl)
  const called = (code: string): Language => languages.find((each) => each.code === code)!
  return {
    ...parts,
    passkeys,
    waysIn: { withPasskey: passkeys.isThere, withAccount: accounts !== null },
    onward: onwardAt(config, now),
    shownCodes: new Map(),
    shown: keepShown(now),
    renewed: keepShown<string>(now),
    missingIn: (code) => missingFrom(called(code), languages[0]!),
    today: () => dayOf(now()),
    at: () => now().toISOString(),
  }
}

/**
 * A whole page is sent on; a part must not draw a sign-in page inside a card, so htmx is told to
 * go.
 */
const goTo = (request: FastifyRequest, reply: FastifyReply, to: string): FastifyReply =>
  wantsPart(request)
    ? reply.header('hx-redirect', to).code(200).type('text/html').send('')
    : reply.redirect(to, 303)
