import type { Socket } from 'node:net'
import type { FastifyHttpOptions, RawServerDefault } from 'fastify'
import { PUBLIC_CSP, SAFE_HEADERS } from '../page-cache.ts'

/**
 * How long anyone is waited for, in milliseconds: for the head of what they send, for all of it
 * (three photos over a poor line), and for the next thing on a line that is kept open. Who is too
 * slow is looked for every other second, so that none of this is stretched.
 */
const HEAD_MS = 10_000
const WHOLE_MS = 60_000
const NEXT_MS = 10_000
const LOOK_MS = 2000

/** The waiting of the server itself, from the first byte on, before anything of ours is asked. */
export const PATIENCE = {
  requestTimeout: WHOLE_MS,
  keepAliveTimeout: NEXT_MS,
  http: { headersTimeout: HEAD_MS, connectionsCheckingInterval: LOOK_MS },
  clientErrorHandler: (error, socket) => answerBroken(error, socket),
} as const satisfies FastifyHttpOptions<RawServerDefault>

const SAY: Record<number, [string, string]> = {
  400: ['Bad Request', 'This did not arrive whole. Nothing was saved. Go back and send it again.'],
  408: [
    'Request Timeout',
    'This took too long to arrive. Nothing was saved. Try again, where the signal is better.',
  ],
  431: [
    'Request Header Fields Too Large',
    'Your browser sent too much at once. Remove the cookies of this site, and try again.',
  ],
}
const STATUS: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

/** For what never became a request: half of one, or one that came too slowly (R23). */
const answerBroken = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const status = STATUS[error.code ?? ''] ?? 400
  const [called, words] = SAY[status]!
  const page =
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">' +
    `<title>This did not arrive - Round Table</title></head>` +
    `<body><main><h1>This did not arrive</h1><p>${words}</p></main></body></html>`
  const heads = {
    ...SAFE_HEADERS,
    'content-security-policy': PUBLIC_CSP,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    'cache-control': 'no-store',
    connection: 'close',
  }
  const lines = Object.entries(heads).map(([name, value]) => `${name}: ${value}\r\n`)
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${called}\r\n${lines.join('')}\r\n${page}`)
  socket.destroySoon()
}
