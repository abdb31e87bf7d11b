import { isHere, isRepresented, type Attendance, type RoundTable } from '../round-table.ts'

interface PublicNames {
  publicName: (id: number | null) => string
}

/** R6: who is here, in one line: `16 here from 9, and 7 residents. No one from the police`. */
export const sayAttendance = (table: RoundTable, { publicName }: PublicNames): string => {
  const { attendance, expectedIds, residents } = table
  if (attendance.length === 0 && residents === null) return 'Nobody is marked here yet'
  const from = new Set(attendance.flatMap((each) => (isHere(each) && each.organisationId) || []))
    .size
  const missing = expectedIds.filter((id) => !isRepresented(table, id)).map(publicName)
  const here = attendance.reduce((sum, each) => sum + peopleIn(each, attendance), 0)
  return [
    `${here} here${from > 0 ? ` from ${from}` : ''}${sayResidents(residents)}`,
    ...(missing.length > 0 ? [`No one from ${either(missing)}`] : []),
  ].join('. ')
}

/** Whoever was sent may stand there as a guest already. */
const peopleIn = (each: Attendance, all: Attendance[]): number => {
  if (!isHere(each)) return 0
  const isGuestBeside =
    each.presence === 'sent-someone' &&
    each.sentRole === null &&
    all.some(
      (one) => one.organisationId === each.organisationId && one.guestRole !== null && isHere(one),
    )
  return isGuestBeside ? 0 : each.count
}

const sayResidents = (count: number | null): string =>
  count ? `, and ${count} ${count === 1 ? 'resident' : 'residents'}` : ''

const either = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
