import type { IncomingMessage, ServerResponse } from 'node:http'
import { PUBLIC_CSP, SAFE_HEADERS } from '../web/page-cache.ts'

/** What is said where no partnership answers. None of it tells which there are. */
const SAY = {
  unknown: [421, 'There is no site at this address', 'Check the address that you were given.'],
  stopped: [
    503,
    'This site cannot be opened just now',
    'Whoever looks after it can see why. Please try again later.',
  ],
  closed: [503, 'This site is closed for now', 'Please try again later.'],
} as const satisfies Record<string, [number, string, string]>

/** A plain page, before any template is at hand. */
export const sayInstead = (
  request: IncomingMessage,
  response: ServerResponse,
  which: keyof typeof SAY,
): void => {
  const [status, title, words] = SAY[which]
  send(request, response, status, 'text/html; charset=utf-8', pageOf(title, words))
}

/** How one is, or all of them together, for whatever watches the machine. */
export const sayHealth = (
  request: IncomingMessage,
  response: ServerResponse,
  status: 'ok' | 'full' | 'down' | 'closed',
): void => {
  send(
    request,
    response,
    status === 'ok' ? 200 : 503,
    'application/json; charset=utf-8',
    JSON.stringify({ status }),
  )
}

const pageOf = (title: string, words: string): string =>
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width, initial-scale=1">' +
  `<title>${title} - Round Table</title></head>` +
  `<body><main><h1>${title}</h1><p>${words}</p></main></body></html>`

const send = (
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
): void => {
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0
  response.writeHead(status, {
    ...SAFE_HEADERS,
    'content-security-policy': PUBLIC_CSP,
    'cache-control': 'no-store',
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...(status === 503 && { 'retry-after': '60' }),
    // Nobody reads what was sent with it.
    ...(hasBody && { connection: 'close' }),
  })
  response.end(method === 'HEAD' ? undefined : body)
}
