import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { wantsPart } from '../answer.ts'
import type { Address, Path } from '../to.ts'
import { onwardCookie } from './session.ts'

/** How long it is kept: a code takes up to ten minutes to arrive and to be typed. */
const GOOD_MS = 30 * 60_000
const LONGEST = 500
const HOME: Path = '/desk'
/** A page of the desk by its address alone: no host, no doubled stroke, no backslash, no file. */
const PAGE = /^\/desk(?:\/[\w~%-]+)+(?:\?[\w.~%&=+:,-]*)?$/

const ANYONE = 'anyone'

/** What keeps someone outside, so far as it matters here. */
type Outside =
  | { outside: 'halfway'; personId: number }
  | { outside: 'no session'; ranOut: { personId: number } | null }

export type Onward = ReturnType<typeof onwardAt>

/**
 * Where someone was going who had to sign in first. The browser keeps it under our seal, and what
 * comes back has to be a page of the desk all the same: nobody is sent to another host (R25). The
 * key lives in memory: after a restart everyone lands on their desk.
 */
export const onwardAt = (config: Address, now: () => Date) => {
  const key = randomBytes(32)
  const cookie = onwardCookie(config)
  const sealOf = (said: string): Buffer => createHmac('sha256', key).update(said).digest()
  return {
    /**
     * Only a page that somebody opened: no form, no picture in a page, no part of one (R21). From a
     * letter, or typed; between the steps of signing in; or by the person whose session ran out, and
     * then for them alone: on a laptop that is shared, the page that the last one left is no place
     * for the next to land on.
     */
    keep: (request: FastifyRequest, reply: FastifyReply, asks: Outside): void => {
      if (wantsPart(request) || !isOpened(request)) return
      const known = asks.outside === 'halfway' ? asks : asks.ranOut
      const isWithin = request.headers['sec-fetch-site'] === 'same-origin'
      if (isWithin && !known) return
      if (!isOurPage(request.url)) return forget(cookie, request, reply)
      const whose = isWithin && known ? known.personId : ANYONE
      const said = `${now().getTime()} ${whose} ${request.url}`
      cookie.set(reply, `${sealOf(said).toString('base64url')} ${said}`)
    },
    /** Where they go on to, once: the page they were going to, or the desk. */
    take: (request: FastifyRequest, reply: FastifyReply, personId?: number): Path => {
      const kept = cookie.read(request.cookies)
      forget(cookie, request, reply)
      const [seal = '', at = '', whose = '', path = ''] = (kept ?? '').split(' ')
      const isFresh = now().getTime() - Number(at) < GOOD_MS
      const isTheirs = whose === ANYONE || whose === String(personId)
      return isSame(seal, sealOf(`${at} ${whose} ${path}`)) &&
        isFresh &&
        isTheirs &&
        isOurPage(path)
        ? path
        : HOME
    },
  }
}

const forget = (
  cookie: ReturnType<typeof onwardCookie>,
  request: FastifyRequest,
  reply: FastifyReply,
): void => {
  if (cookie.read(request.cookies) !== undefined) cookie.clear(reply)
}

const isOpened = ({ method, headers }: FastifyRequest): boolean => {
  const dest = headers['sec-fetch-dest']
  if (dest !== undefined) return method === 'GET' && dest === 'document'
  return method === 'GET' && /text\/html|^\*\/\*$/.test(headers.accept ?? '*/*')
}

const isOurPage = (path: string): path is Path => path.length <= LONGEST && PAGE.test(path)

const isSame = (typed: string, seal: Buffer): boolean => {
  const given = Buffer.from(typed, 'base64url')
  return given.length === seal.length && timingSafeEqual(given, seal)
}
