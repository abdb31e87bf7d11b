import type { AttendanceFields } from '../../../../domain/round-tables/attendance-fields.ts'
import type { Choices } from '../../../../work/names.ts'
import { z } from 'zod'
import {
  PRESENCES,
  SAY_PRESENCE,
  type Attendance,
  type RoundTable,
} from '../../../../domain/round-tables/round-table.ts'
import { words } from '../../../forms.ts'

/** Who is here: a line for each seat, for each organisation as a whole, and for a guest by role. */
export const attendanceForm = ({ organisations, seats }: Choices) =>
  z.strictObject({
    ...Object.fromEntries(
      seats.map((seat) => [`seat-${seat.id}`, z.enum(['', ...PRESENCES]).default('')]),
    ),
    ...Object.fromEntries(
      organisations.flatMap((each) => [
        [`guest-${each.id}`, words(120)],
        [`org-${each.id}`, z.enum(['', ...PRESENCES]).default('')],
      ]),
    ),
    residents: z
      .string()
      .default('')
      .transform((text) => (text.trim() === '' ? null : Number(text)))
      .pipe(
        z
          .number('Write a number, or leave it empty')
          .int('Write a whole number')
          .min(0, 'Write a number')
          .max(9999, 'This number is too large')
          .nullable(),
      ),
    basedOn: z
      .string()
      .default('{}')
      .transform((text) => readMark(text)),
  })

/** What the form was drawn from; one that cannot be read was drawn from nothing. */
const readMark = (text: string): Record<string, string> => {
  try {
    const read: unknown = JSON.parse(text)
    return z.record(z.string(), z.string()).parse(read)
  } catch {
    return {}
  }
}

/** What was typed, and what it was typed over. */
export const attendanceIn = (
  form: z.infer<ReturnType<typeof attendanceForm>>,
): { basedOn: AttendanceFields; mine: AttendanceFields } => {
  const { basedOn, residents, ...lines } = form as Typed
  const count = residents === null ? '' : String(residents)
  return { basedOn, mine: { ...(lines as AttendanceFields), residents: count } }
}

/** What the compiler cannot see of it, since its lines are named by ids. */
type Typed = Record<string, unknown> & { basedOn: AttendanceFields; residents: number | null }

/** The lines that two minute-takers wrote differently, in words. */
export const differencesOf = (
  clashes: string[],
  theirs: AttendanceFields,
  mine: AttendanceFields,
  choices: Choices,
): string[] =>
  clashes.map(
    (key) =>
      `${nameOf(key, choices)}: they wrote “${said(theirs[key])}”, you wrote “${said(mine[key])}”`,
  )

const nameOf = (key: string, { seats, organisations }: Choices): string => {
  if (key === 'residents') return 'Residents'
  const id = Number(key.split('-')[1])
  const name = key.startsWith('seat-')
    ? seats.find((seat) => seat.id === id)?.title
    : organisations.find((each) => each.id === id)?.name
  return name ?? key
}

const said = (value: string | undefined): string =>
  value ? (SAY_PRESENCE[value as Attendance['presence']] ?? value) : 'not said'

/** How many are here for each organisation, in words. */
export const representedIn = ({ attendance }: RoundTable): Record<number, string> =>
  Object.fromEntries(
    [...new Set(attendance.map((each) => each.organisationId))].map((id) => {
      const here = attendance.filter(
        ({ organisationId, presence }) =>
          organisationId === id && (presence === 'present' || presence === 'sent-someone'),
      )
      return [id, here.length === 0 ? 'no one' : `${here.length} here`]
    }),
  )
