import { desc, eq } from 'drizzle-orm'
import type { Handing } from '../../domain/evidence/leaflet.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { isSentTwice, journaled, type By } from '../journal.ts'
import { leafletHandings } from '../schema/leaflets.ts'

/** Who handed out a leaflet, where and how many. */
export const recordHandings = (db: Db) => ({
  recordHanding: (id: number, handing: Omit<Handing, 'id'>, by: By): number =>
    handedTwice(db, id, handing, by)
      ? id
      : journaled(db, by, 'handed out', 'leaflet', () => {
          insert(db, leafletHandings, {
            leafletId: id,
            ...handing,
            personId: by.personId!,
            at: by.at,
          })
          return id
        }),
  endHanding: (id: number, handingId: number, by: By): number =>
    journaled(db, by, 'took out a handing of', 'leaflet', () => {
      db.update(leafletHandings)
        .set({ endedAt: by.at })
        .where(eq(leafletHandings.id, handingId))
        .run()
      return id
    }),
})

/** The form that was sent last, once more. */
const handedTwice = (db: Db, id: number, handing: Omit<Handing, 'id'>, by: By): boolean => {
  const last = db
    .select()
    .from(leafletHandings)
    .where(eq(leafletHandings.leafletId, id))
    .orderBy(desc(leafletHandings.id))
    .limit(1)
    .get()
  return (
    last !== undefined &&
    last.endedAt === null &&
    last.organisationId === handing.organisationId &&
    last.toWhom === handing.toWhom &&
    last.on === handing.on &&
    last.copies === handing.copies &&
    isSentTwice(last, by)
  )
}
