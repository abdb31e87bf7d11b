import fastifyMultipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../domain/day.ts'
import type { Store } from '../../store/store.ts'
import { PHOTO_OPTIONS } from '../files/photos/sent.ts'
import type { IsTooMuch } from '../limits.ts'
import { takeFormKeys } from '../arriving/form-key.ts'
import { onceOf } from '../once.ts'
import { PUBLIC_CSP, SAFE_HEADERS } from '../page-cache.ts'
import type { AtDoor, ReportDoor } from './holder.ts'
import type { Route } from './route.ts'

/** One small script of ours keeps what is typed until it is sent, and asks nobody else. */
const CSP = `${PUBLIC_CSP}; script-src 'self'; connect-src 'self'`

/** What a form may bring here, where no photos are asked for: words. */
const FORM_LIMITS = { fileSize: 1024, files: 0, fields: 10, fieldSize: 100_000 }

interface Parts {
  store: Store
  now: () => Date
  publicUrl: string
  postLetters: () => void
  isTooMuch: IsTooMuch
  rooms: readonly (readonly Route[])[]
}

/**
 * The door for an owner with a link: nothing is kept by any cache, no cookie is set, and reading
 * changes nothing at all (R21).
 */
export const reportDoor = async (app: FastifyInstance, parts: Parts): Promise<void> => {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      ...SAFE_HEADERS,
      'content-security-policy': CSP,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
  })
  void app.register(fastifyMultipart, { attachFieldsToBody: 'keyValues', limits: FORM_LIMITS })
  takeFormKeys(app)
  const { rooms, ...door } = parts
  for (const route of rooms.flat()) openRoute(app, door, route)
}

/** Whoever asks is known by the link alone, so every route here is for who holds one. */
const openRoute = (app: FastifyInstance, door: ReportDoor, route: Route): void => {
  const { method, path, handler, photos, first } = route
  const atDoor = (request: FastifyRequest, reply: FastifyReply): AtDoor => {
    const at = door.now().toISOString()
    const params = request.params as Record<string, string>
    const once = onceOf(door.store, request, at, params.token ?? '')
    return { ...door, params, today: dayOf(at), at, once, body: request.body, request, reply }
  }
  app[method](
    path,
    {
      config: { policy: 'link', ...(photos && { multipartOptions: PHOTO_OPTIONS }) },
      ...(first && {
        onRequest: async (request: FastifyRequest, reply: FastifyReply) =>
          first(atDoor(request, reply)),
      }),
    },
    async (request: FastifyRequest, reply: FastifyReply) => handler(atDoor(request, reply)),
  )
}
