import { settle } from '../domain/actions/agreement.ts'
import { howItWas } from '../domain/round-tables/round-table.ts'
import type { By } from '../store/journal.ts'
import type { Seated } from '../store/round-tables/round-tables.ts'
import type { Store } from '../store/store.ts'
import type { Choices } from './names.ts'

/**
 * Writes down who is here, and settles what was agreed at this table before that was known (R6).
 */
export const recordAttendance = (
  store: Store,
  tableId: number,
  seated: Seated[],
  residents: number | null,
  by: By,
): void =>
  store.together(() => {
    store.roundTables.recordAttendance(tableId, seated, residents, by)
    const table = store.roundTables.findById(tableId)!
    if (table.openedAt === null) return
    for (const action of store.actions.listUnfiltered()) {
      const settled = settle(action, table.openedAt, (id) => howItWas(table, id))
      if (settled) store.actions.recordTerms(action.id, settled, by)
    }
  })

/** The rows that the form says. */
export const seatedIn = (
  fields: Record<string, string>,
  { organisations, seats }: Choices,
): Seated[] => [
  ...seats
    .filter((seat) => fields[`seat-${seat.id}`])
    .map((seat) => ({
      organisationId: seat.organisationId,
      seatId: seat.id,
      guestRole: null,
      presence: fields[`seat-${seat.id}`] as Seated['presence'],
    })),
  ...organisations
    .filter((each) => fields[`org-${each.id}`])
    .map((each) => ({
      organisationId: each.id,
      seatId: null,
      guestRole: null,
      presence: fields[`org-${each.id}`] as Seated['presence'],
    })),
  ...organisations
    .filter((each) => fields[`guest-${each.id}`])
    .map((each) => ({
      organisationId: each.id,
      seatId: null,
      guestRole: fields[`guest-${each.id}`]!,
      presence: 'present' as const,
    })),
]
