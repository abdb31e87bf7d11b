import { WITHDRAWAL_GROUNDS, type Telling } from '../domain/publishing/publication.ts'
import { partsOfToken, tokensIn } from '../domain/publishing/placeholders.ts'
import type { By } from '../store/journal.ts'
import type { Store } from '../store/store.ts'

const isTold = (telling: Telling): boolean => telling.publications.length > 0 && !telling.withdrawal

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
      .liveFindings(store.tellings.list())
      .filter((each) => each.keys.includes('named'))
      .map((each) => each.telling.id),
  )
  const covers = (telling: Telling): boolean =>
    telling.kind === 'entry' &&
    telling.drafts.some((draft) => draft.coversIds.some((id) => matter.actionIds.includes(id)))
  const held = new Set(
    store.events
      .listUnfiltered()
      .filter((event) => event.depth === 'named')
      .map((event) => event.id),
  )
  const counts = (telling: Telling): boolean =>
    telling.drafts.some(
      (draft) =>
        telling.publications.some((each) => each.draftId === draft.id) &&
        tokensIn(draft.words).some((token) => held.has(partsOfToken(token).eventId)),
    )
  for (const telling of store.tellings.list().filter(isTold)) {
    const tells =
      telling.concernId !== null &&
      (matter.concernIds.includes(telling.concernId) || covers(telling))
    if (
      tells ||
      store.sources.evidence.isHeld(telling) ||
      counts(telling) ||
      repeating.has(telling.id)
    )
      store.tellings.recordWithdrawal(telling, WITHDRAWAL_GROUNDS[0], by)
  }
}

/**
 * Each concern counts once: what was told of a concern joined to another goes when the other is
 * told.
 */
export const withdrawToldTwice = (store: Store, intoId: number, by: By): void => {
  const told = store.tellings.list().filter(isTold)
  if (!told.some((telling) => telling.kind === 'entry' && telling.concernId === intoId)) return
  const [into] = store.concerns.listUnfiltered([intoId])
  for (const telling of told.filter(
    (each) =>
      each.kind === 'entry' && each.concernId !== null && into!.mergedIds.includes(each.concernId),
  ))
    store.tellings.recordWithdrawal(telling, WITHDRAWAL_GROUNDS[2], by)
}

/**
 * Whoever wrote to us of a concern that is on the board is told where, at once: nothing more may
 * ever be published of it.
 */
export const tellWhereItIsTold = (store: Store, concernId: number, by: By): void => {
  const telling = store.tellings
    .list()
    .find((each) => each.kind === 'entry' && each.concernId === concernId && isTold(each))
  const [concern] = store.concerns.listUnfiltered([concernId])
  if (telling?.slug && concern)
    store.messages.tellWhoWrote([concernId, ...concern.mergedIds], telling.slug, by)
}
