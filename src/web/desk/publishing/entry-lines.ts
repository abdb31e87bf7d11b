import { nameOf } from '../../../domain/publishing/name.ts'
import {
  asTold,
  isApproved,
  isPublished,
  publishedStanding,
  type Publication,
} from '../../../domain/publishing/publication.ts'
import type { ToldGlance } from '../../../store/glance/glance.ts'
import type { Store } from '../../../store/store.ts'
import type { EntryLine } from '../../views/desk/publishing.ts'

/**
 * What is told or about to be and passes, as its glance has it, the first one first. R11: nothing of
 * what is held in private by now.
 */
export const toldThat = (store: Store, passes: (told: ToldGlance) => boolean): ToldGlance[] =>
  [...store.glances.told()].filter((each) => !each.isHeld && passes(each))

/** Where each of these is on its way. */
export const entryLines = (store: Store, told: ToldGlance[]): EntryLine[] =>
  named(store, told).map(({ publication, name, isBehind }) => {
    const { concernId } = publication
    const isEntry = publication.kind === 'entry' && concernId !== null
    return {
      publication,
      name,
      standing: isEntry ? store.glances.concern(concernId)!.standing : null,
      published: publishedStanding(publication),
      stage: stageOf(publication, isBehind),
      isBehind,
      moved: isBehind ? store.sources.movedOn(asTold(publication)!) : null,
    }
  })

/** Each of these, with what it is called, and whether what residents read is behind the record. */
export const named = (
  store: Store,
  told: ToldGlance[],
): { publication: Publication; name: string; isBehind: boolean }[] => {
  const concernIds = new Set(told.flatMap(({ concernId }) => concernId ?? []))
  const concerns = new Map(
    store.concerns.listUnfiltered([...concernIds]).map((each) => [each.id, each]),
  )
  const source: Parameters<typeof nameOf>[1] = {
    concern: (id) => concerns.get(id ?? 0),
    roundTable: store.sources.source().roundTable,
  }
  const behind = new Set(told.filter((each) => each.isBehind).map((each) => each.id))
  return store.publications.listOf(told.map((each) => each.id)).map((publication) => ({
    publication,
    name: nameOf(publication, source),
    isBehind: behind.has(publication.id),
  }))
}

const MOVED = 'Moved on since'

/** Where it is on its way. */
export const stageOf = (publication: Publication, isBehind: boolean): string => {
  if (publication.withdrawal) return 'Withdrawn'
  if (!isPublished(publication)) return isApproved(publication) ? 'Ready to publish' : 'Draft'
  return isBehind ? MOVED : 'Public'
}
