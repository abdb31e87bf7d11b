import type { Standing } from '../../../domain/concerns/standing.ts'
import {
  actionsToldIn,
  draftOf,
  hasMovedOn,
  isApproved,
  isPublished,
  nameOf,
  publishedStanding,
  type Publication,
} from '../../../domain/publishing/publication.ts'
import { toldState } from '../../../domain/publishing/from-record.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import type { EntryLine } from '../../views/desk/publishing.ts'

/** Everything told or about to be, with where it is on its way. Nothing of a named matter. */
export const entryLines = (store: Store): EntryLine[] => {
  const tables = store.roundTables.list()
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
  return store.publications
    .list()
    .filter((publication) => !isHeld(publication))
    .map((publication) => {
      const now =
        publication.kind !== 'entry' || publication.concernId === null
          ? null
          : standings.get(publication.concernId)!.standing
      const table = tables.find((each) => each.id === publication.roundTableId)
      return {
        publication,
        name: nameOf(publication, concerns.get(publication.concernId ?? 0), table),
        standing: now,
        published: publishedStanding(publication),
        stage: stageOf(publication, now, table, () =>
          store.sources.evidence.hasChanged(publication),
        ),
      }
    })
}

const stageOf = (
  publication: Publication,
  now: Standing | null,
  table: RoundTable | undefined,
  hasChanged: () => boolean,
): string => {
  if (publication.withdrawal) return 'Withdrawn'
  if (!isPublished(publication)) return isApproved(publication) ? 'Ready to publish' : 'Draft'
  const words = draftOf(publication)!.words
  const past =
    words.kind === 'round-table' && table !== undefined && words.state !== toldState(table)
  const isEvidence =
    words.kind === 'event' || words.kind === 'leaflet' || words.kind === 'programme'
  return past || (isEvidence && hasChanged()) || (now !== null && hasMovedOn(publication, now))
    ? 'Moved on since'
    : 'Public'
}
