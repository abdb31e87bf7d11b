import {
  isFinished,
  isOpen,
  isProposed,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { hasDoneItsShare } from '../../../domain/actions/shares.ts'
import { may } from '../../../domain/may.ts'
import type { Who } from '../../../domain/people/person.ts'

/**
 * What is mine: led by my seat or my organisation, or helped by it. The minute-taker is never the
 * owner by default (R2).
 */
export const mineOf = (actions: Action[], { seatIds, organisationId, role }: Who): Action[] =>
  actions.filter((action) => {
    const { leadId, seatId, helperIds } = termsOf(action)
    const isLed =
      seatId !== null ? seatIds.includes(seatId) : leadId === organisationId && role !== 'observer'
    const isHelped = helperIds.includes(organisationId) && role !== 'observer'
    return isOpen(action) && (isLed || isHelped)
  })

/** Mine to answer for as a whole; what is mine and is not led is helped. */
export const leads = ({ organisationId, seatIds }: Who, action: Action): boolean => {
  const { leadId, seatId } = termsOf(action)
  return leadId === organisationId || (seatId !== null && seatIds.includes(seatId))
}

/** Of what is mine, what still waits for work of mine, and not for my yes. */
export const isToDo = (who: Who, action: Action): boolean =>
  leads(who, action)
    ? !isFinished(action) && !(isProposed(action) && may.answerFor(who, action))
    : !isProposed(action) && !hasDoneItsShare(action, who.organisationId)
