import { randomBytes } from 'node:crypto'
import { keepSome, MINUTE } from '../../limits.ts'

const MOST_KEPT = 10_000
/** As long as an address shows what only the one who holds a code may see. */
const SHOWN_FOR_MS = 15 * MINUTE

/**
 * Addresses that stand for a code for a quarter of an hour, in memory alone: a page that can be
 * loaded again and gone back to, and an address that tells nothing to whoever opens it later on the
 * same phone (R27). No code stands in an address.
 */
export const keepCodes = () => {
  const kept = keepSome<{ reference: string; untilMs: number }>(MOST_KEPT)
  return {
    /** @returns the last step of the address. */
    keep: (reference: string, at: string): string => {
      const key = randomBytes(16).toString('base64url')
      kept.set(key, { reference, untilMs: Date.parse(at) + SHOWN_FOR_MS })
      return key
    },
    find: (key: string | undefined, nowMs: number): string | undefined => {
      const there = kept.get(key ?? '')
      return there && there.untilMs > nowMs ? there.reference : undefined
    },
  }
}
export type Codes = ReturnType<typeof keepCodes>
