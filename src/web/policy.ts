import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from './errors.ts'

/**
 * Who a route is for. `public` and `signing-in` are open; `link` is for who holds a link from a
 * letter, which its door asks; `matter` means that the handler asks about the record it found; the
 * rest name a line of `domain/may.ts` that the door asks before the handler runs.
 */
export type Policy =
  | 'public'
  | 'link'
  | 'signing-in'
  | 'matter'
  | 'read'
  | 'write'
  | 'draft'
  | 'publish'
  | 'keep'
  | 'readJournal'
  | 'readMessages'
  | 'comment'
  | 'park'
  | 'own'

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy
    /** A form whose words are kept when its session runs out (R25). */
    keepsWords?: true | readonly string[]
    /** ... and how much of them, where it is a large form. */
    keptBytes?: number
    fromAnywhere?: true
  }
}

/** A policy that no line of `may.ts` answers by itself: open, asked by its own door, or by the handler. */
export const isAskedByHandler = (
  policy: Policy,
): policy is 'public' | 'link' | 'signing-in' | 'matter' =>
  policy === 'matter' || policy === 'public' || policy === 'signing-in' || policy === 'link'

/** A route that declares no policy stops the app from starting. */
export const requirePolicy = (app: FastifyInstance): void => {
  app.addHook('onRoute', (route) => {
    if (!route.config?.policy)
      throw new Error(`The route ${String(route.method)} ${route.url} declares no policy.`)
  })
}

/**
 * A form of ours comes from a page of ours: checked by `Sec-Fetch-Site`, else by `Origin`, and
 * refused without either.
 * @param publicUrl where the site is. Without https it is someone's own machine, which has several names.
 */
export const refuseOtherSites = (app: FastifyInstance, publicUrl: string): void => {
  const home = new URL(publicUrl)
  const isHome = (origin: URL, host: string): boolean =>
    home.protocol === 'https:' ? origin.origin === home.origin : origin.host === host
  app.addHook('onRequest', async (request) => {
    if (
      ['GET', 'HEAD', 'OPTIONS'].includes(request.method) ||
      isOurs(request, isHome) ||
      request.routeOptions.config.fromAnywhere
    )
      return
    throw new Problem(
      403,
      'This was refused',
      'It came from another site, so nothing was saved. Open the page here and send it again.',
    )
  })
}

const isOurs = (
  { headers, host }: FastifyRequest,
  isHome: (origin: URL, host: string) => boolean,
): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = headers
  return typeof origin === 'string' && URL.canParse(origin) && isHome(new URL(origin), host)
}
