import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf, type Day } from '../../domain/day.ts'
import type { Refusal } from '../../domain/decision.ts'
import { may } from '../../domain/may.ts'
import { needsSecondFactor, type Who } from '../../domain/people/person.ts'
import type { Post } from '../../mail/post.ts'
import type { Session } from '../../store/people/sign-in.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'
import { wantsPart } from '../answer.ts'
import { notAllowed } from '../errors.ts'
import { typedIn } from '../forms.ts'
import { missingFrom, type Language } from '../words/languages.ts'
import { SAFE_HEADERS } from '../page-cache.ts'
import { passkeysAt, type Passkeys } from '../sign-in/passkeys.ts'
import type { Policy } from '../policy.ts'
import { sessionCookie } from '../sign-in/session.ts'
import type { Address } from '../to.ts'
import type { WorkAccounts } from '../sign-in/work-accounts.ts'
import type { DeskFrame } from '../views/desk/frame.ts'

/** Someone who has come in, and what they brought. */
export interface Visit {
  who: Who
  by: By
  today: Day
  session: Session
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
  request: FastifyRequest
  reply: FastifyReply
}
export type Handler = (visit: Visit) => FastifyReply | Promise<FastifyReply>

/** What the rooms of the desk are handed. */
export interface Desk {
  app: FastifyInstance
  store: Store
  post: Post
  config: Address & { demo: boolean }
  now: () => Date
  today: () => Day
  at: () => string
  /**
   * Every language the board is read in, English first, and how many words of the page one of them
   * lacks.
   */
  languages: readonly Language[]
  missingIn: (code: string) => number
  passkeys: Passkeys
  /** Where work accounts live, if the settings name it. */
  accounts: WorkAccounts | null
  /** The ways in beside the code, for the page that offers them. */
  waysIn: { withPasskey: boolean; withAccount: boolean }
  /** Sends the postman round, once what was changed is on disk. */
  postLetters: () => void
  get: (path: string, policy: Policy, handler: Handler) => void
  /** A page that asks by itself, so that a lid left open does not keep a session alive (R25). */
  poll: (path: string, policy: Policy, handler: Handler) => void
  /**
   * @param more.fileBytes the largest file that a form with one may bring; what a form brings is
   * small everywhere else.
   */
  change: (path: string, policy: Policy, handler: Handler, more?: { fileBytes: number }) => void
  frame: (
    visit: Pick<Visit, 'today'> & { who: Who | null },
    title: string,
    active: string,
    failed?: { form: string; errors: Refusal[]; body: unknown },
  ) => DeskFrame
}

/** Forms whose words are kept when a session runs out, and how much of them. */
const KEEPS_WORDS =
  /^\/desk\/(bringing-in(\/rows)?|concerns(\/\d+\/(wordings|splitting|actions|quotes))?|actions\/\d+\/(updates|terms|reopening)|entries\/\d+\/(drafts|comments)|seats\/\d+\/baton(\/declining)?|messages\/\d+\/(concerns|answer)|mine|events(\/\d+\/(terms|findings|options))?|leaflets(\/\d+\/(terms|handings))?|programmes(\/\d+\/(terms|phases|points|points\/\d+\/(sights|steps)))?|round-tables\/[\w-]+\/(lines|topics|priorities|concerns|corrections|actions|concerns\/\d+\/actions|actions\/\d+\/updates))$/
/** The quick line as it is typed: it goes where it is kept while the session lives. */
const IS_TYPING = /\/reading$/
const KEPT_FORMS = 5
const KEPT_BYTES = 20_000

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * The door for people who sign in: nothing is cached, and no one is let in without a session, a
 * role and (where needed) a second factor.
 */
