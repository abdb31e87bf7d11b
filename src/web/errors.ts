import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { PUBLIC_CSP, SAFE_HEADERS } from './page-cache.ts'
import type { Path } from './to.ts'
import { view, type Unsaved } from './views/errors.ts'

/** Something a person asked for that cannot be: the status, and what to say about it. */
export class Problem extends Error {
  readonly statusCode: number
  readonly title: string
  constructor(statusCode: number, title: string, message: string) {
    super(message)
    this.statusCode = statusCode
    this.title = title
  }
}

/** What you may not know is not there (R11). */
export const notFound = (): Problem =>
  new Problem(404, 'This page is not here', 'The address may be wrong, or the page may have moved.')
export const notAllowed = (): Problem =>
  new Problem(
    403,
    'This is not yours to do',
    'Your role does not allow it. A coordinator at Mosaic can help.',
  )

/** Another program holds the record, and did not let go of it. */
export const busy = (isForm: boolean): Problem =>
  new Problem(
    BUSY,
    isForm ? 'This could not be saved just now' : 'Wait a minute',
    isForm
      ? 'Another program is writing. Nothing was saved. What you typed is still here: send it again in a minute.'
      : 'Another program is writing just now. Open the page again in a minute.',
  )
const BUSY = 503

const SAY: Record<number, [string, string]> = {
  400: ['This did not arrive whole', 'Nothing was saved. Go back and send it again.'],
  403: [
    'This was refused',
    'It came from another site, so nothing was saved. Open the page here and send it again.',
  ],
  413: [
    'This is too long',
    'Nothing was saved. Go back and make it shorter, or choose a smaller file.',
  ],
  415: ['This did not arrive whole', 'Nothing was saved. Go back and send the form again.'],
  507: [
    'There is no room to save this',
    'The disk of this server is full. Nothing was saved. What you typed is still here: tell whoever looks after the server, and send it again.',
  ],
  429: ['Too many tries', 'Wait a quarter of an hour, then try again.'],
}

/**
 * A form that names something that is not there: the record refused it, and nothing was written.
 */
const isBadReference = (error: Error): boolean =>
  [error, error.cause].some((each) =>
    String((each as { code?: string } | undefined)?.code ?? '').startsWith(
      'SQLITE_CONSTRAINT_FOREIGNKEY',
    ),
  )

/** A form with files whose end never came. The reader of such forms gives no code for it. */
const isCutShort = ({ message }: Error): boolean =>
  message.startsWith('Multipart: ') || message.endsWith('nexpected end of multipart data')

/** A whole page in answer to a part: htmx would draw it inside a card. */
export const AS_A_PAGE = { 'hx-retarget': 'body', 'hx-reswap': 'innerHTML' }

/**
 * Every error as a page in plain words, never with a stack trace. The log gets the id of the
 * request and the fault.
 */
export const answerError = (
  error: FastifyError | Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const status = statusOf(error)
  if (status >= 500) logFault(error, request)
  const [title, words] =
    error instanceof Problem ? [error.title, error.message] : (SAY[status] ?? BROKEN)
  if (!reply.hasHeader('content-security-policy'))
    reply.headers({ ...SAFE_HEADERS, 'content-security-policy': PUBLIC_CSP })
  reply.headers(AS_A_PAGE)
  const { name, data } = view('errors/problem', {
    title,
    words,
    status,
    unsaved: mayComeAgain(status, request) ? unsavedOf(request) : null,
  })
  return reply.code(status).header('cache-control', 'no-store').view(name, data)
}

/** Nothing was wrong with what was sent: it is kept on the page, to be sent again. */
const mayComeAgain = (status: number, { method }: FastifyRequest): boolean =>
  status === NO_ROOM || (status === BUSY && method === 'POST')

/** What the record says where its disk has no room. */
export const NO_ROOM = 507
export const isNoRoom = (error: unknown): error is Error =>
  (error as { statusCode?: unknown }).statusCode === NO_ROOM

const BROKEN: [string, string] = [
  'Something broke here',
  'It is our fault, not yours. If you were saving something, go back and look whether it is there.',
]

const statusOf = (error: FastifyError | Problem): number => {
  if (error instanceof Problem) return error.statusCode
  if (isBadReference(error) || isCutShort(error)) return 400
  const { statusCode: asked = 500 } = error
  if (asked in SAY) return asked
  return asked >= 400 && asked < 500 ? 400 : 500
}

const logFault = (error: Error, { log }: FastifyRequest): void =>
  log.error(
    {
      fault: error.name,
      stack: error.stack
        ?.split('\n')
        .slice(1, 6)
        .map((line) => line.trim()),
    },
    'failed',
  )

/** What came in a form, for the page that says that it could not be saved. */
export const unsavedOf = ({ url, body }: Pick<FastifyRequest, 'url' | 'body'>): Unsaved => ({
  to: url as Path,
  fields: Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((each) => typeof each === 'string')
      .map((text) => ({ name, text })),
  ),
})
