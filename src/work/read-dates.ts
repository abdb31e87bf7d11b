import { readDate } from '../domain/dates/read-date.ts'
import { whenIn } from '../domain/dates/reading.ts'
import type { Day, When } from '../domain/day.ts'

/**
 * A date of a list that is brought in, or nothing where it is none that is sure.
 * @param nextTable the day or month of the next round table, for “next table”.
 */
export const sayingDates =
  (today: Day, nextTable: When | null, lean: 'ahead' | 'behind' = 'ahead') =>
  (typed: string): When | undefined =>
    whenIn(readDate(typed, { today, nextTable, lean }))
