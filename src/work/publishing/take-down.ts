import { WITHDRAWAL_GROUNDS } from '../../domain/publishing/approval.ts'
import { kindOf } from '../../domain/publishing/kinds/kinds.ts'
import { actionsToldIn, type Publication } from '../../domain/publishing/publication.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'
import { endRecordings, endUnread } from './recordings.ts'

/** Whether something of it is public now. */
export const isTold = ({ releases, withdrawal }: Publication): boolean =>
  releases.length > 0 && !withdrawal

/**
 * Takes something off the board, and with an entry whatever stands beside it there: photos and quotes
 * (R15). Of a photo nothing is kept that was made to be shown (R18), and of a recording nothing at all.
 */
export const takeDown = (store: Store, publication: Publication, ground: string, by: By): void =>
  store.together(() => {
    const { shownPhotoId, kind, concernId } = publication
    if (shownPhotoId !== null) {
      endShown(store, shownPhotoId, ground, by)
      return
    }
    store.publications.recordWithdrawal(publication, ground, by)
    if (kind === 'entry') {
      for (const each of toldBeside(store, publication)) takeDown(store, each, ground, by)
      if (concernId !== null) endRecordings(store, concernId, by)
    }
    if (kind === 'translation') endUnread(store, by)
  })

/** What an entry does not tell of any more does not stay beside it: photos of other actions (R9). */
export const takeDownStrays = (
  store: Store,
  entry: Publication,
  coversIds: number[],
  by: By,
): void => {
  for (const each of toldBeside(store, entry))
    if (!actionsToldIn(each).every((id) => coversIds.includes(id)))
      takeDown(store, each, WITHDRAWAL_GROUNDS[0], by)
}

const toldBeside = (store: Store, { concernId }: Publication): Publication[] =>
  store.publications
    .ofConcerns(concernId === null ? [] : [concernId])
    .filter((each) => kindOf(each).isBesideEntry && isTold(each))

/** A yes is withdrawn: the picture and its words are gone everywhere in one step (R18). */
export const endShown = (store: Store, id: number, ground: string, by: By): void =>
  store.together(() => {
    store.publications.forget('shownPhotoId', id, ground, by)
    store.shownPhotos.recordEnd(id, by)
  })
