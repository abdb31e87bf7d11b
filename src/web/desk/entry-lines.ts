import type { Standing } from '../../domain/concern.ts'
import { draftOf, hasMovedOn, isApproved, isPublished, nameOf, publishedStanding, type Telling } from '../../domain/entry.ts'
import { toldState } from '../../domain/facts.ts'
import type { RoundTable } from '../../domain/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { EntryLine } from '../views.ts'

/** Everything told or about to be, with where it is on its way. Nothing of a named matter. */
export const entryLines = (store: Store): EntryLine[] => {
  const tables = store.tables.list()
  const named = new Set(store.concerns.listUnfiltered().filter((each) => each.depth === 'named').map((each) => each.id))
  return store.tellings.list().filter((telling) => telling.concernId === null || !named.has(telling.concernId)).map((telling) => {
    const now = store.sources.standingOf(telling)
    const table = tables.find((each) => each.id === telling.roundTableId)
    const [concern] = telling.concernId === null ? [] : store.concerns.listUnfiltered([telling.concernId])
    return { telling, name: nameOf(telling, concern, table), standing: now, published: publishedStanding(telling), stage: stageOf(telling, now, table) }
  })
}

const stageOf = (telling: Telling, now: Standing | null, table: RoundTable | undefined): string => {
  if (telling.withdrawal) return 'Withdrawn'
  if (!isPublished(telling)) return isApproved(telling) ? 'Ready to publish' : 'Draft'
  const words = draftOf(telling)!.words
  const past = words.kind === 'round-table' && table !== undefined && words.state !== toldState(table)
  return past || (now !== null && hasMovedOn(telling, now)) ? 'Moved on since' : 'Public'
}

/** R13: a partnership with one coordinator may switch the second person off, with a reason that the journal keeps. */
export const isAlone = (store: Store): boolean => store.labels.setting('alone') === 'yes'
