import { accept, refuse, type Decision } from '../../decision.ts'
import { isHere, type RoundTable } from '../round-table.ts'
import { keyOf, type AttendanceFields } from './fields.ts'

/**
 * Who is here, to begin with: whoever was there, or sent someone, at the last table that says so.
 * Guests, residents and apologies were of that day. Only while nobody is marked here yet.
 * @param tables newest first.
 */
export const asLastTime = (table: RoundTable, tables: RoundTable[]): Decision<AttendanceFields> => {
  if (table.attendance.length > 0)
    return refuse('attendance', 'Who is here is written down already. Change it line by line')
  const last = lastAttended(table, tables)
  return last
    ? accept(fieldsOf(last))
    : refuse('attendance', 'No round table before this one says who was there')
}

/** The last table before this one that says who was there. */
export const lastAttended = (table: RoundTable, tables: RoundTable[]): RoundTable | undefined =>
  tables.find(
    (each) =>
      each.id !== table.id &&
      each.openedAt !== null &&
      each.heldOn <= table.heldOn &&
      each.attendance.some((one) => one.organisationId !== null && isHere(one)),
  )

const fieldsOf = ({ attendance }: RoundTable): AttendanceFields =>
  Object.fromEntries(
    attendance
      .filter((each) => each.guestRole === null && each.organisationId !== null && isHere(each))
      .map((each) => [keyOf(each), each.presence]),
  )
