import { roleOf, type Organisation } from '../../people/seat.ts'
import type { MinutesDepth } from '../minutes.ts'
import { wordsOf, type Called, type Section } from '../paper.ts'
import { SAY_PRESENCE, type Attendance, type RoundTable } from '../round-table.ts'
import { sayOthers } from './guest-lines.ts'

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
      rows: rowsOf(attended, called),
    },
    ...wordsOf(sayApologies(attended, called)),
    ...wordsOf(saySent(attended, called)),
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

/**
 * A row for each who came; one for each organisation that was expected and nobody came for; then
 * those who stand for nobody.
 */
const rowsOf = (attended: Attended, called: Called): string[][] => {
  const { expectedIds, attendance } = attended.table
  const ids = attendance.map((each) => each.organisationId).filter((id) => id !== null)
  const rowOf = (each: Attendance): string[] => [
    each.organisationId === null ? 'No organisation' : called.organisation(each.organisationId),
    sayWho(each, attended, called),
    sayHere(each),
  ]
  return [...new Set([...expectedIds, ...ids]), null].flatMap((id) => {
    const here = attendance.filter((each) => each.organisationId === id)
    return here.length > 0 || id === null
      ? here.map(rowOf)
      : [[called.organisation(id), '', 'Absent']]
  })
}

/**
 * R14: the public reads a role and an organisation; the table reads the seat, and who sat there
 * that day only where names may be read. R17: in public, people are not counted here.
 */
const sayWho = (each: Attendance, { depth }: Attended, { seat, holder }: Called): string => {
  const { guestRole, seatId, count, presence } = each
  const isPublic = depth === 'public'
  if (guestRole !== null) return sayOthers(guestRole, isPublic ? 1 : count)
  const title = seat(seatId)
  if (title === '') return 'The organisation'
  const name = presence === 'present' && seatId !== null ? (holder?.(seatId) ?? '') : ''
  return isPublic ? roleOf(title) : [title, name].filter(Boolean).join(': ')
}

const sayHere = ({ presence, sentRole }: Attendance): string =>
  sentRole === null ? SAY_PRESENCE[presence] : `${SAY_PRESENCE[presence]}: ${sentRole}`

/** Someone in a sentence: “Ward sergeant, Metropolitan Police Service”. */
const inWords = (each: Attendance, attended: Attended, called: Called): string => {
  if (each.organisationId === null) return sayWho(each, attended, called)
  const organisation = called.organisation(each.organisationId)
  const isWhole = each.guestRole === null && called.seat(each.seatId) === ''
  return isWhole ? organisation : `${sayWho(each, attended, called)}, ${organisation}`
}

const sayApologies = (attended: Attended, called: Called): string | null => {
  const away = attended.table.attendance.filter(({ presence }) => presence === 'apologies')
  if (away.length === 0) return null
  return `Apologies: ${away.map((each) => inWords(each, attended, called)).join('; ')}.`
}

const saySent = (attended: Attended, called: Called): string | null => {
  const sent = attended.table.attendance.filter((each) => each.sentRole !== null)
  if (sent.length === 0) return null
  const lines = sent.map((each) => `${inWords(each, attended, called)}, sent: ${each.sentRole}`)
  return `${lines.join('. ')}.`
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
