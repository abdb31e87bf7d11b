import { isOpen, type Action } from '../actions/action.ts'
import type { Concern } from '../concerns/concern.ts'
import { asAt, cutoffOf } from './as-it-stood.ts'
import type { RoundTable } from './round-table.ts'
import { withoutWords } from './minutes.ts'

/**
 * R11: whether the minutes of the table that agreed a private action show its number and its ground.
 * Later papers then say no more than that; and nothing of one that stands in no minutes.
 * @param concerns those that it hangs on.
 */
export const isKnownGap = (
  { depth, roundTableId, takenOutAt }: Action,
  concerns: Concern[],
): boolean =>
  depth === 'named' &&
  roundTableId !== null &&
  takenOutAt === null &&
  concerns.every((concern) => concern.depth !== 'named' && concern.takenOutAt === null)

/** R4, R11: the private actions that come to a table from before, each as its number and ground. */
export const gapsAt = (table: RoundTable, gaps: Action[]): Action[] => {
  const cutoff = cutoffOf(table)
  return gaps
    .filter(({ roundTableId, agreedAt }) => roundTableId !== table.id && agreedAt <= cutoff)
    .map((action) => asAt(action, cutoff))
    .filter(isOpen)
    .map(withoutWords)
}

/** `1.5 Held in private. A family could be identified.` */
export const sayGap = ({ number, ground }: Action): string =>
  `${number} Held in private. ${ground ?? ''}`.trim()
