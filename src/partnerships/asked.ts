import type { IncomingHttpHeaders } from 'node:http'

/**
 * Which host is asked for, out of those that are here. The name that the request was sent to counts;
 * only where that is none of them (a proxy that calls us by another name) does what a trusted proxy
 * says. Where the two name different hosts nobody is meant: a cache in front keeps what it is given
 * under the first name.
 */
export const hostAsked = (
  headers: IncomingHttpHeaders,
  isHere: (host: string) => boolean,
  trustProxy: boolean,
): string | undefined => {
  const direct = nameIn(headers.host)
  const passedOn = trustProxy ? nameIn(lastOf(headers['x-forwarded-host'])) : undefined
  if (direct === undefined || !isHere(direct))
    return passedOn !== undefined && isHere(passedOn) ? passedOn : undefined
  return passedOn === undefined || passedOn === direct ? direct : undefined
}

/** What the nearest proxy added stands last. */
const lastOf = (header: string | string[] | undefined): string | undefined =>
  [header].flat().at(-1)?.split(',').at(-1)?.trim()

/** A name without its port, in small letters. */
const nameIn = (header: string | undefined): string | undefined =>
  header?.toLowerCase().replace(/:\d{1,5}$/, '')

/** What a folder has to be called for a partnership to be in it: `backups` is none. */
export const isHostName = (name: string): boolean =>
  name.length <= 253 &&
  /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/.test(name)
