import { refuse, type Decision } from '../decision.ts'
import { isOpen, isProposed, statusOf, TAKEN_OUT, type Action, type Closing } from './action.ts'

/** The table, or a coordinator between tables, agrees that it is closed (R3). */
export const close = (action: Action): Decision<Action> => {
  if (action.takenOutAt !== null) return refuse('closing', TAKEN_OUT)
  if (!isOpen(action)) return refuse('closing', 'This action is closed already')
  if (isProposed(action)) return refuse('closing', 'It was never accepted, so it cannot be closed')
  const status = statusOf(action)
  return status === 'done' || status === 'could-not'
    ? { accepted: true, value: action }
    : refuse('closing', 'First say that it is done, or why it could not be. Then it can be closed')
}

const OPEN_ALREADY =
  'It is open again already: “What has happened so far” says why. Your words were not saved. Add them as an update'

/** Opened again, with a reason; the closing stays in the history. */
export const reopen = (action: Action, reason: string): Decision<Closing> => {
  const closing = action.closings.findLast((each) => each.reopenedAt === null)
  if (!closing) return refuse('reason', OPEN_ALREADY)
  return reason.trim()
    ? { accepted: true, value: closing }
    : refuse('reason', 'Say why it is opened again')
}

/**
 * Written down by mistake: the table that agreed it takes it out while it is open, where nothing
 * was said of it and nobody was sent it.
 */
export const takeOut = (
  action: Action,
  at: { roundTableId: number; isSent: boolean; isTold: boolean },
): Decision<Action> => {
  if (action.takenOutAt !== null) return refuse('text', TAKEN_OUT)
  if (action.roundTableId !== at.roundTableId)
    return refuse('text', 'Another round table agreed this action. Report on it, or close it')
  if (
    action.updates.length > 1 ||
    action.closings.length > 0 ||
    action.acceptances.length > 0 ||
    at.isTold
  )
    return refuse('text', 'Something was said about this action already. Report on it, or close it')
  return at.isSent
    ? refuse('text', 'These minutes were sent with this action in them. Report on it, or close it')
    : { accepted: true, value: action }
}
