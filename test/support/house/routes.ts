import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Policy } from '../../../src/web/policy.ts'

/** Every route that is declared while this app is made, whichever door declares it. */
export const routesOf = async <T>(
  make: () => Promise<T>,
): Promise<{ made: T; routes: { method: string; url: string; policy: Policy | undefined }[] }> => {
  const routes: { method: string; url: string; policy: Policy | undefined }[] = []
  const listen = (message: unknown): void => {
    ;(message as { fastify: FastifyInstance }).fastify.addHook(
      'onRoute',
      ({ method, url, config }: RouteOptions) => {
        for (const each of [method].flat())
          routes.push({ method: each, url, policy: config?.policy })
      },
    )
  }
  subscribe('fastify.initialization', listen)
  try {
    return { made: await make(), routes }
  } finally {
    unsubscribe('fastify.initialization', listen)
  }
}
