import { addDays, dayOf, instantOf } from '../../domain/day.ts'
import {
  isNothing,
  isOver,
  lastMet,
  newsFor,
  type Between,
} from '../../domain/residents/following.ts'
import type { By } from '../../store/journal.ts'
import type { Follower, LettersHad } from '../../store/residents/followers.ts'
import type { Store } from '../../store/store.ts'

/** Letters go from eight in the morning, and there is time to hold one back. */
const FROM = '8.00'
const REST_MS = 3_600_000
const WEEK_MS = 7 * 24 * REST_MS
/** Before anyone was written to. */
const EVER = new Date(0).toISOString()
/** What is told in the days after a round table comes in its one letter. */
const TABLE_REST_DAYS = 2

/**
 * Finds who follows something that is told otherwise now, from the Board alone (R10), and gives each
 * one letter: one a week at most, or one for a round table. It looks at how things stand now, so
 * that a stop of a week leaves nothing out and sends nothing twice.
 */
export const writeToFollowers = (store: Store, now: Date): void => {
  const by = { personId: null, at: now.toISOString() }
  const board = store.published.board()
  store.inbox.lapse(by.at)
  for (const follower of store.followers.list()) {
    const had = store.followers.lettersTo(follower.id)
    if (had.waits) continue
    if (isOver(board, follower.follows, had.until ?? EVER)) store.followers.end(follower.id, by)
    else if (!isNothing(newsFor(board, follower.follows, windowOf(follower, had, by.at))))
      recordLetter(store, follower, had, by)
  }
}

/** The instants that a letter tells of: from the end of the one before, or from their yes. */
export const windowOf = (
  { confirmedAt, at }: Follower,
  { until: last }: LettersHad,
  until: string,
): Between => ({ since: last ?? confirmedAt ?? at, until })

const recordLetter = (store: Store, follower: Follower, had: LettersHad, by: By): void => {
  const { id, often } = follower
  if (often === 'week') {
    if (had.until !== null && Date.parse(by.at) - Date.parse(had.until) < WEEK_MS) return
    store.followers.recordNews(id, null, soonByDay(by.at), by)
    return
  }
  const table = lastMet(store.published.board(), {
    since: follower.confirmedAt ?? follower.at,
    until: by.at,
  })
  const row = table && store.roundTables.find(table.slug)
  if (row && !had.tableIds.includes(row.id))
    store.followers.recordNews(id, row.id, byDay(addDays(dayOf(by.at), TABLE_REST_DAYS)), by)
}

const byDay = (day: string): string => instantOf(day, FROM).toISOString()

/** In an hour, and by day. */
const soonByDay = (at: string): string => {
  const soon = new Date(Date.parse(at) + REST_MS)
  const today = dayOf(at)
  if (dayOf(soon) !== today) return byDay(addDays(today, 1))
  const eight = byDay(today)
  return soon.toISOString() > eight ? soon.toISOString() : eight
}
