import type { Standing } from '../../../domain/concerns/concern.ts'
import {
  actionsToldIn,
  draftOf,
  hasMovedOn,
  isApproved,
  isPublished,
  nameOf,
  publishedStanding,
  type Telling,
} from '../../../domain/publishing/publication.ts'
import { toldState } from '../../../domain/publishing/from-record.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import type { EntryLine } from '../../views/desk/publishing.ts'

/** Everything told or about to be, with where it is on its way. Nothing of a named matter. */
export const entryLines = (store: Store): EntryLine[] => {
  const tables = store.tables.list()
  const concerns = new Map(store.concerns.listUnfiltered().map((each) => [each.id, each]))
  const standings = store.sources.standings()
  const heldActions = new Set(
    [...standings.values()]
      .flatMap((each) => each.actions)
      .filter((each) => each.depth === 'named')
      .map((each) => each.id),
  )
  const isHeld = (telling: Telling): boolean =>
    (telling.concernId !== null && concerns.get(telling.concernId)!.depth === 'named') ||
    store.sources.evidence.isHeld(telling) ||
    actionsToldIn(telling).some((id) => heldActions.has(id))
  return store.tellings
    .list()
    .filter((telling) => !isHeld(telling))
    .map((telling) => {
      const now =
        telling.kind !== 'entry' || telling.concernId === null
          ? null
          : standings.get(telling.concernId)!.standing
      const table = tables.find((each) => each.id === telling.roundTableId)
      return {
        telling,
        name: nameOf(telling, concerns.get(telling.concernId ?? 0), table),
        standing: now,
        published: publishedStanding(telling),
        stage: stageOf(telling, now, table, () => store.sources.evidence.hasChanged(telling)),
      }
    })
}

const stageOf = (
  telling: Telling,
  now: Standing | null,
  table: RoundTable | undefined,
  hasChanged: () => boolean,
): string => {
  if (telling.withdrawal) return 'Withdrawn'
  if (!isPublished(telling)) return isApproved(telling) ? 'Ready to publish' : 'Draft'
  const words = draftOf(telling)!.words
  const past =
    words.kind === 'round-table' && table !== undefined && words.state !== toldState(table)
  const isEvidence =
    words.kind === 'event' || words.kind === 'leaflet' || words.kind === 'programme'
  return past || (isEvidence && hasChanged()) || (now !== null && hasMovedOn(telling, now))
    ? 'Moved on since'
    : 'Public'
}
