import type { FastifyInstance, FastifyRequest } from 'fastify'

/** How long, and how much, is still let come of a form that is answered already. */
const LET_GO_MS = 2000
const LET_GO_BYTES = 16 * 1024 * 1024

/**
 * What is refused is answered before it has all come. The rest of it is nobody's any more, and the
 * server's own waiting ends with the answer: so a small rest is let go by for a moment, since a
 * browser reads an answer when it has sent, and the line of a large one is cut.
 */
export const answerEarly = (app: FastifyInstance): void => {
  app.addHook('onSend', async (request, reply) => {
    if (request.raw.complete !== false || !hasBody(request)) return
    if (bytesToCome(request) > LET_GO_BYTES) void reply.header('connection', 'close')
    reply.raw.once('finish', () => letGo(request))
  })
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const bytesToCome = ({ headers }: FastifyRequest): number =>
  headers['transfer-encoding'] === undefined ? Number(headers['content-length']) : Infinity

const letGo = ({ raw }: FastifyRequest): void => {
  if (raw.complete) return
  const clock = setTimeout(() => raw.complete || raw.socket.destroy(), LET_GO_MS)
  raw.once('close', () => clearTimeout(clock))
}
