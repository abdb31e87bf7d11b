import { WITHDRAWAL_GROUNDS, type Publication } from '../domain/publishing/publication.ts'
import { partsOfToken, tokensIn } from '../domain/publishing/placeholders.ts'
import type { By } from '../store/journal.ts'
import type { Store } from '../store/store.ts'

const isTold = (publication: Publication): boolean =>
  publication.releases.length > 0 && !publication.withdrawal

/**
 * What has been told of a matter that is now held in private is taken down at once (R11, R15): its
 * own entry, every entry that covers one of its actions, the page of an event, a leaflet or a
 * programme that hangs on it, whatever counts people at an event that is held by now, and whatever
 * public words repeat its private ones.
 */
export const withdrawWhatTells = (
  store: Store,
  matter: { concernIds: number[]; actionIds: number[] },
  by: By,
): void => {
  const repeating = new Set(
    store.sources
      .liveAlerts(store.publications.list())
      .filter((each) => each.keys.includes('named'))
      .map((each) => each.publication.id),
  )
  const covers = (publication: Publication): boolean =>
    publication.kind === 'entry' &&
    publication.drafts.some((draft) => draft.coversIds.some((id) => matter.actionIds.includes(id)))
  const held = new Set(
    store.events
      .listUnfiltered()
      .filter((event) => event.depth === 'named')
      .map((event) => event.id),
  )
  const counts = (publication: Publication): boolean =>
    publication.drafts.some(
      (draft) =>
        publication.releases.some((each) => each.draftId === draft.id) &&
        tokensIn(draft.words).some((token) => held.has(partsOfToken(token).eventId)),
    )
  for (const publication of store.publications.list().filter(isTold)) {
    const tells =
      publication.concernId !== null &&
      (matter.concernIds.includes(publication.concernId) || covers(publication))
    if (
      tells ||
      store.sources.evidence.isHeld(publication) ||
      counts(publication) ||
      repeating.has(publication.id)
    )
      store.publications.recordWithdrawal(publication, WITHDRAWAL_GROUNDS[0], by)
  }
}

/**
 * Each concern counts once: what was told of a concern joined to another goes when the other is
 * told.
 */
export const withdrawToldTwice = (store: Store, intoId: number, by: By): void => {
  const told = store.publications.list().filter(isTold)
  if (!told.some((publication) => publication.kind === 'entry' && publication.concernId === intoId))
    return
  const [into] = store.concerns.listUnfiltered([intoId])
  for (const publication of told.filter(
    (each) =>
      each.kind === 'entry' && each.concernId !== null && into!.mergedIds.includes(each.concernId),
  ))
    store.publications.recordWithdrawal(publication, WITHDRAWAL_GROUNDS[2], by)
}

/**
 * Whoever wrote to us of a concern that is on the board is told where, at once: nothing more may
 * ever be published of it.
 */
export const tellWhereItIsTold = (store: Store, concernId: number, by: By): void => {
  const publication = store.publications
    .list()
    .find((each) => each.kind === 'entry' && each.concernId === concernId && isTold(each))
  const [concern] = store.concerns.listUnfiltered([concernId])
  if (publication?.slug && concern)
    store.messages.tellWhoWrote([concernId, ...concern.mergedIds], publication.slug, by)
}
