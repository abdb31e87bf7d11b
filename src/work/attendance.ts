import { settle } from '../domain/actions/agreement.ts'
import { attendanceIn, type AttendanceFields } from '../domain/round-tables/attendance/fields.ts'
import { howItWas, type Attendance, type RoundTable } from '../domain/round-tables/round-table.ts'
import type { By } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import { choicesOf, type Choices } from './names.ts'

/**
 * Writes down who is here, and settles what was agreed at this table before that was known (R6).
 */
export const recordAttendance = (
  store: Store,
  tableId: number,
  seated: Attendance[],
  residents: number | null,
  by: By,
): void =>
  store.together(() => {
    store.roundTables.recordAttendance(tableId, seated, residents, by)
    const table = store.roundTables.findById(tableId)!
    if (table.openedAt === null) return
    for (const action of store.actions.touchedAt(table)) {
      const settled = settle(action, table.openedAt, (id) => howItWas(table, id))
      if (settled) store.actions.recordTerms(action.id, settled, by)
    }
  })

/** Who may be said to be here: whoever is there now, and whoever was written down already (R5). */
export const seatsAt = (store: Store, { attendance }: RoundTable): Choices =>
  choicesOf(store, {
    organisationIds: attendance.map((each) => each.organisationId),
    seatIds: attendance.map((each) => each.seatId),
  })

/** The rows that the form says. */
export const seatedIn = (
  fields: AttendanceFields,
  { organisations, seats }: Choices,
): Attendance[] =>
  attendanceIn(
    fields,
    organisations.map((each) => each.id),
    seats,
  )
