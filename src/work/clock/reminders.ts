import { isLinkAsked } from '../../domain/actions/asked.ts'
import { addDays, dayOf, instantOf, type Day } from '../../domain/day.ts'
import { isLetterDay } from '../../domain/letters/letter-day.ts'
import { noticesOf, stillHolds, type World } from '../../domain/actions/notices.ts'
import type { NoticeRow } from '../../store/actions/notices.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'

/**
 * Letters go from eight in the morning, and never within an hour of what they tell: there is time
 * to hold one back.
 */
const FROM = '8.00'
const REST_MS = 3_600_000

/**
 * The one clock (R8): it finds whom there is a reason to write to, writes each reason down once,
 * and puts what waits for a person into one letter. It looks at how things stand now, so that a
 * stop of a week leaves nothing out and sends nothing twice.
 */
export const runClock = (store: Store, now: Date): void => {
  const by = { personId: null, at: now.toISOString() }
  const today = dayOf(now)
  if (store.notices.clock()?.last !== today) store.notices.recordClock(today, by.at)
  const world = worldOf(store, now)
  recordReasons(store, world, by)
  const waiting = waitingNow(store, world)
  for (const personId of new Set(waiting.map((row) => row.personId))) {
    const rows = waiting.filter((row) => row.personId === personId)
    const tryAt = goesAt(store, personId, rows, now)
    if (tryAt !== null) store.notices.recordLetter(personId, rows, tryAt.toISOString(), by)
  }
}

/** Each reason to write to someone, once. */
const recordReasons = (store: Store, world: World, by: By): void => {
  const recent = [...store.glances.actions()].filter(
    ({ isTakenOut, closedAt }) =>
      !isTakenOut && (closedAt === null || dayOf(closedAt) >= world.since),
  )
  const actions = store.actions.listUnfiltered(recent.map((each) => each.id))
  const notices = actions.flatMap((action) => noticesOf(action, world))
  store.notices.record(notices, world.today, by)
}

/**
 * When what waits for someone goes to them, or null where it waits on: for another letter, or for
 * the day that they chose. What they asked for goes at once.
 */
const goesAt = (store: Store, personId: number, rows: NoticeRow[], now: Date): Date | null => {
  const today = dayOf(now)
  const { notices } = store
  const asked = rows.some(isLinkAsked)
  if (!asked && notices.isOnItsWay(personId)) return null
  const frequency = notices.frequencyOf(personId)
  if (!isLetterDay(frequency, rows, notices.lastLetterOn(personId), today)) return null
  return asked ? now : dayTime(now, today)
}

/** When a letter goes that is written now: in an hour, and by day. */
const dayTime = (now: Date, today: Day): Date => {
  const eight = instantOf(today, FROM).getTime()
  const soon = new Date(now.getTime() + REST_MS)
  return dayOf(soon) === today
    ? new Date(Math.max(eight, soon.getTime()))
    : instantOf(addDays(today, 1), FROM)
}

/** Who may be written to today, and what the days are counted from. */
export const worldOf = (store: Store, now: Date): World => {
  const today = dayOf(now)
  const people = store.people
    .list()
    .filter((each) => each.endedAt === null && each.role !== 'observer')
  return {
    today,
    since: store.notices.clock()?.since ?? today,
    seats: store.organisations.seats(),
    tables: store.roundTables.list(),
    people: people.map((each) => each.id),
    coordinators: people.filter((each) => each.role === 'coordinator').map((each) => each.id),
  }
}

/**
 * What waits for people and still is so; what was dealt with waits in silence, in case it comes
 * back.
 */
export const waitingNow = (store: Store, world: World): NoticeRow[] => {
  const rows = store.notices.waiting().filter((row) => world.people.includes(row.personId))
  const actions = new Map(
    store.actions
      .listUnfiltered([...new Set(rows.map((row) => row.actionId))])
      .map((each) => [each.id, each]),
  )
  return rows.filter((row) => stillHolds(row, actions.get(row.actionId)!, world))
}

/**
 * A letter to an owner that was held up overnight waits for the day; one that was asked for goes at
 * once.
 */
export const mayGoNow = (
  store: Store,
  { id, kind }: { id: number; kind: string },
  now: Date,
): boolean =>
  kind !== 'actions' ||
  now >= instantOf(dayOf(now), FROM) ||
  store.notices.inLetter(id).some(isLinkAsked)
