import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Photo } from '../../domain/actions/photo.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { forget } from '../transactions.ts'
import { photos } from '../schema/publishing.ts'

/** A picture that was read and made anew. */
export interface NewPhoto {
  bytes: Buffer
  width: number
  height: number
}

/**
 * Photos that came with updates. Their bytes are in the record, so that a backup carries them; what
 * was taken out leaves its row and no picture.
 */
export const photosStore = (db: Db) => ({
  /** Of these updates, without their bytes. */
  ofUpdates: (updateIds: number[]): Photo[] =>
    db
      .select({
        id: photos.id,
        updateId: photos.updateId,
        width: photos.width,
        height: photos.height,
      })
      .from(photos)
      .where(and(inArray(photos.updateId, updateIds), isNotNull(photos.bytes)))
      .orderBy(photos.id)
      .all(),
  bytes: (id: number): Buffer | null =>
    db.select({ bytes: photos.bytes }).from(photos).where(eq(photos.id, id)).get()?.bytes ?? null,
  recordEnd: (actionId: number, id: number, by: By): number =>
    journaled(db, by, 'took a photo out of', 'action', () => {
      db.update(photos)
        .set({ bytes: null, endedAt: by.at })
        .where(and(eq(photos.id, id), isNotNull(photos.bytes)))
        .run()
      forget(db)
      return actionId
    }),
})

/** The photos of an update, within a transaction that is open already. */
export const insertPhotos = (db: Db, updateId: number, all: NewPhoto[], by: By): void => {
  for (const photo of all)
    insert(db, photos, { ...photo, updateId, personId: by.personId!, at: by.at })
}

/** What is taken back leaves its words, struck through, and no picture. */
export const endPhotosOf = (db: Db, updateId: number, at: string): void => {
  db.update(photos)
    .set({ bytes: null, endedAt: at })
    .where(and(eq(photos.updateId, updateId), isNotNull(photos.bytes)))
    .run()
  forget(db)
}
