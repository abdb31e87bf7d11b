import { guestsIn, othersIn, sayGuest } from './guest-lines.ts'
import type { Attendance, Presence, RoundTable } from '../round-table.ts'

/**
 * Who is here, as the form has it: `seat-3` and `org-1` say how, `sent-seat-3` and `sent-org-1` who
 * came instead; `guests-1` has the guests of an organisation, `others` those who stand for nobody,
 * a role on each line; and `residents` their count.
 */
export type AttendanceFields = Record<string, string>

export const attendanceFields = (table: RoundTable): AttendanceFields => {
  const fields: AttendanceFields = {}
  for (const { guestRole, sentRole, ...each } of table.attendance) {
    const key = keyOf({ guestRole, ...each })
    if (guestRole !== null)
      fields[key] = [fields[key], sayGuest({ guestRole, ...each })].filter(Boolean).join('\n')
    else {
      fields[key] = each.presence
      if (sentRole !== null) fields[`sent-${key}`] = sentRole
    }
  }
  return { ...fields, residents: table.residents === null ? '' : String(table.residents) }
}

/** The field that someone stands in. */
export const keyOf = ({
  organisationId,
  seatId,
  guestRole,
}: Pick<Attendance, 'organisationId' | 'seatId' | 'guestRole'>): string => {
  if (organisationId === null) return 'others'
  if (guestRole !== null) return `guests-${organisationId}`
  return seatId === null ? `org-${organisationId}` : `seat-${seatId}`
}

/** The rows that the fields say, for these organisations and seats. */
export const attendanceIn = (
  fields: AttendanceFields,
  organisationIds: number[],
  seats: { id: number; organisationId: number }[],
): Attendance[] => [
  ...seats.flatMap(({ id, organisationId }) => rowIn(fields, organisationId, id)),
  ...organisationIds.flatMap((id) => rowIn(fields, id, null)),
  ...organisationIds.flatMap((organisationId) =>
    guestsIn(fields[`guests-${organisationId}`]).map((guest) => ({
      organisationId,
      ...OF,
      ...guest,
    })),
  ),
  ...othersIn(fields.others).map((guest) => ({ organisationId: null, ...OF, ...guest })),
]

const OF = { seatId: null, guestRole: null, sentRole: null }

/** A seat, or an organisation as a whole; nothing where it is not said how they are here. */
const rowIn = (
  fields: AttendanceFields,
  organisationId: number,
  seatId: number | null,
): Attendance[] => {
  const key = keyOf({ organisationId, seatId, guestRole: null })
  const presence = fields[key] as Presence | '' | undefined
  if (!presence) return []
  const sentRole = presence === 'sent-someone' ? fields[`sent-${key}`]?.trim() || null : null
  return [{ organisationId, seatId, guestRole: null, sentRole, presence, count: 1 }]
}

/**
 * What the form was drawn from, so that two minute-takers cannot overwrite each other unseen (R23).
 */
export const attendanceMark = (table: RoundTable): string => JSON.stringify(attendanceFields(table))

/**
 * Takes from a form only what it changed; a line that it did not have is as it was (R5). Where the other one changed the same line to something
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
  const changed = (key: string): boolean => key in mine && of(mine, key) !== of(basedOn, key)
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
