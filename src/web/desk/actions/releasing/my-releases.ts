import type { Action } from '../../../../domain/actions/action.ts'
import { sentBackIn, waitingIn } from '../../../../domain/actions/releasing/held.ts'
import { namesOf } from '../../../../work/names.ts'
import { mayRelease } from '../../../../work/releasing/waiting.ts'
import type { Visit } from '../../visit.ts'

/** Actions on which something waits for this person to release it. */
export const toRelease = ({ store, who, by }: Visit): Action[] =>
  store.actions
    .listOpen(who)
    .filter((action) => waitingIn(action).some((held) => mayRelease(store, action, held, by)))

/** R11: of a matter held in private this is said on its own page alone. */
export const heldOf = ({ store, who }: Visit, action: Action): string => {
  if (action.depth === 'named') return ''
  const isOurs = (each: { organisationId: number | null }): boolean =>
    each.organisationId === who.organisationId
  const waiting = waitingIn(action).findLast(isOurs)
  if (waiting) return `What was said waits for ${namesOf(store).seat(waiting.releaserId)}.`
  return sentBackIn(action).some(isOurs) ? 'It came back to you. Open it to read why.' : ''
}
