import { asc, eq } from 'drizzle-orm'
import type { Day } from '../../domain/day.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { note } from '../journal.ts'
import { settings } from '../schema/settings.ts'
import { write } from '../transactions.ts'

/** The days that are counted, so that none is left out and none is counted twice. */
export const theClock = (db: Db) => ({
  /** The London days the clock ran for: the first, and the last. */
  clock: (): { since: Day; last: Day } | undefined => {
    const rows = db
      .select()
      .from(settings)
      .where(eq(settings.name, 'clock'))
      .orderBy(asc(settings.id))
      .all()
    return rows.length === 0 ? undefined : { since: rows[0]!.value, last: rows.at(-1)!.value }
  },
  recordClock: (day: Day, at: string): void =>
    write(db, () => {
      insert(db, settings, { name: 'clock', value: day, at })
      note(db, { personId: null, at }, 'counted the days up to', 'clock', day)
    }),
})
