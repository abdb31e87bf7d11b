import type { Action, Held } from '../../../../domain/actions/action.ts'
import { sentBackIn, waitingIn } from '../../../../domain/actions/releasing/held.ts'
import { takeBack } from '../../../../domain/actions/reporting.ts'
import { may } from '../../../../domain/may.ts'
import { isEmpty } from '../../../../domain/people/seat.ts'
import { namesOf } from '../../../../work/names.ts'
import { mayRelease, waitsFor } from '../../../../work/releasing/waiting.ts'
import type { HeldLine } from '../../../views/desk/actions.ts'
import type { Visit } from '../../visit.ts'

/**
 * What waits for a seat's release on this action, and what came back. Its words are for its own
 * organisation and whoever releases it; everyone else reads only that something waits.
 */
export const heldLines = (visit: Visit, action: Action): HeldLine[] =>
  [...waitingIn(action), ...sentBackIn(action)].map((held) => lineOf(visit, action, held))

const lineOf = (visit: Visit, action: Action, held: Held): HeldLine => {
  const { store, who, by, today } = visit
  const names = namesOf(store)
  const seat = store.organisations.findSeat(held.releaserId)
  const releases = held.returned === null && mayRelease(store, action, held, by)
  return {
    held,
    from: held.seatId ? names.seat(held.seatId) : names.organisation(held.organisationId),
    releaser: names.seat(held.releaserId),
    isEmpty: !seat || seat.endedOn !== null || isEmpty(seat, today),
    mayRead: releases || held.organisationId === who.organisationId,
    mayRelease: releases,
    mayTakeBack: takeBack(action, held.id, (update) => may.takeBack(who, action, update)).accepted,
  }
}

/**
 * Whom what this person says here will wait for, in words; R11: or that nobody may release it, so
 * that it counts at once.
 */
export const releaseNote = (visit: Visit, action: Action): string => {
  const { store, who, by } = visit
  const { organisationId, personId } = who
  const rule = store.releases.rules().find((each) => each.organisationId === organisationId)
  if (!rule || may.write(who)) return ''
  if (waitsFor(store, action, { organisationId, personId }, by.at) !== null)
    return `What you say waits for ${namesOf(store).seat(rule.seatId)}, and counts once it is released.`
  return action.depth === 'named' && !who.seatIds.includes(rule.seatId)
    ? 'Nobody of your organisation who could release it is on the list of this matter. It counts at once.'
    : ''
}
