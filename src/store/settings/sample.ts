import { eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled } from '../journal.ts'
import { journal, settings } from '../schema/settings.ts'

const SAMPLE = 'sample'

/** Whether this is the record of a sample partnership, and what is made up in it. */
export const sampleStore = (db: Db) => ({
  /**
   * Makes an empty record that of a sample partnership, with all that will be made up in it. One
   * that anything was written in already is somebody's own, and can never become a sample.
   */
  begin: (madeUp: readonly string[], at: string): void => {
    if (db.select().from(journal).limit(1).get())
      throw new Error('only an empty record can become a sample')
    const by = { personId: null, at }
    journaled(db, by, 'began', SAMPLE, () => {
      insert(db, settings, { name: SAMPLE, value: JSON.stringify(madeUp), ...by })
      return SAMPLE
    })
  },
  is: (): boolean => read(db) !== undefined,
  /** What is made up; nothing in a partnership that is no sample. */
  madeUp: (): ReadonlySet<string> | undefined => {
    const kept = read(db)
    return kept && new Set(JSON.parse(kept.value) as string[])
  },
})

const sampleOf = preparedOnce((db: Db) =>
  db.select().from(settings).where(eq(settings.name, SAMPLE)).prepare(),
)
const read = (db: Db) => sampleOf(db).get()
