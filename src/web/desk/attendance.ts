import { z } from 'zod'
import { PRESENCES, SAY_PRESENCE, type Attendance, type RoundTable } from '../../domain/round-table.ts'
import type { Seated } from '../../store/round-tables.ts'
import { words } from '../forms.ts'
import type { Choices } from '../views.ts'

/** Who is here: a line for each seat, for each organisation as a whole, and for a guest by role. */
export const attendanceForm = ({ organisations, seats }: Choices) => z.strictObject({
  ...Object.fromEntries(seats.map((seat) => [`seat-${seat.id}`, z.enum(['', ...PRESENCES]).default('')])),
  ...Object.fromEntries(organisations.flatMap((each) => [[`guest-${each.id}`, words(120)], [`org-${each.id}`, z.enum(['', ...PRESENCES]).default('')]])),
  residents: z.string().default('').transform((text) => (text.trim() === '' ? null : Number(text))).pipe(z.number('Write a number, or leave it empty').int('Write a whole number').min(0, 'Write a number').max(9999, 'This number is too large').nullable()),
  basedOn: z.string().default('')
})

/** The rows that the form says. */
export const seatedIn = (fields: Record<string, string | number | null>, { organisations, seats }: Choices): Seated[] => [
  ...seats.filter((seat) => fields[`seat-${seat.id}`]).map((seat) => ({ organisationId: seat.organisationId, seatId: seat.id, guestRole: null, presence: fields[`seat-${seat.id}`] as Seated['presence'] })),
  ...organisations.filter((each) => fields[`org-${each.id}`]).map((each) => ({ organisationId: each.id, seatId: null, guestRole: null, presence: fields[`org-${each.id}`] as Seated['presence'] })),
  ...organisations.filter((each) => fields[`guest-${each.id}`]).map((each) => ({ organisationId: each.id, seatId: null, guestRole: String(fields[`guest-${each.id}`]), presence: 'present' as const }))
]

/** What two minute-takers wrote differently, a line each. */
export const differencesOf = (table: RoundTable, fields: Record<string, string | number | null>, choices: Choices): string[] => {
  const said = (presence: string | undefined) => (presence ? SAY_PRESENCE[presence as Attendance['presence']] : 'not said')
  return choices.seats.map((seat) => {
    const theirs = table.attendance.find((each) => each.seatId === seat.id)?.presence
    const yours = String(fields[`seat-${seat.id}`] ?? '')
    return (theirs ?? '') === yours ? '' : `${seat.title}: they wrote “${said(theirs)}”, you wrote “${said(yours)}”`
  }).filter(Boolean)
}
