import { cutoffOf } from '../as-it-stood.ts'
import type { RoundTable } from '../round-table.ts'
import { planAt, wasCancelledAt } from './plan.ts'

/** R5: the next one, as it was planned by the time that the minutes of a table were finished. */
export const nextAfter = (table: RoundTable, tables: RoundTable[]): RoundTable | undefined =>
  tables
    .filter(
      (each) => (each.plannedAt ?? '') <= cutoffOf(table) && !wasCancelledAt(each, cutoffOf(table)),
    )
    .map((each) => ({ ...each, ...planAt(each, cutoffOf(table)) }))
    .filter((each) => each.heldOn > table.heldOn)
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))
    .at(-1)
