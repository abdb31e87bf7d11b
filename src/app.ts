import { fileURLToPath } from 'node:url'
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyView from '@fastify/view'
import { Eta } from 'eta'
import fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify'
import type { Config } from './config.ts'
import { couldNot, isLate } from './domain/publishing/board.ts'
import { dayOf } from './domain/day.ts'
import type { Letter } from './mail/letters.ts'
import type { Post } from './mail/post.ts'
import { openPostman } from './mail/postman.ts'
import type { Follower } from './store/residents/followers.ts'
import type { LetterRow } from './store/letters.ts'
import type { Store } from './store/store.ts'
import { serveAssets } from './web/files/assets.ts'
import { boardDoor } from './web/board/door.ts'
import { confirmLetter, newsLetter } from './web/board/residents/letters.ts'
import { boardRoutes } from './web/board/routes.ts'
import { batonLetterWriter, invitationLetterWriter } from './work/letters/baton.ts'
import { keepClock, mayGoNow } from './work/reminders.ts'
import { deskDoor } from './web/desk/door.ts'
import { letterWriter } from './work/letters/minutes.ts'
import { ownerLetterWriter } from './work/letters/owners.ts'
import { deskRoutes } from './web/desk/routes.ts'
import { readCriteria } from './web/words/criteria.ts'
import { answerError, Problem } from './web/errors.ts'
import { speak } from './web/words/languages.ts'
import { markup, write } from './web/markup.ts'
import { optionsOf } from './web/options.ts'
import { PUBLIC_CSP, SAFE_HEADERS } from './web/page-cache.ts'
import { readLanguages } from './web/words/read-languages.ts'
import { refuseOtherSites, requirePolicy } from './web/policy.ts'
import { calendarRoutes } from './web/report/people/calendar.ts'
import { reportDoor } from './web/report/door.ts'
import { reportRoutes } from './web/report/actions/report.ts'
import { say } from './domain/say.ts'
import { to } from './web/to.ts'
import { workAccountsAt } from './web/sign-in/work-accounts.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** How long text is kept that nobody sent and nobody came back for: a quarter. */
const UNSENT_KEPT_MS = 92 * 24 * 3_600_000

/** For an address that cannot even be read: no template is at hand that early. */
const BAD_ADDRESS =
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>This page is not here - Round Table</title></head><body><main><h1>This page is not here</h1><p>The address cannot be read. <a href="/">Go to the board</a></p></main></body></html>'

/** A number to call, as a link. */
const call = (number: string) => markup`<a dir="ltr" href="${to.tel(number)}"><b>${number}</b></a>`

export interface Parts {
  store: Store
  post: Post
  now: () => Date
  config: Config
  logTo?: NodeJS.WritableStream
}

