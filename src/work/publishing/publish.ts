import { kindOf } from '../../domain/publishing/kinds/kinds.ts'
import { liveDraftOf, type Draft, type Publication } from '../../domain/publishing/publication.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'
import { endUnread } from './recordings.ts'
import { takeDownStrays } from './take-down.ts'
import { tellWhereItIsTold, withdrawToldTwice } from './told.ts'

/**
 * Publishes an approved draft with all that follows from it: each concern counts once, whoever
 * wrote to us is told where it is, and whoever follows the board is written to of a round table
 * that moved. What else is new for them is found on the board (`../following.ts`).
 */
export const publishDraft = (store: Store, publication: Publication, draft: Draft, by: By): void =>
  store.together(() => {
    const { concernId, roundTableId } = publication
    const before = liveDraftOf(publication)?.words
    store.publications.recordPublication(publication, draft, by)
    if (publication.kind === 'entry') takeDownStrays(store, publication, draft.coversIds, by)
    endUnread(store, by)
    const follows = kindOf(draft.words).whenTold?.(draft.words, before) ?? null
    if (follows === 'answered' && concernId !== null) {
      withdrawToldTwice(store, concernId, by)
      tellWhereItIsTold(store, concernId, by)
    }
    if (follows === 'moved' && roundTableId !== null) store.followers.recordMoved(roundTableId, by)
  })
