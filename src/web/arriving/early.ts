import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** How long, and how much, is still let come of a form that is answered already. */
const LET_GO_MS = 2000
const LET_GO_BYTES = 16 * 1024 * 1024

/**
 * What is refused is answered before it has all come. The rest of it is nobody's any more, and the
 * server's own waiting ends with the answer: so a small rest is let go by for a moment, since a
 * browser reads an answer when it has sent, and the line of a large one is cut.
 */
export const answerEarly = (app: FastifyInstance): void => {
  app.addHook('onSend', async ({ raw }, reply) => {
    if (!isStillComing(raw)) return
    if (isTooMuchToCome(raw)) void reply.header('connection', 'close')
    reply.raw.once('finish', () => letGo(raw))
  })
}

/** Whether there is more to come of a form. */
export const isStillComing = (asked: IncomingMessage): boolean =>
  asked.complete === false && hasBody(asked)

/** ... and more than is let go by. */
export const isTooMuchToCome = (asked: IncomingMessage): boolean =>
  bytesToCome(asked) > LET_GO_BYTES

/** Lets the rest of it come for a moment, and cuts the line then. */
export const letGo = (asked: IncomingMessage): void => {
  if (asked.complete) return
  const clock = setTimeout(() => asked.complete || asked.socket.destroy(), LET_GO_MS)
  asked.once('close', () => clearTimeout(clock))
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const bytesToCome = ({ headers }: IncomingMessage): number =>
  headers['transfer-encoding'] === undefined ? Number(headers['content-length']) : Infinity
