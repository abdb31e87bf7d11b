import { addDays, firstDayOf } from '../../domain/day.ts'
import type { RoundTable } from '../../domain/round-table.ts'

/** Past this many days of silence an action stands on the next agenda by itself (R8). */
export const AGENDA_DAYS = 60

/** What is due before the table after this one: about a quarter ahead. */
export const dueBefore = (table: RoundTable): string => addDays(firstDayOf(table.heldOn), 92)
