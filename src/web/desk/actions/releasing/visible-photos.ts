import type { Action } from '../../../../domain/actions/action.ts'
import type { Photo } from '../../../../domain/actions/photo.ts'
import { mayRelease } from '../../../../work/releasing/waiting.ts'
import type { Visit } from '../../visit.ts'

/**
 * The photos of an action that this person may see: of what counts, and of what waits for their own
 * organisation.
 */
export const photosFor = (visit: Visit, action: Action): Photo[] => {
  const { store, who, by } = visit
  const held = action.held.filter(
    (each) => each.organisationId === who.organisationId || mayRelease(store, action, each, by),
  )
  return store.photos.ofUpdates([...action.updates, ...held].map((each) => each.id))
}
