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
export const entryLines = (store: Store, told: ToldGlance[]): EntryLine[] => {
  const glances = new Map(told.map((each) => [each.id, each]))
  return named(store, told).map(({ publication, name }) => {
    const { isBehind, concernId } = glances.get(publication.id)!
    const isEntry = publication.kind === 'entry' && concernId !== null
    return {
      publication,
      name,
      standing: isEntry ? store.glances.concern(concernId)!.standing : null,
      published: publishedStanding(publication),
      stage: stageOf(store, publication),
      isBehind,
      moved: isBehind ? store.sources.movedOn(asTold(publication)!) : null,
    }
  })
}

/** Each of these, with what it is called. */
export const named = (
  store: Store,
  told: ToldGlance[],
): { publication: Publication; name: string }[] => {
  const source = store.sources.source()
  return store.publications
    .listOf(told.map((each) => each.id))
    .map((publication) => ({ publication, name: nameOf(publication, source) }))
}

const MOVED = 'Moved on since'

/** Where it is on its way. */
export const stageOf = (store: Store, publication: Publication): string => {
  if (publication.withdrawal) return 'Withdrawn'
  if (!isPublished(publication)) return isApproved(publication) ? 'Ready to publish' : 'Draft'
  return store.sources.hasMovedOn(publication) ? MOVED : 'Public'
}
