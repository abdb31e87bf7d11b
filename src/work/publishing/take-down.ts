import { WITHDRAWAL_GROUNDS } from '../../domain/publishing/approval.ts'
import type { Publication } from '../../domain/publishing/publication.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'

/** Whether something of it is public now. */
export const isTold = ({ releases, withdrawal }: Publication): boolean =>
  releases.length > 0 && !withdrawal

/**
 * Takes something off the board, and with it whatever stands beside it there: the photos and the
 * quotes of an entry (R15). Of a photo nothing is kept that was made to be shown (R18).
 */
export const takeDown = (store: Store, publication: Publication, ground: string, by: By): void =>
  store.together(() => {
    const { shownPhotoId, kind, concernId } = publication
    if (shownPhotoId !== null) {
      endShown(store, shownPhotoId, ground, by)
      return
    }
    store.publications.recordWithdrawal(publication, ground, by)
    if (kind !== 'entry') return
    for (const each of store.publications.list())
      if (each.concernId === concernId && (each.kind === 'photo' || each.kind === 'quote'))
        if (isTold(each)) takeDown(store, each, ground, by)
  })

/** Photos of actions that an entry does not tell of any more do not stay beside it (R9). */
export const takeDownStrays = (
  store: Store,
  { concernId }: Publication,
  coversIds: number[],
  by: By,
): void => {
  for (const each of store.publications.list())
    if (each.kind === 'photo' && each.concernId === concernId && isTold(each))
      if (!each.drafts.at(-1)!.coversIds.every((id) => coversIds.includes(id)))
        takeDown(store, each, WITHDRAWAL_GROUNDS[0], by)
}

/** A yes is withdrawn: the picture and its words are gone everywhere in one step (R18). */
export const endShown = (store: Store, id: number, ground: string, by: By): void =>
  store.together(() => {
    store.publications.forget('shownPhotoId', id, ground, by)
    store.shownPhotos.recordEnd(id, by)
  })
