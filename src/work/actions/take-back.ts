import { WITHDRAWAL_GROUNDS } from '../../domain/publishing/approval.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'

/** An update is taken back, and what was shown of its photos with it (R15). */
export const takeBackUpdate = (store: Store, actionId: number, updateId: number, by: By): void =>
  store.together(() => {
    for (const { id } of store.shownPhotos.ofUpdate(updateId)) takeBackShown(store, id, by)
    store.actions.recordTakingBack(actionId, updateId, by)
  })

/** A photo is taken out of the record, and off the board where it was shown. */
export const takeOutPhoto = (store: Store, actionId: number, photoId: number, by: By): void =>
  store.together(() => {
    const shown = store.shownPhotos.ofPhoto(photoId)
    if (shown?.endedAt === null) takeBackShown(store, shown.id, by)
    store.photos.recordEnd(actionId, photoId, by)
  })

/** A yes is withdrawn: the picture and its words are gone everywhere in one step (R18). */
export const takeBackShown = (store: Store, id: number, by: By): void =>
  store.together(() => {
    store.publications.forget('shownPhotoId', id, WITHDRAWAL_GROUNDS[0], by)
    store.shownPhotos.recordEnd(id, by)
  })
