import { nameOf } from '../../../domain/publishing/name.ts'
import {
  actionsToldIn,
  isApproved,
  isPublished,
  publishedStanding,
  type Publication,
} from '../../../domain/publishing/publication.ts'
import type { Store } from '../../../store/store.ts'
import type { EntryLine } from '../../views/desk/publishing.ts'

/** Everything told or about to be, with where it is on its way. Nothing of a named matter. */
export const entryLines = (store: Store): EntryLine[] => {
  const tables = new Map(store.roundTables.list().map((each) => [each.id, each]))
  const concerns = new Map(store.concerns.listUnfiltered().map((each) => [each.id, each]))
  const standings = store.sources.standings()
  const heldActions = new Set(
    [...standings.values()]
      .flatMap((each) => each.actions)
      .filter((each) => each.depth === 'named')
      .map((each) => each.id),
  )
  const isHeld = (publication: Publication): boolean =>
    (publication.concernId !== null && concerns.get(publication.concernId)!.depth === 'named') ||
    store.sources.evidence.isHeld(publication) ||
    actionsToldIn(publication).some((id) => heldActions.has(id))
  const source = {
    concern: (id: number | null | undefined) => concerns.get(id ?? 0),
    roundTable: (id: number | null | undefined) => tables.get(id ?? 0),
  }
  return store.publications
    .list()
    .filter((publication) => !isHeld(publication))
    .map((publication) => {
      const isEntry = publication.kind === 'entry' && publication.concernId !== null
      const now = isEntry ? standings.get(publication.concernId!)!.standing : null
      const stage = stageOf(store, publication)
      return {
        publication,
        name: nameOf(publication, source),
        standing: now,
        published: publishedStanding(publication),
        stage,
        moved: stage === MOVED ? store.sources.movedOn(publication) : null,
      }
    })
}

const MOVED = 'Moved on since'

const stageOf = (store: Store, publication: Publication): string => {
  if (publication.withdrawal) return 'Withdrawn'
  if (!isPublished(publication)) return isApproved(publication) ? 'Ready to publish' : 'Draft'
  return store.sources.hasMovedOn(publication) ? MOVED : 'Public'
}
