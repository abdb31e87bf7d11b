import { ONE_TO_TWENTY } from '../../number-words.ts'
import type { Attendance } from '../round-table.ts'

/** A guest as a line says them: by role, here or with apologies. */
export type Guest = Pick<Attendance, 'presence' | 'count'> & { guestRole: string }

/** The guests of an organisation, a role on each line: `Councillor`, `Apologies: head of year`. */
export const guestsIn = (text: string | undefined): Guest[] =>
  linesOf(text)
    .map((line): Guest => {
      const away = APOLOGIES.exec(line)?.[0] ?? ''
      const guestRole = line.slice(away.length).trim()
      return { guestRole, presence: away === '' ? 'present' : 'apologies', count: 1 }
    })
    .filter((guest) => guest.guestRole !== '')

/** Those who stand for nobody, some on a line: `Independent chair`, `2 residents`, `Two …`. */
export const othersIn = (text: string | undefined): Guest[] => guestsIn(text).map(counted)

/** A guest as the form has them, to be read again. */
export const sayGuest = ({ guestRole, presence, count }: Guest): string =>
  `${presence === 'present' ? '' : 'Apologies: '}${sayOthers(guestRole, count)}`

/** Those who stand for nobody, as the minutes say them. */
export const sayOthers = (role: string, count: number): string =>
  count > 1 ? `${count} ${role}` : role

export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const APOLOGIES = /^(?:apologies|apols?)(?:\s+(?:from|for)\b)?\s*[:,–-]?\s*/i

const counted = (guest: Guest): Guest => {
  const [, first = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(guest.guestRole) ?? []
  if (rest === '') return guest
  const written = ONE_TO_TWENTY.indexOf(first.toLowerCase()) + 1
  const count = /^[1-9]\d{0,2}$/.test(first) ? Number(first) : written
  if (count > 0) return { ...guest, guestRole: rest, count }
  return /^an?$/i.test(first) ? { ...guest, guestRole: rest } : guest
}
