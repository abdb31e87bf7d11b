import ical, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator'
import { isProposed, isStanding, termsOf, type Action } from '../../../domain/actions/action.ts'
import { addDays, lastDayOf, sayWhen, type Day, type When } from '../../../domain/day.ts'
import { eventTermsOf, type Event } from '../../../domain/evidence/event.ts'
import { mineOf } from '../../../domain/people/mine.ts'
import type { Who } from '../../../domain/people/person.ts'
import { stateOf, titleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { meetingIn } from '../../../work/letters/round-tables/table-calendar.ts'
import { calendarFile } from '../../files/calendar-file.ts'
import { to } from '../../to.ts'
import type { AtDoor } from '../holder.ts'
import { file, type Route } from '../route.ts'

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/**
 * `/calendar/{token}.ics`: a calendar of one's own, read by a program that cannot sign in. Round
 * tables and workshops, and the days and months by which something of mine is due. Calendars live on
 * other people's machines: an action stands there by its number alone, unless its owner chose its
 * words, and what is held in private never does (R11).
 */
export const calendarRoutes: readonly Route[] = [
  file('/calendar/:file', (atDoor) => {
    const { store, params, today } = atDoor
    const personId = store.calendars.ownerOf(params.file!.replace(/\.ics$/, ''))
    const who = personId === undefined ? undefined : store.people.who(personId, today)
    return (
      who && {
        type: 'text/calendar; charset=utf-8',
        name: 'my-round-table.ics',
        body: calendarOf(atDoor, who),
      }
    )
  }),
]

/** A program asks for all of it again and again: what was held two years ago is in it no more. */
const DAYS_BEHIND = 730

const calendarOf = ({ store, publicUrl, at, today }: AtDoor, who: Who): string => {
  const made = ical({
    name: nameOf(store),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Round Table', product: 'Round Table', language: 'EN' },
  })
  const since = addDays(today, -DAYS_BEHIND)
  const eventIds = [...store.glances.events()]
    .filter(({ depth, heldOn }) => depth !== 'named' && heldOn !== null && heldOn >= since)
    .map((each) => each.id)
  const drawn = [
    ...store.roundTables
      .list()
      .filter(({ heldOn }) => heldOn >= since)
      .flatMap(drawTable),
    ...store.events.listUnfiltered(eventIds).flatMap(drawEvent),
    ...dueOf(store, who, today).map(drawAction(store.calendars.hasWords(who.personId))),
  ]
  const host = new URL(publicUrl).hostname
  for (const { id, url, ...rest } of drawn)
    made.createEvent({ id: `${id}@${host}`, stamp: new Date(at), url: publicUrl + url, ...rest })
  return calendarFile(made)
}

/** Whoever sits at several tables has one of each in their phone, and tells them apart. */
const nameOf = (store: Store): string => {
  const { partnership } = store.published.board()
  const name = partnership ? `My actions: ${partnership.name}` : 'My actions at the round table'
  return store.sample.is() ? `${name} (sample)` : name
}

/** What is theirs to do by a day or a month, and was said yes to. */
const dueOf = (store: Store, who: Who, today: Day): Action[] => {
  const open = store.actions.openUnfiltered().filter((action) => action.depth !== 'named')
  const { mine, helping } = mineOf(open, who, today)
  return [...mine, ...helping].filter(
    (action) => !isProposed(action) && !isStanding(action) && termsOf(action).by !== null,
  )
}

/** One line of the calendar, by an address on this site. */
type Line = ICalEventData & { id: string; url: string; start: Date }

const drawTable = (table: RoundTable): Line[] =>
  isOnDay(table.heldOn)
    ? [
        {
          ...drawMeeting(table.slug, titleOf(table), to('/desk/round-tables', table.slug), table),
          sequence: table.changes.length,
          ...(stateOf(table) === 'cancelled' && { status: ICalEventStatus.CANCELLED }),
        },
      ]
    : []

const drawEvent = (event: Event): Line[] => {
  const { name, heldOn, startsAt, place } = eventTermsOf(event)
  const url = to('/desk/events', event.id)
  return heldOn !== null && isOnDay(heldOn)
    ? [drawMeeting(`event-${event.id}`, name, url, { heldOn, startsAt, place })]
    : []
}

const isOnDay = (when: When): boolean => when.length === 10

const drawMeeting = (
  id: string,
  summary: string,
  url: string,
  meeting: { heldOn: Day; startsAt: string | null; place: string | null },
): Line => ({
  id,
  summary,
  url,
  ...meetingIn(meeting),
})

/**
 * R26: a month is its last day, whose entry stays ahead of its reader until it is late; the words
 * say that all of the month is theirs.
 */
const drawAction =
  (hasWords: boolean) =>
  (action: Action): Line => {
    const { by, text } = termsOf(action)
    const day = lastDayOf(by!)
    const isMonth = by!.length === 7
    const end = `by the end of ${sayWhen(by!)}`
    return {
      id: `action-${action.id}-${by!}`,
      summary: hasWords
        ? `${isMonth ? `B${end.slice(1)}` : 'Due'}: ${text}`
        : `Action ${action.number}${isMonth ? `: ${end}` : ' is due'}`,
      url: to('/desk/actions', action.id),
      start: midnight(day),
      end: midnight(addDays(day, 1)),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
    }
  }
