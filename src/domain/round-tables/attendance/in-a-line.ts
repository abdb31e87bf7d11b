import { isHere, type RoundTable } from '../round-table.ts'

/** `16 here from 9, 7 residents`: as much as a glance needs. */
export const sayHereInALine = ({ attendance, residents }: RoundTable): string => {
  const here = attendance.filter(isHere)
  const people = here.reduce((sum, { count }) => sum + count, 0)
  const from = new Set(here.flatMap(({ organisationId }) => organisationId ?? [])).size
  const counted = residents ? `, ${residents} ${residents === 1 ? 'resident' : 'residents'}` : ''
  return `${people} here from ${from}${counted}`
}
