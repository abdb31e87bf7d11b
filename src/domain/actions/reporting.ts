import type { When } from '../day.ts'
import { decide, refuse, type Decision } from '../decision.ts'
import { isOpen, TAKEN_OUT, termsOf, type Action, type Status, type Update } from './action.ts'

/**
 * An owner reports. "Done" needs words on what was done, "could not" a reason (R3), "waiting" for
 * whom.
 */
export const report = (
  action: Action,
  said: { status: Status; text: string; waitingFor: string | null; on: When | null },
): Decision<typeof said> => {
  if (action.takenOutAt !== null) return refuse('text', TAKEN_OUT)
  if (!isOpen(action))
    return refuse(
      'status',
      'The round table has closed this action. Reopen it first, with a reason',
    )
  const text = said.text.trim()
  const needs: Partial<Record<Status, string>> = {
    done:
      termsOf(action).kind === 'question'
        ? 'Write the answer. Residents will be told it'
        : 'Say what was done, in one or two sentences',
    'could-not': 'Say why it could not be done. Residents will be told the reason',
  }
  const need = needs[said.status]
  return decide(
    [
      need !== undefined && !text && { field: 'text', reason: need },
      said.status === 'waiting' &&
        !said.waitingFor?.trim() && { field: 'waitingFor', reason: 'Say who you are waiting for' },
    ],
    () => ({ ...said, text, waitingFor: said.status === 'waiting' ? said.waitingFor : null }),
  )
}

/** A person takes back what they said: the row stays, struck through, and stops counting. */
export const takeBack = (
  action: Action,
  updateId: number,
  mine: (update: Update) => boolean,
): Decision<Update> => {
  const update = [...action.updates, ...action.held].find((each) => each.id === updateId)
  if (!update) return refuse('update', 'That update is not on this action')
  if (update.takenBackAt) return refuse('update', 'That update is taken back already')
  if (update.id === action.updates[0]?.id)
    return refuse('update', 'The first line says that it was agreed. It cannot be taken back')
  if (!mine(update))
    return refuse('update', 'Only the person or the seat that said it can take it back')
  if (!isOpen(action))
    return refuse(
      'update',
      'The round table has closed this action. Reopen it first, with a reason',
    )
  return { accepted: true, value: update }
}
