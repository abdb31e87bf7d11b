import { isProposed, isStanding, statusOf, type Action, type Status } from '../actions/action.ts'
import { isAnsweredElsewhere, type Passing } from './passing.ts'

/** Where a concern stands, worked out and never typed in (R1). */
export type Standing = 'done' | 'standing' | 'under-way' | 'could-not' | 'unanswered'
export const STANDINGS = ['done', 'standing', 'under-way', 'could-not', 'unanswered'] as const

export const SAY_STANDING: Record<Standing, string> = {
  done: 'Done',
  standing: 'Still going',
  'under-way': 'Under way',
  'could-not': 'Could not',
  unanswered: 'No answer yet',
}

/**
 * R1, from the concern's accepted actions that are not named: under way or waiting, else not
 * started or none, else standing, else done, else could not. With no action, a concern that was
 * passed on has no answer until the bodies that it went to have answered; then it is one that the
 * partnership could not do itself.
 */
export const standing = (actions: Action[], passings: Passing[] = []): Standing =>
  standingOf(actions.map(partOf), passings)

/** What an action adds to where its concerns stand: nothing where it is named, or not accepted. */
export interface Part {
  counts: boolean
  status: Status
  isStanding: boolean
}
export const partOf = (action: Action): Part => ({
  counts: action.depth !== 'named' && !isProposed(action),
  status: statusOf(action),
  isStanding: isStanding(action),
})

/** The same, from what each of its actions adds. */
export const standingOf = (parts: readonly Part[], passings: Passing[]): Standing => {
  const counted = parts.filter(({ counts }) => counts)
  const has = (...statuses: Status[]) => counted.some(({ status }) => statuses.includes(status))
  if (has('under-way', 'waiting')) return 'under-way'
  if (counted.length === 0 && isAnsweredElsewhere(passings)) return 'could-not'
  if (counted.length === 0 || has('not-started')) return 'unanswered'
  if (counted.some((each) => each.isStanding && each.status === 'done')) return 'standing'
  return has('done') ? 'done' : 'could-not'
}

/** "Done" by the owner's word alone: not yet closed by the round table (R1). */
export const awaitsClosing = (actions: { isOpen: boolean; part: Part }[]): boolean =>
  actions.some(
    ({ isOpen, part }) => part.counts && isOpen && !part.isStanding && part.status === 'done',
  )
