import type { Day } from '../../day.ts'
import type { RoundTable } from '../../round-tables/round-table.ts'

/** The next round table that has a day. */
export const nextTable = ({
  tables,
  today,
}: {
  tables: RoundTable[]
  today: Day
}): RoundTable | undefined =>
  tables
    .filter(
      (table) =>
        table.openedAt === null &&
        table.cancelledAt === null &&
        table.heldOn.length === 10 &&
        table.heldOn >= today,
    )
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))[0]
