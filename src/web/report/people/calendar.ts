import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import {
  isFinished,
  isOpen,
  isProposed,
  isStanding,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { addDays, firstDayOf, instantOf, lastDayOf, type Day } from '../../../domain/day.ts'
import { eventTermsOf, type Event } from '../../../domain/evidence/event.ts'
import { hasDoneItsShare } from '../../../domain/actions/shares.ts'
import { titleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { to } from '../../to.ts'
import type { ReportDoor } from '../door.ts'

const HOURS = 2
const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/**
 * `/calendar/{token}.ics`: a calendar of one's own, read by a program that cannot sign in. Round
 * tables and workshops, and the days and months by which something of mine is due, by its number
 * alone: calendars live on other people's machines, so no words of an action are in one, and
 * nothing that is held in private.
 */
export const calendarRoutes = (door: ReportDoor): void => {
  const { store, publicUrl } = door
  door.file('/calendar/:file', ({ params, today, at }) => {
    const personId = store.calendars.ownerOf(params.file!.replace(/\.ics$/, ''))
    const who = personId === undefined ? undefined : store.people.who(personId, today)
    return (
      who && {
        type: 'text/calendar; charset=utf-8',
        name: 'my-round-table.ics',
        body: draw(
          store.roundTables.list(),
          store.events.listUnfiltered().filter((event) => event.depth !== 'named'),
          mineOf(store, who.seatIds, who.organisationId),
          publicUrl,
          at,
        ),
      }
    )
  })
}

const mineOf = (store: Store, seatIds: number[], organisationId: number): Action[] =>
  store.actions.listUnfiltered().filter((action) => {
    const { leadId, seatId, helperIds, by } = termsOf(action)
    const leads =
      !isFinished(action) &&
      (seatId !== null ? seatIds.includes(seatId) : seatIds.length > 0 && leadId === organisationId)
    const helps =
      seatIds.length > 0 &&
      helperIds.includes(organisationId) &&
      !hasDoneItsShare(action, organisationId)
    return (
      action.depth !== 'named' &&
      isOpen(action) &&
      !isProposed(action) &&
      !isStanding(action) &&
      by !== null &&
      (leads || helps)
    )
  })

const draw = (
  tables: RoundTable[],
  events: Event[],
  actions: Action[],
  publicUrl: string,
  at: string,
): string => {
  const host = new URL(publicUrl).hostname
  const made = ical({
    name: 'My round table',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Round Table', product: 'Round Table', language: 'EN' },
  })
  const stamp = new Date(at)
  const meet = (
    id: string,
    summary: string,
    url: string,
    { heldOn, startsAt, place }: { heldOn: Day; startsAt: string | null; place: string | null },
  ): void => {
    const start = startsAt ? instantOf(heldOn, startsAt) : midnight(heldOn)
    made.createEvent({
      id: `${id}@${host}`,
      stamp,
      summary,
      url: publicUrl + url,
      start,
      end: startsAt ? new Date(start.getTime() + HOURS * 3_600_000) : midnight(addDays(heldOn, 1)),
      allDay: !startsAt,
      ...(place && { location: place }),
    })
  }
  for (const table of tables.filter((each) => each.heldOn.length === 10))
    meet(table.slug, titleOf(table), to('/desk/round-tables', table.slug), table)
  for (const event of events) {
    const { name, heldOn, startsAt, place } = eventTermsOf(event)
    if (heldOn?.length === 10)
      meet(`event-${event.id}`, name, to('/desk/events', event.id), { heldOn, startsAt, place })
  }
  for (const action of actions) {
    const by = termsOf(action).by!
    // R26: a month is the whole of it, and never its last midnight.
    made.createEvent({
      id: `action-${action.id}-${by}@${host}`,
      stamp,
      summary:
        by.length === 7
          ? `Action ${action.number} is due this month`
          : `Action ${action.number} is due`,
      url: publicUrl + to('/desk/actions', action.id),
      start: midnight(firstDayOf(by)),
      end: midnight(addDays(lastDayOf(by), 1)),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${made.toString()}\r\n`
}
