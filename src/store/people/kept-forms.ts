import { and, eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { keptForms } from '../schema/sign-in.ts'

/** What was being typed when a session ended, until its writer is back (R25). */
export const keptFormsOf = (db: Db) => ({
  /** What was being typed when a session ended (R25). */
  keepForm: (personId: number, path: string, fields: Record<string, unknown>, at: string) =>
    journaled(db, { personId, at }, 'kept', 'typed text', () =>
      insert(db, keptForms, { personId, path, fields, at }),
    ),
  keptForms: (personId: number) =>
    db
      .select()
      .from(keptForms)
      .where(eq(keptForms.personId, personId))
      .orderBy(keptForms.id)
      .all() as {
      id: number
      path: string
      fields: Record<string, string | string[]>
      at: string
    }[],
  dropKeptForm: (id: number, personId: number, by: By) =>
    journaled(db, by, 'dropped', 'typed text', () => {
      db.delete(keptForms)
        .where(and(eq(keptForms.id, id), eq(keptForms.personId, personId)))
        .run()
      return id
    }),
})
