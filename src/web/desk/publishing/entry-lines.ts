import { nameOf } from '../../../domain/publishing/name.ts'
import {
  actionsToldIn,
  asTold,
  isApproved,
  isPublished,
  publishedStanding,
  type Publication,
} from '../../../domain/publishing/publication.ts'
import type { Store } from '../../../store/store.ts'
import type { EntryLine } from '../../views/desk/publishing.ts'

/** Everything told or about to be, with where it is on its way. Nothing of a named matter. */
export const entryLines = (store: Store): EntryLine[] => {
  const standings = store.sources.standings()
  const now = store.sources.asItIs()
  return publicationsSeen(store).map(({ publication, name }) => {
    const isEntry = publication.kind === 'entry' && publication.concernId !== null
    const stage = stageOf(now, publication)
    // R28: words that are on their way do not make what residents read any newer.
    const told = asTold(publication)
    const isBehind = told !== undefined && now.hasMovedOn(told)
    return {
      publication,
      name,
      standing: isEntry ? standings.get(publication.concernId!)!.standing : null,
      published: publishedStanding(publication),
      stage,
      isBehind,
      moved: isBehind ? now.movedOn(told) : null,
    }
  })
}

/** R11: what is told or about to be, with its name, and without what is held in private by now. */
export const publicationsSeen = (store: Store): { publication: Publication; name: string }[] => {
  const tables = new Map(store.roundTables.list().map((each) => [each.id, each]))
  const concerns = new Map(store.concerns.listUnfiltered().map((each) => [each.id, each]))
  const now = store.sources.asItIs()
  const heldActions = new Set(
    store.actions
      .listUnfiltered()
      .filter((each) => each.depth === 'named')
      .map((each) => each.id),
  )
  const isHeld = (publication: Publication): boolean =>
    (publication.concernId !== null && concerns.get(publication.concernId)!.depth === 'named') ||
    now.isHeld(publication) ||
    actionsToldIn(publication).some((id) => heldActions.has(id))
  const source = {
    concern: (id: number | null | undefined) => concerns.get(id ?? 0),
    roundTable: (id: number | null | undefined) => tables.get(id ?? 0),
  }
  return store.publications
    .list()
    .filter((publication) => !isHeld(publication))
    .map((publication) => ({ publication, name: nameOf(publication, source) }))
}

const MOVED = 'Moved on since'

/** Where it is on its way. */
export const stageOf = (
  now: ReturnType<Store['sources']['asItIs']>,
  publication: Publication,
): string => {
  if (publication.withdrawal) return 'Withdrawn'
  if (!isPublished(publication)) return isApproved(publication) ? 'Ready to publish' : 'Draft'
  return now.hasMovedOn(publication) ? MOVED : 'Public'
}
