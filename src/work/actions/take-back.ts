import { WITHDRAWAL_GROUNDS } from '../../domain/publishing/approval.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'
import { endShown } from '../publishing/take-down.ts'

/** An update is taken back, and what was shown of its photos with it (R15). */
export const takeBackUpdate = (store: Store, actionId: number, updateId: number, by: By): void =>
  store.together(() => {
    for (const { id } of store.shownPhotos.ofUpdate(updateId))
      endShown(store, id, WITHDRAWAL_GROUNDS[0], by)
    store.actions.recordTakingBack(actionId, updateId, by)
  })

/** A photo is taken out of the record, and off the board where it was shown. */
export const takeOutPhoto = (store: Store, actionId: number, photoId: number, by: By): void =>
  store.together(() => {
    const shown = store.shownPhotos.list().filter((each) => each.photoId === photoId)
    for (const { id, endedAt } of shown)
      if (endedAt === null) endShown(store, id, WITHDRAWAL_GROUNDS[0], by)
    store.photos.recordEnd(actionId, photoId, by)
  })
