import { decide, refuse, type Decision } from '../../decision.ts'
import { isOpen, termsOf, type Action, type Held } from '../action.ts'

/** What waits to be released, the oldest first. */
export const waitingIn = (action: Action): Held[] =>
  isOpen(action) && action.takenOutAt === null
    ? action.held.filter((each) => each.returned === null && each.takenBackAt === null)
    : []

/** Its lead has said something that waits: the lead is not asked meanwhile (R8). */
export const isLeadHeld = (action: Action): boolean =>
  waitingIn(action).some((each) => each.organisationId === termsOf(action).leadId)

/** What was sent back, until its organisation says something newer. */
export const sentBackIn = (action: Action): Held[] =>
  isOpen(action)
    ? action.held.filter(
        (each) =>
          each.returned !== null &&
          each.takenBackAt === null &&
          ![...action.updates, ...action.held].some(
            (other) =>
              other.id > each.id &&
              other.organisationId === each.organisationId &&
              other.takenBackAt === null,
          ),
      )
    : []

/** One that waits, or why it does not any more. */
export const findWaiting = (action: Action, updateId: number): Decision<Held> => {
  const waiting = waitingIn(action).find((each) => each.id === updateId)
  if (waiting) return { accepted: true, value: waiting }
  const held = action.held.find((each) => each.id === updateId)
  if (held?.takenBackAt) return refuse('update', 'It was taken back meanwhile. Nothing waits here')
  if (held?.returned) return refuse('update', 'It was sent back already')
  return refuse(
    'update',
    isOpen(action)
      ? 'It was released already'
      : 'The round table has closed this action. Nothing waits here',
  )
}

/** Back to whoever said it, with a word on what has to change. */
export const sendBack = (
  action: Action,
  updateId: number,
  words: string,
): Decision<{ held: Held; words: string }> => {
  const waiting = findWaiting(action, updateId)
  if (!waiting.accepted) return waiting
  return decide(
    [!words.trim() && { field: 'words', reason: 'Say what has to change, so that they can do it' }],
    () => ({ held: waiting.value, words: words.trim() }),
  )
}
