import type { AttendanceFields } from '../../../../domain/round-tables/attendance/fields.ts'
import type { Choices } from '../../../../work/names.ts'
import { z } from 'zod'
import { linesOf } from '../../../../domain/round-tables/attendance/guest-lines.ts'
import {
  isHere,
  PRESENCES,
  SAY_PRESENCE,
  type Attendance,
  type RoundTable,
} from '../../../../domain/round-tables/round-table.ts'
import { words } from '../../../forms.ts'

/**
 * Who is here: a line for each seat and for each organisation as a whole, with who came instead;
 * and guests, a role on each line.
 */
export const attendanceForm = ({ organisations, seats }: Choices) =>
  z.strictObject({
    ...Object.fromEntries(
      [
        ...seats.map((each) => `seat-${each.id}`),
        ...organisations.map((each) => `org-${each.id}`),
      ].flatMap((key) => [
        [key, z.enum(['', ...PRESENCES]).optional()],
        [`sent-${key}`, asTyped(words(LONGEST_ROLE))],
      ]),
    ),
    ...Object.fromEntries(organisations.map((each) => [`guests-${each.id}`, asTyped(guests())])),
    others: guests(),
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

const LONGEST_ROLE = 120

/** A field that the form did not have is not there, and not empty: nobody took it away. */
const asTyped = <T extends z.ZodType>(field: T) => z.union([z.undefined(), field])

const guests = () =>
  words(1000).refine(
    (text) => linesOf(text).every((line) => line.length <= LONGEST_ROLE),
    'Write one role on each line. One of these is too long',
  )

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
export const typedIn = (
  form: z.infer<ReturnType<typeof attendanceForm>>,
): { basedOn: AttendanceFields; mine: AttendanceFields } => {
  const { basedOn, residents, ...lines } = form as Typed
  const count = residents === null ? '' : String(residents)
  const said = Object.entries(lines).filter(([, each]) => each !== undefined)
  const mine = Object.fromEntries(said) as AttendanceFields
  return { basedOn, mine: { ...mine, residents: count } }
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
  if (key === 'others') return 'Others'
  const id = Number(key.split('-').at(-1))
  const name = /\bseat-/.test(key)
    ? seats.find((seat) => seat.id === id)?.title
    : organisations.find((each) => each.id === id)?.name
  const what = key.startsWith('sent-') ? ', who came' : key.startsWith('guests-') ? ', guests' : ''
  return name === undefined ? key : `${name}${what}`
}

const said = (value: string | undefined): string =>
  value ? (SAY_PRESENCE[value as Attendance['presence']] ?? linesOf(value).join(', ')) : 'not said'

/** How many are here for each organisation, in words. */
export const representedIn = ({ attendance }: RoundTable): Record<number, string> => {
  const ids = attendance.map((each) => each.organisationId).filter((id) => id !== null)
  return Object.fromEntries(
    [...new Set(ids)].map((id) => {
      const here = attendance.filter((each) => each.organisationId === id && isHere(each))
      return [id, here.length === 0 ? 'no one' : `${here.length} here`]
    }),
  )
}
