import { WITHDRAWAL_GROUNDS } from '../../domain/publishing/approval.ts'
import { type Publication } from '../../domain/publishing/publication.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'
import { isTold, takeDown } from './take-down.ts'

/** The entries of these concerns that are public now. */
const entriesToldOf = (store: Store, concernIds: number[]): Publication[] =>
  store.publications.ofConcerns(concernIds).filter((each) => each.kind === 'entry' && isTold(each))

/**
 * Each concern counts once: what was told of a concern joined to another goes when the other is
 * told.
 */
export const withdrawToldTwice = (store: Store, intoId: number, by: By): void => {
  const [into] = store.concerns.listUnfiltered([intoId])
  const all = entriesToldOf(store, [intoId, ...into!.mergedIds])
  if (!all.some((each) => each.concernId === intoId)) return
  for (const publication of all)
    if (publication.concernId !== intoId) takeDown(store, publication, WITHDRAWAL_GROUNDS[2], by)
}

/**
 * Whoever wrote to us of a concern that is on the board is told where, at once: nothing more may
 * ever be published of it.
 */
export const tellWhereItIsTold = (store: Store, concernId: number, by: By): void => {
  const [entry] = entriesToldOf(store, [concernId])
  const [concern] = store.concerns.listUnfiltered([concernId])
  if (entry?.slug && concern)
    store.messages.tellWhoWrote([concernId, ...concern.mergedIds], entry.slug, by)
}
