import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { gzipSync } from 'node:zlib'

/**
 * A rendered public page, kept with its compressed form so that a request costs a look-up and a
 * send.
 */
export interface Page {
  status: number
  html: Buffer
  gzip: Buffer
  plain: Headers
  zipped: Headers
}
type Headers = Record<string, string>

/** Some five hundred pages: as many again are drawn in a second. */
const MOST_BYTES = 16 * 1024 * 1024
/** What a kept page takes beside its bytes, so that many small ones are bounded as well. */
const EACH_BYTES = 2 * 1024

/**
 * Rendered pages by address, for one Board and one London day; the oldest go first when there are
 * too many.
 */
export const keepPages = (mostBytes = MOST_BYTES) => {
  let made = ''
  let bytes = 0
  const kept = new Map<string, Page>()
  const drop = (address: string): void => {
    const page = kept.get(address)
    if (page && kept.delete(address)) bytes -= weigh(address, page)
  }
  return {
    /** Forgets everything as soon as the Board or the day is another. */
    find: (edition: string, address: string): Page | undefined => {
      if (edition !== made) {
        kept.clear()
        bytes = 0
        made = edition
      }
      return kept.get(address)
    },
    /**
     * A page that was drawn while the Board or the day became another is sent and not kept: what
     * was withdrawn must not come back (R15).
     */
    keep: (edition: string, address: string, page: Page): Page => {
      if (edition !== made) return page
      drop(address)
      kept.set(address, page)
      bytes += weigh(address, page)
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break
        drop(oldest)
      }
      return page
    },
  }
}

const weigh = (address: string, page: Page): number =>
  EACH_BYTES + page.html.length + page.gzip.length + 2 * address.length

/** @param name of a file that a browser keeps rather than shows. */
export const makePage = (
  html: string,
  status: number,
  type = 'text/html; charset=utf-8',
  name?: string,
): Page => {
  const body = alone(Buffer.from(html))
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const headers = {
    ...PLAIN,
    'content-type': type,
    ...(name && { 'content-disposition': `attachment; filename="${name}"` }),
  }
  return {
    status,
    html: body,
    gzip: alone(gzipSync(body, { level: 9 })),
    plain: { ...headers, etag: `"${tag}"` },
    zipped: { ...headers, 'content-encoding': 'gzip', etag: `"${tag}-gz"` },
  }
}

/** Only these bytes: they are handed out as a piece of sixty-four kilobytes, all of which would be kept. */
const alone = ({ buffer, byteOffset, length }: Buffer): Buffer =>
  Buffer.from(buffer.slice(byteOffset, byteOffset + length))

/** A page that can be listened to: one small script of ours may run on it, and may ask nobody. */
export const letSpeak = (page: Page): Page => {
  const spoken = (headers: Headers): Headers => ({
    ...headers,
    'content-security-policy': `${PUBLIC_CSP}; script-src 'self'`,
  })
  return { ...page, plain: spoken(page.plain), zipped: spoken(page.zipped) }
}

/** A page that any other site may show in a frame: it takes nothing and leads nowhere by itself. */
export const openToFrames = (page: Page): Page => {
  const framed = ({ 'x-frame-options': _denied, ...headers }: Headers): Headers => ({
    ...headers,
    'content-security-policy': FRAMED_CSP,
    'cross-origin-resource-policy': 'cross-origin',
  })
  return { ...page, plain: framed(page.plain), zipped: framed(page.zipped) }
}

/**
 * R24 and R15: no cookie, a strong ETag, and half a minute in any cache, so that a withdrawal is
 * seen within sixty seconds.
 */
export const sendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
): FastifyReply => {
  const zipped = takesGzip(request)
  const headers = zipped ? page.zipped : page.plain
  reply.headers(headers).code(page.status)
  if (page.status === 200 && hasAlready(request, headers.etag!)) return reply.code(304).send()
  return reply.send(zipped ? page.gzip : page.html)
}

/**
 * A file of someone's making: kept by the browser as a file, and with nothing allowed in it if it
 * is opened after all. Its fingerprint is its tag.
 */
export const sendDownload = (
  request: FastifyRequest,
  reply: FastifyReply,
  { type, bytes, tag, name }: { type: string; bytes: Buffer; tag: string; name: string },
): FastifyReply => {
  const etag = `"${tag.slice(0, 32)}"`
  reply.headers({
    'cache-control': PLAIN['cache-control'],
    ...SAFE_HEADERS,
    'content-security-policy': DOWNLOAD_CSP,
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    etag,
  })
  if (hasAlready(request, etag)) return reply.code(304).send()
  reply.header('accept-ranges', 'bytes')
  const asked = request.headers['if-range'] ?? etag
  const range = asked === etag ? rangeIn(request.headers.range, bytes.length) : undefined
  if (range === undefined) return reply.send(bytes)
  const { from, to } = range
  if (from > to) return reply.code(416).header('content-range', `bytes */${bytes.length}`).send()
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    .send(bytes.subarray(from, to + 1))
}

/** One stretch of a file, as a player asks for it; the whole where more or something else is asked. */
const rangeIn = (
  asked: string | undefined,
  length: number,
): { from: number; to: number } | undefined => {
  const [, first, last] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(asked ?? '') ?? []
  if (first === undefined || (first === '' && !last)) return undefined
  if (first === '') return { from: Math.max(0, length - Number(last)), to: length - 1 }
  const to = last ? Math.min(Number(last), length - 1) : length - 1
  if (last && Number(last) < Number(first)) return undefined
  return { from: Number(first), to }
}

/** A picture of ours, which other sites show beside a link to us. */
export const sendPicture = (
  request: FastifyRequest,
  reply: FastifyReply,
  { bytes, tag }: { bytes: Buffer; tag: string },
): FastifyReply => {
  const etag = `"${tag.slice(0, 32)}"`
  reply.headers({
    'cache-control': PLAIN['cache-control'],
    ...SAFE_HEADERS,
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': DOWNLOAD_CSP,
    'content-type': 'image/png',
    etag,
  })
  return hasAlready(request, etag) ? reply.code(304).send() : reply.send(bytes)
}

/** If-None-Match: a list of tags, strong or weak, or a star for any. */
const hasAlready = ({ headers }: FastifyRequest, tag: string): boolean =>
  (headers['if-none-match'] ?? '')
    .split(',')
    .some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag)

/** `gzip;q=0` is a no. */
export const takesGzip = ({ headers }: FastifyRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(headers['accept-encoding'] ?? ''))

export const PUBLIC_CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export const FRAMED_CSP =
  "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *"

/** Nothing is allowed in a file that someone made. */
export const DOWNLOAD_CSP = "default-src 'none'; sandbox"

/** Headers that every answer carries, whichever door it comes through. */
export const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
}

const PLAIN = {
  'cache-control': 'public, max-age=30',
  vary: 'Accept-Encoding',
  'content-security-policy': PUBLIC_CSP,
  ...SAFE_HEADERS,
}
