import type { Organisation } from '../people/seat.ts'
import type { MinutesDepth } from './minutes.ts'
import { wordsOf, type Called, type Section } from './paper.ts'
import { SAY_PRESENCE, type RoundTable } from './round-table.ts'

interface Attended {
  table: RoundTable
  depth: MinutesDepth
  missing: Organisation[]
  runs: string[]
}

/** R6: who came, who was expected and did not, and how often each organisation came before. */
export const attendanceSection = (attended: Attended, called: Called): Section => ({
  id: 'present',
  heading: 'Who was here',
  blocks: [
    ...wordsOf(sayMissing(attended), 'late'),
    {
      kind: 'table',
      caption: 'Who came for each organisation',
      head: ['Organisation', 'Who', 'Here'],
      rows: rowsOf(attended.table, called),
    },
    ...wordsOf(sayResidents(attended)),
    ...wordsOf(sayRuns(attended), 'quiet'),
  ],
})

const sayMissing = ({ missing }: Attended): string | null => {
  const names = missing.map((each) => each.publicName)
  if (names.length === 0) return null
  const either = names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
  return `No one from ${either} was at the table.`
}

/** A row for each who came; one for each organisation that was expected and nobody came for. */
const rowsOf = (
  { expectedIds, attendance }: RoundTable,
  { organisation, seat }: Called,
): string[][] => {
  const ids = new Set([...expectedIds, ...attendance.map((each) => each.organisationId)])
  return [...ids].flatMap((id) => {
    const here = attendance.filter((each) => each.organisationId === id)
    if (here.length === 0) return [[organisation(id), '', 'Absent']]
    return here.map(({ guestRole, seatId, presence }) => [
      organisation(id),
      guestRole ?? (seat(seatId) || 'The organisation'),
      SAY_PRESENCE[presence],
    ])
  })
}

/** In public, fewer than ten are not counted. */
const sayResidents = ({ table: { residents }, depth }: Attended): string | null => {
  if (residents === null) return null
  if (depth === 'public' && residents < 10) return 'Fewer than ten residents came.'
  return `${residents} ${residents === 1 ? 'resident' : 'residents'} came.`
}

const sayRuns = ({ runs }: Attended): string | null => {
  if (runs.length === 0) return null
  return `${runs.map((run) => run.slice(0, 1).toUpperCase() + run.slice(1)).join('. ')}.`
}