/** Puts the house together: what every door shares, then each door with what it is handed. */
export const buildApp = async ({
  store,
  post,
  now,
  config,
  logTo,
}: Parts): Promise<FastifyInstance> => {
  const app = fastify({
    logger: {
      level: config.logLevel,
      serializers: {
        req: ({ method, id }) => ({ method, id }),
        res: ({ statusCode }) => ({ statusCode }),
      },
      ...(logTo && { stream: logTo }),
    },
    bodyLimit: 256 * 1024,
    requestTimeout: 15_000,
    // One proxy in front, whose word on the address is taken; what a client says of itself is not.
    trustProxy: config.trustProxy ? (_address: string, hop: number) => hop < 1 : false,
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: true },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: (error, _request, reply) => {
      void (reply as FastifyReply)
        .code(error.statusCode ?? 400)
        .headers({
          ...SAFE_HEADERS,
          'content-security-policy': PUBLIC_CSP,
          'content-type': 'text/html; charset=utf-8',
        })
        .send(BAD_ADDRESS)
    },
  })
  app.removeContentTypeParser(['application/json', 'text/plain'])
  requirePolicy(app)
  refuseOtherSites(app)
  app.setErrorHandler(answerError)

  const languages = readLanguages(fromRoot('views/words'))
  const assets = serveAssets(app, fromRoot('static'))
  await app.register(fastifyFormbody, { bodyLimit: 256 * 1024 })
  await app.register(fastifyView, {
    engine: { eta: new Eta({ views: fromRoot('views'), cache: true, escapeFunction: write }) },
    root: fromRoot('views'),
    viewExt: 'eta',
    production: true,
    defaultContext: {
      say,
      to,
      t: speak(languages[0]!, languages[0]!),
      call,
      optionsOf,
      isLate,
      couldNot,
      asset: assets.at,
      sample: config.demo,
    },
  })
  await app.register(fastifyCookie)
  await app.register(fastifyRateLimit, {
    global: false,
    errorResponseBuilder: () =>
      new Problem(
        429,
        'Too many tries',
        'Wait a quarter of an hour, then try again. Nobody else is held up.',
      ),
  })

  app.get('/healthz', { config: { policy: 'public' } }, async (_request, reply) => {
    reply.headers({
      ...SAFE_HEADERS,
      'content-security-policy': PUBLIC_CSP,
      'cache-control': 'no-store',
    })
    return store.published.answers() ? { status: 'ok' } : reply.code(503).send({ status: 'down' })
  })
  const toFollower = (
    row: LetterRow,
    write: (follower: Follower) => Letter | undefined,
  ): Letter | undefined => {
    const follower = store.followers.find(row.followerId!)
    return follower && follower.endedAt === null ? write(follower) : undefined
  }
  /** What a letter says is made when it goes, by the room that knows. */
  const writers: Record<LetterRow['kind'], (row: LetterRow) => Letter | undefined> = {
    minutes: letterWriter(store, config.publicUrl, () => dayOf(now())),
    actions: ownerLetterWriter(store, config.publicUrl, now),
    baton: batonLetterWriter(store, config.publicUrl, now),
    invitation: invitationLetterWriter(store, config.publicUrl, now),
    follow: (row) =>
      toFollower(row, (follower) =>
        confirmLetter(store.published.board(), languages, follower, config.publicUrl),
      ),
    news: (row) =>
      toFollower(row, (follower) =>
        newsLetter(
          store.published.board(),
          languages,
          follower,
          {
            since: store.followers.newsSince(follower, row.id),
            heldOn: store.roundTables.findById(row.roundTableId!)!.heldOn,
          },
          config.publicUrl,
        ),
      ),
  }
  const postman = openPostman({
    box: {
      ...store.letters,
      due: (at) => store.letters.due(at).filter((row) => mayGoNow(store, row, new Date(at))),
    },
    write: (row) => writers[row.kind](row),
    post,
    now,
  })
  const postLetters = () => {
    void postman.run()
  }
  const board = boardDoor(app, {
    board: store.published.board,
    fileOf: store.published.file,
    inbox: store.inbox,
    now,
    languages,
    publicUrl: config.publicUrl,
    postLetters,
    rooms: boardRoutes(readCriteria(fromRoot('docs/accessibility.md'))),
  })
  await app.register(reportDoor, {
    store,
    now,
    publicUrl: config.publicUrl,
    postLetters,
    rooms: [reportRoutes, calendarRoutes],
  })
  await app.register(deskDoor, {
    store,
    post,
    now,
    config,
    languages,
    postLetters,
    accounts: config.accounts && workAccountsAt(config.accounts, config.publicUrl),
    routes: deskRoutes,
  })
  const clock = keepClock({
    store,
    now,
    postLetters,
    fault: (error) => {
      app.log.error({ fault: (error as Error).name }, 'the clock failed')
    },
  })
  app.addHook('onClose', () => {
    clock.stop()
    return postman.stop()
  })
  app.addHook('onReady', async () => {
    store.inbox.lapse(now().toISOString())
    store.typedLines.dropOlder(new Date(now().getTime() - UNSENT_KEPT_MS).toISOString())
    clock.run()
  })

  app.setNotFoundHandler(board.missing)
  await app.ready()
  return app
}
