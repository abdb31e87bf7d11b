import type { Choices } from '../../../work/names.ts'
import { z } from 'zod'
import {
  PRESENCES,
  SAY_PRESENCE,
  type Attendance,
} from '../../../domain/round-tables/round-table.ts'
import { words } from '../../forms.ts'

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

/** The lines that two minute-takers wrote differently, in words. */
export const differencesOf = (
  clashes: string[],
  theirs: Record<string, string>,
  mine: Record<string, string>,
  { seats, organisations }: Choices,
): string[] => {
  const said = (value: string | undefined) =>
    value ? (SAY_PRESENCE[value as Attendance['presence']] ?? value) : 'not said'
  return clashes.map((key) => {
    const id = Number(key.split('-')[1])
    const name =
      key === 'residents'
        ? 'Residents'
        : key.startsWith('seat-')
          ? seats.find((seat) => seat.id === id)?.title
          : organisations.find((each) => each.id === id)?.name
    return `${name ?? key}: they wrote “${said(theirs[key])}”, you wrote “${said(mine[key])}”`
  })
}
