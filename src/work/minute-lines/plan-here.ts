import {
  attendanceFields,
  mergeAttendance,
  type AttendanceFields,
} from '../../domain/round-tables/attendance-fields.ts'
import { wasNotRead } from '../../domain/round-tables/line/here/read-here.ts'
import type { Line } from '../../domain/round-tables/line/line.ts'
import { seatedIn } from '../attendance.ts'
import { choicesOf } from '../names.ts'
import type { Above } from './above.ts'
import { onlyNote, type PlannedAttendance } from './planned.ts'

/** Adds to who is here: what the line does not say stays as it was. */
export const planHere = ({ store, table }: Above, line: Line): PlannedAttendance => {
  const before = attendanceFields(table)
  const count = line.residents === null ? before.residents! : String(line.residents)
  const { merged } = mergeAttendance(table, before, {
    ...before,
    ...saidIn(line, before),
    residents: count,
  })
  return {
    becomes: 'round table',
    line,
    seated: seatedIn(merged, choicesOf(store)),
    residents: merged.residents ? Number(merged.residents) : null,
    rest: line.text ? onlyNote(line, wasNotRead(line.text)) : null,
  }
}

const saidIn = ({ here }: Line, before: AttendanceFields): AttendanceFields =>
  Object.fromEntries(
    here.map(({ organisationId, seatId, guestRole, presence }) => {
      if (guestRole !== null)
        return [`guest-${organisationId}`, guestsOf(here, organisationId, before)]
      return seatId !== null ? [`seat-${seatId}`, presence] : [`org-${organisationId}`, presence]
    }),
  )

/**
 * All who came from an organisation by role: those from before and those of the line. Two of one
 * role are two people, and a line that is sent again makes nobody new.
 */
const guestsOf = (here: Line['here'], organisationId: number, before: AttendanceFields): string => {
  const said = here.flatMap((each) =>
    each.organisationId === organisationId && each.guestRole !== null ? [each.guestRole] : [],
  )
  const there = (before[`guest-${organisationId}`] ?? '').split(', ').filter(Boolean)
  const left = [...there]
  for (const role of said) {
    const at = left.indexOf(role)
    if (at >= 0) left.splice(at, 1)
    else there.push(role)
  }
  return there.join(', ')
}
