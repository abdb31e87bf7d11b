import { desc, eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { alumni } from '../schema/people.ts'

/** Past holders of seats, where they agreed to be named. */
export const alumniOf = (db: Db) => ({
  /** People who agreed to be named as past holders. */
  alumni: (): number[] => {
    const last = new Map(
      db
        .select()
        .from(alumni)
        .orderBy(alumni.id)
        .all()
        .map((row) => [row.personId, row.agreed]),
    )
    return [...last].filter(([, agreed]) => agreed).map(([personId]) => personId)
  },
  recordAlumni: (agreed: boolean, by: By): number =>
    journaled(
      db,
      by,
      agreed ? 'agreed to be named as a past holder' : 'is no more named as a past holder',
      'person',
      () => {
        const last = db
          .select()
          .from(alumni)
          .where(eq(alumni.personId, by.personId!))
          .orderBy(desc(alumni.id))
          .limit(1)
          .get()
        if ((last?.agreed ?? false) !== agreed)
          insert(db, alumni, { personId: by.personId!, agreed, at: by.at })
        return by.personId!
      },
    ),
})
