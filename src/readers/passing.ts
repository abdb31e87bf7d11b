import {
  request,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import { isStillComing, isTooMuchToCome, letGo } from '../web/arriving/early.ts'
import { PUBLIC_CSP, SAFE_HEADERS } from '../web/page-cache.ts'
import type { Pass } from './readers-app.ts'

/** What is said of one line between two machines, and not of what is asked on it. */
const OF_THE_LINE = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
])

/**
 * Hands what is not a page to read to the server of the record, and its answer back as it comes.
 * Each is a line of its own within the machine: one that is kept could be closed just as a form is
 * sent on it.
 * @param socketPath where that server listens.
 * @param trustProxy whether what stands in front of us may say who asks.
 */
export const passTo =
  (socketPath: string, trustProxy: boolean): Pass =>
  (asked, answer) => {
    const on = request({
      socketPath,
      agent: false,
      method: asked.method!,
      path: asked.url!,
      headers: headersOf(asked, trustProxy),
    })
    on.once('response', (came) => bringBack(asked, answer, came))
    on.once('error', () => {
      asked.unpipe(on)
      if (answer.headersSent) answer.destroy()
      else sayBusy(answer)
    })
    // Who goes away is waited for no longer.
    answer.once('close', () => on.destroy())
    asked.pipe(on)
  }

/** What a browser says of itself on the way is not believed, unless there is a proxy that says it. */
const headersOf = (asked: IncomingMessage, trustProxy: boolean): OutgoingHttpHeaders => {
  const { headers } = asked
  const passed = Object.entries(headers).filter(
    ([name]) => !OF_THE_LINE.has(name) && (trustProxy || !isOnItsWay(name)),
  )
  const before = trustProxy ? headers['x-forwarded-for'] : undefined
  const address = asked.socket.remoteAddress ?? 'unknown'
  return {
    ...Object.fromEntries(passed),
    ...(headers['transfer-encoding'] !== undefined && { 'transfer-encoding': 'chunked' }),
    'x-forwarded-for': before === undefined ? address : `${String(before)}, ${address}`,
  }
}
const isOnItsWay = (name: string): boolean => name === 'forwarded' || name.startsWith('x-forwarded')

const bringBack = (asked: IncomingMessage, answer: ServerResponse, came: IncomingMessage): void => {
  if (isStillComing(asked)) {
    if (isTooMuchToCome(asked)) answer.setHeader('connection', 'close')
    answer.once('finish', () => letGo(asked))
  }
  for (const [name, value] of Object.entries(came.headersDistinct))
    if (!OF_THE_LINE.has(name)) answer.setHeader(name, value!.length === 1 ? value![0]! : value!)
  answer.writeHead(came.statusCode!)
  came.pipe(answer)
  came.once('error', () => answer.destroy())
}

const BUSY =
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Wait a minute - Round Table</title></head>' +
  '<body><main><h1>Wait a minute</h1><p>This cannot be answered just now. If you were saving something, ' +
  'go back and look whether it is there. Then try again.</p></main></body></html>'

/** The server of the record is starting, or stopping. */
const sayBusy = (answer: ServerResponse): void => {
  answer
    .writeHead(503, {
      ...SAFE_HEADERS,
      'content-security-policy': PUBLIC_CSP,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '10',
    })
    .end(BUSY)
}
