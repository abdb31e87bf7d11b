import { dayOf } from '../../domain/day.ts'
import type { Seal } from '../../domain/sealing/seal.ts'
import type { Db } from '../database.ts'

/** The chain as those who sign in are told of it. */
export const sealingStore = (db: Db) => ({
  /** The seal of all that is written down until now; nothing where nothing is. */
  now: (): Seal | null => {
    const last = db.$client
      .prepare(
        `select lower(hex(head)) as head, (select at from journal order by id desc limit 1) as at
          from chain order by id desc limit 1`,
      )
      .get() as { head: string; at: string | null } | undefined
    return last?.at ? { head: last.head, on: dayOf(last.at) } : null
  },
})
