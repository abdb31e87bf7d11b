import { insert } from './insert.ts'
import { eq, lt } from 'drizzle-orm'
import type { Db } from './database.ts'
import { sentForms } from './schema/settings.ts'
import { minutesAfter } from './tokens.ts'
import { write } from './transactions.ts'

/** How long a form is known again: a page that lies open, and a lid that is closed overnight. */
const KEPT_MINUTES = 24 * 60

/** Forms that were sent, by their mark alone, and where each went on (R31). */
export const sentFormsStore = (db: Db) => ({
  /** The address that the first of them went on to. */
  find: (mark: string): string | undefined =>
    db.select().from(sentForms).where(eq(sentForms.mark, mark)).get()?.goesTo,
  record: (mark: string, goesTo: string, at: string): void =>
    write(db, () => {
      db.delete(sentForms)
        .where(lt(sentForms.at, minutesAfter(at, -KEPT_MINUTES)))
        .run()
      insert(db, sentForms, { mark, goesTo, at })
    }),
})