export const deskDoor = async (
  app: FastifyInstance,
  parts: {
    store: Store
    post: Post
    now: () => Date
    config: Address & { demo: boolean }
    languages: readonly Language[]
    postLetters: () => void
    accounts: WorkAccounts | null
    rooms: ((desk: Desk) => void)[]
  },
): Promise<void> => {
  const { store, post, config, now, rooms, postLetters, languages, accounts } = parts
  const passkeys = passkeysAt(config.publicUrl)
  const cookie = sessionCookie(config)
  app.addHook('onRequest', async (_request, reply) => {
    reply
      .headers(SAFE_HEADERS)
      .header('content-security-policy', CSP)
      .header('cache-control', 'no-store')
  })

  const letIn =
    (handler: Handler, policy: Policy, counts = true) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const at = now().toISOString()
      const token = cookie.read(request.cookies)
      const session = token ? store.door.findSession(token) : undefined
      const today = dayOf(at)
      const who =
        session && store.door.isAlive(session, at)
          ? store.people.who(session.personId, today)
          : undefined
      if (!session || !who) return sendToSignIn(request, reply, session, at)
      if (isHalfway(session, who)) return goTo(request, reply, '/sign-in/second-factor')
      if (counts) store.door.seen(session, at)
      if (
        policy !== 'matter' &&
        policy !== 'public' &&
        policy !== 'signing-in' &&
        policy !== 'link' &&
        !may[policy](who)
      )
        throw notAllowed()
      return handler({
        who,
        by: { personId: who.personId, at },
        today,
        session,
        request,
        reply,
        body: request.body,
        params: request.params as Record<string, string>,
        query: onlyStrings(request.query),
      })
    }

  const sendToSignIn = (
    request: FastifyRequest,
    reply: FastifyReply,
    session: Session | undefined,
    at: string,
  ): FastifyReply => {
    const who =
      session && session.endedAt === null
        ? store.people.who(session.personId, dayOf(at))
        : undefined
    const ranOut = session !== undefined && who !== undefined && !isHalfway(session, who)
    const keeps = ranOut && keepTyped(request, who.personId, at)
    // A page that holds what was typed must know if the session ran out, or if someone signed out
    // and it has to forget.
    return goTo(
      request,
      reply,
      keeps
        ? '/sign-in?kept=yes'
        : ranOut && wantsPart(request)
          ? '/sign-in?ended=yes'
          : '/sign-in',
    )
  }

  const isHalfway = (session: Session, who: Who): boolean =>
    !config.demo &&
    session.secondFactorAt === null &&
    needsSecondFactor(who, store.people.isOnNamedList(who.personId))

  /**
   * R25: what was typed survives the end of a session, for that person alone. Words are kept,
   * decisions are not: who may know, who signs in and what is published is never sent again from an
   * old form. Only a session that was whole and ran out keeps anything.
   */
  const keepTyped = (request: FastifyRequest, personId: number, at: string): boolean => {
    const typed = typedIn(request.body)
    const path = request.url.split('?')[0]!
    if (
      request.method === 'POST' &&
      IS_TYPING.test(path) &&
      typeof typed.text === 'string' &&
      typed.text.length <= KEPT_BYTES
    ) {
      store.lines.keep(
        personId,
        path.replace(IS_TYPING, ''),
        'quick',
        { text: typed.text, key: typed.key },
        at,
      )
      return true
    }
    if (
      typed.key !== undefined &&
      store.people.keptForms(personId).some((each) => each.fields.key === typed.key)
    )
      return true
    const small =
      JSON.stringify(typed).length <= KEPT_BYTES &&
      store.people.keptForms(personId).length < KEPT_FORMS
    if (
      request.method !== 'POST' ||
      Object.keys(typed).length === 0 ||
      !KEEPS_WORDS.test(path) ||
      !small
    )
      return false
    store.people.keepForm(personId, path, typed, at)
    return true
  }

  const desk: Desk = {
    app,
    store,
    post,
    config,
    now,
    languages,
    postLetters,
    passkeys,
    accounts,
    waysIn: { withPasskey: passkeys.isThere, withAccount: accounts !== null },
    missingIn: (code) =>
      missingFrom(
        languages.find((each) => each.code === code)!,
        languages[0]!,
      ),
    today: () => dayOf(now()),
    at: () => now().toISOString(),
    get: (path, policy, handler) => {
      app.get(path, { config: { policy } }, letIn(handler, policy))
    },
    poll: (path, policy, handler) => {
      app.get(path, { config: { policy } }, letIn(handler, policy, false))
    },
    change: (path, policy, handler, more) => {
      app.post(
        path,
        {
          config: {
            policy,
            ...(more && { multipartOptions: { limits: { fileSize: more.fileBytes } } }),
          },
        },
        letIn(handler, policy),
      )
    },
    frame: ({ who, today }, title, active, failed) => ({
      title,
      active,
      who,
      today,
      demo: config.demo,
      form: failed?.form ?? '',
      errors: failed?.errors ?? [],
      typed: failed ? typedIn(failed.body) : {},
      kept: {},
    }),
  }
  for (const room of rooms) room(desk)
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
