import { setImmediate as nextRound, setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { busy } from '../errors.ts'

const LOOK_EVERY_MS = 50
const MOST_MS = 8000

/** Waits until it is one's turn in the record; false where somebody else held it too long. */
export type Turn = () => Promise<boolean>

/**
 * While another program holds the record, what would write waits its turn here, and others are
 * served meanwhile: a statement that waits would stop the whole server. And they come one by one:
 * who reads waits for one of them at most, and never for all that was sent at the same moment.
 */
export const turnsOf = (isFree: () => boolean, mostMs = MOST_MS): Turn => {
  let before: Promise<void> = Promise.resolve()
  return async () => {
    // In each round of the process whoever came meanwhile is answered.
    await (before = before.then(() => nextRound()))
    for (let waited = 0; !isFree(); waited += LOOK_EVERY_MS) {
      if (waited >= mostMs) return false
      await wait(LOOK_EVERY_MS)
    }
    return true
  }
}

/**
 * A page that is only read waits for nobody; what residents leave asks for its turn at their door. A
 * page of the desk may write that someone looked, or that they are here.
 */
export const waitForTurn = (app: FastifyInstance, turn: Turn): void => {
  app.addHook('preHandler', async ({ method, routeOptions: { config } }) => {
    const { policy } = config
    if (policy === undefined || policy === 'public') return
    if (method !== 'POST' && (policy === 'link' || policy === 'signing-in')) return
    if (!(await turn())) throw busy(method === 'POST')
  })
}
