import { and, eq, isNull } from 'drizzle-orm'
import type { ShownPhoto } from '../../domain/actions/photo.ts'
import type { Consent } from '../../domain/evidence/consent.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { fingerprint } from '../evidence/leaflets.ts'
import { journaled, type By } from '../journal.ts'
import { updates } from '../schema/actions.ts'
import { photos, shownPhotos } from '../schema/publishing.ts'
import { forget } from '../transactions.ts'
import type { NewPhoto } from './photos.ts'

/** Photos that may be shown in public, each with its own small picture (R18). */
export const shownPhotosStore = (db: Db) => ({ ...findShown(db), ...recordShown(db) })

const findShown = (db: Db) => ({
  list: (): ShownPhoto[] => withoutBytes(db).orderBy(shownPhotos.id).all().map(ofRow),
  find: (id: number): ShownPhoto | undefined =>
    withoutBytes(db).where(eq(shownPhotos.id, id)).all().map(ofRow)[0],
  /** The one put forward last. */
  ofPhoto: (photoId: number): ShownPhoto | undefined =>
    withoutBytes(db)
      .where(eq(shownPhotos.photoId, photoId))
      .orderBy(shownPhotos.id)
      .all()
      .map(ofRow)
      .at(-1),
  /** Those that are not taken back yet, of the photos of one update. */
  ofUpdate: (updateId: number): ShownPhoto[] =>
    withoutBytes(db)
      .innerJoin(photos, eq(photos.id, shownPhotos.photoId))
      .where(and(eq(photos.updateId, updateId), isNull(shownPhotos.endedAt)))
      .all()
      .map(ofRow),
  /** The action that it is of, and what was said with it. */
  saidWith: (id: number): { actionId: number; organisationId: number | null; at: string } =>
    db
      .select({
        actionId: updates.actionId,
        organisationId: updates.organisationId,
        at: updates.at,
      })
      .from(shownPhotos)
      .innerJoin(photos, eq(photos.id, shownPhotos.photoId))
      .innerJoin(updates, eq(updates.id, photos.updateId))
      .where(eq(shownPhotos.id, id))
      .get()!,
  bytes: (id: number): Buffer | null =>
    db.select({ bytes: shownPhotos.bytes }).from(shownPhotos).where(eq(shownPhotos.id, id)).get()
      ?.bytes ?? null,
  /** The very picture that was approved, and that there are no words in it. */
  byHash: (id: number, hash: string): { bytes: Buffer; text: string } | undefined => {
    const bytes = db
      .select({ bytes: shownPhotos.bytes })
      .from(shownPhotos)
      .where(and(eq(shownPhotos.id, id), eq(shownPhotos.hash, hash)))
      .get()?.bytes
    return bytes ? { bytes, text: '' } : undefined
  },
})

const recordShown = (db: Db) => ({
  record: (
    { photoId, concernId, consent }: Pick<ShownPhoto, 'photoId' | 'concernId' | 'consent'>,
    picture: NewPhoto,
    by: By,
  ): number =>
    journaled(db, by, 'put forward', 'photo', () =>
      insert(db, shownPhotos, {
        photoId,
        concernId,
        ...picture,
        size: picture.bytes.length,
        hash: fingerprint(picture.bytes),
        ...columnsOf(consent),
        personId: by.personId!,
        at: by.at,
      }),
    ),
  /** The picture goes; what was told of it goes with the publication. */
  recordEnd: (id: number, by: By): number =>
    journaled(db, by, 'took back', 'photo', () => {
      db.update(shownPhotos)
        .set({ bytes: null, endedAt: by.at })
        .where(and(eq(shownPhotos.id, id), isNull(shownPhotos.endedAt)))
        .run()
      forget(db)
      return id
    }),
})

const COLUMNS = {
  id: shownPhotos.id,
  photoId: shownPhotos.photoId,
  concernId: shownPhotos.concernId,
  size: shownPhotos.size,
  width: shownPhotos.width,
  height: shownPhotos.height,
  hash: shownPhotos.hash,
  askedById: shownPhotos.askedById,
  use: shownPhotos.use,
  until: shownPhotos.until,
  personId: shownPhotos.personId,
  at: shownPhotos.at,
  endedAt: shownPhotos.endedAt,
}
const withoutBytes = (db: Db) => db.select(COLUMNS).from(shownPhotos).$dynamic()

type Row = Omit<typeof shownPhotos.$inferSelect, 'bytes'>

const ofRow = ({ askedById, use, until, ...row }: Row): ShownPhoto => ({
  ...row,
  consent: askedById === null ? null : { askedById, use: use!, until: until! },
})

const columnsOf = (consent: Consent | null) =>
  consent ?? { askedById: null, use: null, until: null }
