import type { FastifyInstance } from 'fastify'
import type { Health } from '../store/settings/health.ts'
import { PUBLIC_CSP, SAFE_HEADERS } from './page-cache.ts'

/**
 * `/healthz`, for whatever watches the machine: 200 while the record answers and can be written in,
 * 503 and `full` where its disk has no room, 503 and `down` where it does not answer.
 */
export const serveHealth = (app: FastifyInstance, health: () => Health): void => {
  app.get('/healthz', { config: { policy: 'public' } }, async (request, reply) => {
    reply.headers({
      ...SAFE_HEADERS,
      'content-security-policy': PUBLIC_CSP,
      'cache-control': 'no-store',
    })
    let status: Health | 'down'
    try {
      status = health()
    } catch (error) {
      request.log.error({ fault: String((error as { code?: unknown }).code) }, 'the record is down')
      status = 'down'
    }
    return reply.code(status === 'ok' ? 200 : 503).send({ status })
  })
}
