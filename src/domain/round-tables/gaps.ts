import { isOpen, type Action } from '../actions/action.ts'
import type { Concern } from '../concerns/concern.ts'
import { asAt, cutoffOf } from './as-it-stood.ts'
import type { RoundTable } from './round-table.ts'
import { withoutWords } from './minutes.ts'

/**
 * R11: whether papers show the number and the ground of a private action: those of the table that
 * agreed it, and of each after that, while it is open. One agreed between two tables comes to the
 * next like any other (R4, R5). Where a concern above it is private, that is the gap.
 * @param concerns those that it hangs on.
 */
export const isKnownGap = ({ depth, takenOutAt }: Action, concerns: Concern[]): boolean =>
  depth === 'named' &&
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
