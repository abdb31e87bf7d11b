import type { RoundTable } from './round-table.ts'

/**
 * Who is here, as the form has it: a value for each seat, organisation and guest, and the count of
 * residents.
 */
export type AttendanceFields = Record<string, string>

export const attendanceFields = (table: RoundTable): AttendanceFields => ({
  ...Object.fromEntries(
    table.attendance.map((each) =>
      each.guestRole !== null
        ? [`guest-${each.organisationId}`, each.guestRole]
        : each.seatId !== null
          ? [`seat-${each.seatId}`, each.presence]
          : [`org-${each.organisationId}`, each.presence],
    ),
  ),
  residents: table.residents === null ? '' : String(table.residents),
})

/**
 * What the form was drawn from, so that two minute-takers cannot overwrite each other unseen (R23).
 */
export const attendanceMark = (table: RoundTable): string => JSON.stringify(attendanceFields(table))

/**
 * Takes from a form only what it changed. Where the other one changed the same line to something
 * else, both must be seen (R23).
 */
export const mergeAttendance = (
  table: RoundTable,
  basedOn: AttendanceFields,
  mine: AttendanceFields,
): { merged: AttendanceFields; clashes: string[] } => {
  const theirs = attendanceFields(table)
  const of = (fields: AttendanceFields, key: string): string => fields[key] ?? ''
  const keys = [...new Set([...Object.keys(basedOn), ...Object.keys(theirs), ...Object.keys(mine)])]
  const changed = (key: string): boolean => of(mine, key) !== of(basedOn, key)
  return {
    merged: Object.fromEntries(
      keys.map((key) => [key, changed(key) ? of(mine, key) : of(theirs, key)]),
    ),
    clashes: keys.filter(
      (key) =>
        changed(key) && of(theirs, key) !== of(basedOn, key) && of(theirs, key) !== of(mine, key),
    ),
  }
}
