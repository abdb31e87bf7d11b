import type { Day, When } from '../domain/day.ts'
import { isAhead } from '../domain/round-tables/round-table.ts'
import type { Store } from '../store/store.ts'

/** The day or month of the next round table that is planned, beside the one that meets. */
export const nextTableOf = (store: Store, today: Day, meetingId?: number): When | null =>
  store.roundTables
    .planned()
    .filter((each) => isAhead(each, today) && each.id !== meetingId)
    .at(-1)?.heldOn ?? null
