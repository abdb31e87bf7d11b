import { addDays, firstDayOf, type Day } from '../domain/day.ts'
import type { RoundTable } from '../domain/round-tables/round-table.ts'

/** About when the table after the next one meets: what is due before then is due now (R4). */
export const quarterFrom = (day: Day): Day => addDays(day, 92)

/** What is due before the table after this one. */
export const dueBefore = (table: RoundTable): Day => quarterFrom(firstDayOf(table.heldOn))
