import { stateOf, type RoundTable } from './round-table.ts'

/** R31: the table that is planned for this day and time, or was begun then: there is one, not two. */
export const plannedAlready = (
  planned: Pick<RoundTable, 'heldOn' | 'startsAt'>,
  tables: RoundTable[],
): RoundTable | undefined =>
  tables.find(
    (table) =>
      ['planned', 'open'].includes(stateOf(table)) &&
      table.heldOn === planned.heldOn &&
      table.startsAt === planned.startsAt,
  )
