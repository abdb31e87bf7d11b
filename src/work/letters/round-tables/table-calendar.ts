import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator'
import { addDays, instantOf } from '../../../domain/day.ts'
import { titleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'

/** How long a meeting is taken to last where nobody says. */
const HOURS = 2

/**
 * A meeting as a calendar keeps it: a day without a time is the whole of it (R26). A month has no
 * day, and is not put on one that nobody agreed (R2).
 */
export const meetingIn = ({
  heldOn,
  startsAt,
  place,
}: {
  heldOn: string
  startsAt: string | null
  place: string | null
}): Pick<ICalEventData, 'end' | 'allDay' | 'location'> & { start: Date } => {
  const start = startsAt ? instantOf(heldOn, startsAt) : midnight(heldOn)
  return {
    start,
    end: startsAt ? new Date(start.getTime() + HOURS * 3_600_000) : midnight(addDays(heldOn, 1)),
    allDay: !startsAt,
    ...(place && { location: place }),
  }
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** By what a calendar knows a table again, however often it is moved: its number is kept (R30). */
export const uidOf = ({ slug }: RoundTable, publicUrl: string): string =>
  `${slug}@${new URL(publicUrl).hostname}`

/** Who asks: the partnership by its name, from the address that letters come from. */
interface Invitation {
  publicUrl: string
  from: string
  at: string
  organiser: string
}

/** The file that goes with a letter: asked, moved and cancelled under one UID (RFC 5546). */
export const invitationFile = (
  table: RoundTable,
  to: { email: string; isOff: boolean; isGuest: boolean },
  { publicUrl, from, at, organiser }: Invitation,
): { method: 'REQUEST' | 'CANCEL'; content: string } => {
  const made = ical({
    method: to.isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Round Table', product: 'Round Table', language: 'EN' },
  })
  made.createEvent({
    ...meetingIn(table),
    id: uidOf(table, publicUrl),
    sequence: table.changes.length,
    stamp: new Date(at),
    summary: titleOf(table),
    // A guest cannot sign in to read it there.
    ...(to.isGuest ? {} : { url: `${publicUrl}/desk/round-tables/${table.slug}` }),
    status: to.isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organiser, email: addressIn(from) },
    attendees: [
      {
        email: to.email,
        // The answer is asked for by the link in the letter; nobody reads a calendar's own reply.
        rsvp: false,
        status: ICalAttendeeStatus.NEEDSACTION,
        role: ICalAttendeeRole.REQ,
      },
    ],
  })
  return { method: to.isOff ? 'CANCEL' : 'REQUEST', content: `${made.toString()}\r\n` }
}

const addressIn = (from: string): string => from.match(/<([^<>]+)>/)?.[1] ?? from
