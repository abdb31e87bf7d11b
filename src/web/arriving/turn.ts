import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { busy } from '../errors.ts'

const LOOK_EVERY_MS = 50
const MOST_MS = 8000

/** Waits until nobody else writes in the record; false where that took too long. */
export type Turn = () => Promise<boolean>

/**
 * While another program holds the record, what would write waits its turn here, and others are
 * served meanwhile: a statement that waits would stop the whole server.
 */
export const turnsOf =
  (isFree: () => boolean, mostMs = MOST_MS): Turn =>
  async () => {
    for (let waited = 0; !isFree(); waited += LOOK_EVERY_MS) {
      if (waited >= mostMs) return false
      await wait(LOOK_EVERY_MS)
    }
    return true
  }

/** Public pages only read; what residents leave asks for its turn at their door. */
export const waitForTurn = (app: FastifyInstance, turn: Turn): void => {
  app.addHook('preHandler', async ({ routeOptions }) => {
    if (routeOptions.config.policy === 'public' || (await turn())) return
    throw busy()
  })
}
