import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyServerFactory,
  type FastifyServerOptions,
} from 'fastify'
import { answerEarly } from './arriving/early.ts'
import { PATIENCE } from './arriving/patience.ts'
import { answerError } from './errors.ts'
import { PUBLIC_CSP, SAFE_HEADERS } from './page-cache.ts'
import { refuseOtherSites, requirePolicy } from './policy.ts'

/** Where the lines of the log go. */
export interface LogTo {
  write: (line: string) => void
}

/** What comes in by a form is small; a route for a larger file says so itself. */
export const FORM_BYTES = 256 * 1024

/**
 * Forms are read by zod, and pages are no JSON: what fastify would read schemas of its own with is
 * never brought in, which is two megabytes.
 */
const noSchemas = (): never => {
  throw new Error('a route here has no schema: its form is read by forms.ts')
}
const NO_SCHEMAS = { buildValidator: noSchemas, buildSerializer: noSchemas }

/** The server before anything stands behind it: its limits, its log, and what it refuses outright. */
export const openServer = (settings: {
  logLevel: string
  trustProxy: boolean
  publicUrl: string
  logTo?: LogTo
  logAs?: string
  /** True where processes of our own stand in front, which say whom they ask for. */
  behindReaders?: boolean
  serverFactory?: FastifyServerFactory
}): FastifyInstance => {
  const hops = Number(settings.trustProxy) + Number(settings.behindReaders ?? false)
  const app = fastify({
    ...(settings.serverFactory && { serverFactory: settings.serverFactory }),
    logger: logOf(settings),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: FORM_BYTES,
    ...PATIENCE,
    // One proxy in front, whose word on the address is taken; what a client says of itself is not.
    trustProxy: hops > 0 ? (_address: string, hop: number) => hop < hops : false,
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    schemaController: { compilersFactory: NO_SCHEMAS },
    frameworkErrors: (error, _request, reply) => {
      void answerBadAddress(error.statusCode, reply as FastifyReply)
    },
  })
  app.removeContentTypeParser(['application/json', 'text/plain'])
  requirePolicy(app)
  answerEarly(app)
  refuseOtherSites(app, settings.publicUrl)
  keepToHttps(app, settings.publicUrl)
  logRefusals(app)
  app.setErrorHandler(answerError)
  return app
}

/** A browser that came by https once asks in no other way for a year. */
const keepToHttps = (app: FastifyInstance, publicUrl: string): void => {
  if (!publicUrl.startsWith('https:')) return
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('strict-transport-security', 'max-age=31536000')
  })
}

/** Whoever looks after the machine sees who is turned away, by the kind of address alone. */
const logRefusals = (app: FastifyInstance): void => {
  app.addHook('onResponse', async ({ method, routeOptions, log }, { statusCode }) => {
    if (REFUSED.has(statusCode))
      log.warn({ refused: statusCode, method, route: routeOptions.url }, 'refused')
  })
}
const REFUSED = new Set([403, 429])

/** Ids and statuses, never an address or a word that somebody typed. */
const logOf = ({
  logLevel,
  logTo,
  logAs,
}: {
  logLevel: string
  logTo?: LogTo
  logAs?: string
}): NonNullable<FastifyServerOptions['logger']> => ({
  level: logLevel,
  serializers: {
    req: ({ method, id }) => ({ method, id }),
    res: ({ statusCode }) => ({ statusCode }),
  },
  ...(logAs && { formatters: { bindings: (own) => ({ ...own, partnership: logAs }) } }),
  ...(logTo && { stream: logTo }),
})

/** For an address that cannot even be read: no template is at hand that early. */
const BAD_ADDRESS =
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">' +
  '<title>This page is not here - Round Table</title></head>' +
  '<body><main><h1>This page is not here</h1>' +
  '<p>The address cannot be read. <a href="/">Go to the board</a></p></main></body></html>'

const answerBadAddress = (status: number | undefined, reply: FastifyReply): FastifyReply =>
  reply
    .code(status ?? 400)
    .headers({
      ...SAFE_HEADERS,
      'content-security-policy': PUBLIC_CSP,
      'content-type': 'text/html; charset=utf-8',
    })
    .send(BAD_ADDRESS)
