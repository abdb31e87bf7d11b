import { WITHDRAWAL_GROUNDS } from '../../domain/publishing/approval.ts'
import { type Publication } from '../../domain/publishing/publication.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'
import { isTold, takeDown } from './take-down.ts'

const isEntryOf = (publication: Publication, concernId: number): boolean =>
  publication.kind === 'entry' && publication.concernId === concernId && isTold(publication)

/**
 * Each concern counts once: what was told of a concern joined to another goes when the other is
 * told.
 */
export const withdrawToldTwice = (store: Store, intoId: number, by: By): void => {
  const all = store.publications.list()
  if (!all.some((each) => isEntryOf(each, intoId))) return
  const [into] = store.concerns.listUnfiltered([intoId])
  for (const id of into!.mergedIds)
    for (const publication of all.filter((each) => isEntryOf(each, id)))
      takeDown(store, publication, WITHDRAWAL_GROUNDS[2], by)
}

/**
 * Whoever wrote to us of a concern that is on the board is told where, at once: nothing more may
 * ever be published of it.
 */
export const tellWhereItIsTold = (store: Store, concernId: number, by: By): void => {
  const entry = store.publications.list().find((each) => isEntryOf(each, concernId))
  const [concern] = store.concerns.listUnfiltered([concernId])
  if (entry?.slug && concern)
    store.messages.tellWhoWrote([concernId, ...concern.mergedIds], entry.slug, by)
}
