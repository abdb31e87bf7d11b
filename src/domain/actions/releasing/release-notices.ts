import { termsOf, type Action } from '../action.ts'
import type { Notice } from '../notices.ts'
import { coordinatorsOf, onList, sittersOn, type Owner, type Reachable } from '../owners.ts'
import { sentBackIn, waitingIn } from './held.ts'
import { releasersOf } from './releasers.ts'

/** What a letter is for, where it is about one update: by the cause of its notice. */
const CAUSE = /^(update|return) (\d+)$/

/** The update that a notice is about: to be released, or sent back. */
export const heldIn = ({
  why,
  cause,
}: Pick<Notice, 'why' | 'cause'>): { kind: 'update' | 'return'; updateId: number } | null => {
  const [, kind, id] = (why === 'asked' && CAUSE.exec(cause)) || []
  return kind === undefined
    ? null
    : { kind: kind === 'update' ? 'update' : 'return', updateId: Number(id) }
}

/**
 * R8: while an update waits its seat is asked to release it; R7: where nobody sits there, the
 * coordinators. What was sent back goes to whoever said it.
 */
export const releaseNotices = (action: Action, there: Reachable): Notice[] => {
  const to = (people: Owner[], cause: string): Notice[] =>
    people.map((each) => ({ ...each, actionId: action.id, why: 'asked' as const, cause }))
  return [
    ...waitingIn(action).flatMap((each) => {
      const releasers = releasersOf(action, each, there)
      return to(
        releasers.length > 0 ? releasers : onList(action, coordinatorsOf(there)),
        `update ${each.id}`,
      )
    }),
    ...sentBackIn(action).flatMap((each) =>
      to(onList(action, whoSaid(each, there)), `return ${each.id}`),
    ),
  ]
}

/** Whoever said it, while they hold its seat; else whoever holds that now (R7). */
const whoSaid = ({ personId, seatId }: Owner, there: Reachable): Owner[] => {
  if (seatId === null) return there.people.includes(personId) ? [{ personId, seatId }] : []
  const holders = sittersOn(seatId, there)
  const still = holders.filter((each) => each.personId === personId)
  return still.length > 0 ? still : holders
}

/** Whoever is asked in place of its lead, while what the lead said waits. */
export const askedInstead = (action: Action, there: Reachable): Owner[] => {
  const { leadId } = termsOf(action)
  const all = waitingIn(action)
    .filter((each) => each.organisationId === leadId)
    .flatMap((each) => releasersOf(action, each, there))
  return [...new Map(all.map((each) => [each.personId, each])).values()]
}
