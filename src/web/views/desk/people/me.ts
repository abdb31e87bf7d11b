import type { Who } from '../../../../domain/people/person.ts'
import type { Seat } from '../../../../domain/people/seat.ts'
import type { DeskFrame } from '../frame.ts'

/** What someone decides for themselves, and exactly what each of its pages is given. */
export interface MeViews {
  'desk/people/me/index': {
    frame: DeskFrame
    name: string
    email: string
    role: Who['role']
    seats: Seat[]
    sessions: {
      id: number
      createdAt: string
      lastSeenAt: string
      device: string | null
      isThis: boolean
    }[]
    withPasskey: boolean
    passkeys: { id: number; name: string; at: string; usedAt: string | null }[]
    hasApp: boolean
    mayChangeFactors: boolean
    mayRemovePasskey: boolean
    accounts: { id: number; at: string }[]
    calendarSince: string | null
    /** Its address, once. */
    calendar: string | null
    calendarHasWords: boolean
    publicCalendar: string
    isAlumnus: boolean
    /** There are other round tables on this server. */
    isAmongOthers: boolean
  }
  'desk/people/me/_calendar': MeViews['desk/people/me/index']
  'desk/people/me/_calendar-how': { id: string }
  'desk/people/other-tables/index': {
    frame: DeskFrame
    /** The tables whose keys this browser keeps. */
    tables: { host: string; name: string; mark: string }[]
    keys: { id: number; mark: string; at: string }[]
    mayMake: boolean
    /** A key, once. */
    made: string | null
    did: 'removed' | 'ended' | null
  }
}
