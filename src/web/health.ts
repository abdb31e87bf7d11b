import type { FastifyInstance } from 'fastify'
import { PUBLIC_CSP, SAFE_HEADERS } from './page-cache.ts'

/** `/healthz`, for whatever watches the machine: whether the record answers. */
export const serveHealth = (app: FastifyInstance, answers: () => boolean): void => {
  app.get('/healthz', { config: { policy: 'public' } }, async (_request, reply) => {
    reply.headers({
      ...SAFE_HEADERS,
      'content-security-policy': PUBLIC_CSP,
      'cache-control': 'no-store',
    })
    return answers() ? { status: 'ok' } : reply.code(503).send({ status: 'down' })
  })
}
