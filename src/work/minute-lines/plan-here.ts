import {
  attendanceFields,
  keyOf,
  mergeAttendance,
  type AttendanceFields,
} from '../../domain/round-tables/attendance/fields.ts'
import { linesOf, sayGuest } from '../../domain/round-tables/attendance/guest-lines.ts'
import { wasNotRead } from '../../domain/round-tables/line/here/read-here.ts'
import type { Line } from '../../domain/round-tables/line/line.ts'
import { seatedIn, seatsAt } from '../attendance.ts'
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
    seated: seatedIn(merged, seatsAt(store, table)),
    residents: merged.residents ? Number(merged.residents) : null,
    rest: line.text ? onlyNote(line, wasNotRead(line.text)) : null,
  }
}

const saidIn = ({ here }: Line, before: AttendanceFields): AttendanceFields =>
  Object.fromEntries(
    here.flatMap((each): [string, string][] => {
      const key = keyOf(each)
      if (each.guestRole !== null) return [[key, guestsOf(here, key, before)]]
      return [
        [key, each.presence],
        ...(each.sentRole === null ? [] : [[`sent-${key}`, each.sentRole] as [string, string]]),
      ]
    }),
  )

/**
 * All guests of one organisation: those from before and those of the line. Two of one role are two
 * people, and a line that is sent again makes nobody new.
 */
const guestsOf = (here: Line['here'], key: string, before: AttendanceFields): string => {
  const said = here.flatMap(({ guestRole, ...each }) =>
    guestRole !== null && keyOf({ guestRole, ...each }) === key
      ? sayGuest({ guestRole, presence: each.presence, count: 1 })
      : [],
  )
  const there = linesOf(before[key])
  const left = [...there]
  for (const role of said) {
    const at = left.indexOf(role)
    if (at >= 0) left.splice(at, 1)
    else there.push(role)
  }
  return there.join('\n')
}
