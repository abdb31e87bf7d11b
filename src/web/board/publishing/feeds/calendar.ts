import ical, { ICalCalendarMethod, type ICalCalendar } from 'ical-generator'
import { addDays, instantOf } from '../../../../domain/day.ts'
import type { Copy } from '../../../../domain/publishing/board.ts'
import type { TableWords } from '../../../../domain/publishing/kinds/round-table.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { instant } from './feed.ts'

const TABLE_HOURS = 2

/**
 * Round tables that have a day. One with only a month is not put on a day that nobody agreed (R2).
 */
export const calendar = (reader: Reader): PublicFile => {
  const { board, t } = reader
  const name = board.partnership
    ? t.text('calendar.title', { name: t.plain(board.partnership.name) })
    : t.text('nav.tables')
  const made = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: {
      company: 'Round Table',
      product: 'Round Table',
      language: t.language.code.toUpperCase(),
    },
  })
  for (const table of board.tables)
    if (table.words.heldOn.length === 10) addTable(made, reader, table)
  return {
    type: 'text/calendar; charset=utf-8',
    name: 'round-tables.ics',
    body: `${made.toString()}\r\n`,
  }
}

const addTable = (
  made: ICalCalendar,
  { t, to }: Reader,
  { slug, words, version, publishedOn }: Copy<TableWords>,
): void => {
  const start = words.startsAt ? instantOf(words.heldOn, words.startsAt) : midnight(words.heldOn)
  made.createEvent({
    id: `${slug}@${new URL(to.site('/')).hostname}`,
    sequence: version,
    stamp: midnight(publishedOn),
    summary: t.table(words.heldOn),
    url: to.site('/round-tables', slug),
    start,
    end: words.startsAt
      ? new Date(start.getTime() + TABLE_HOURS * 3_600_000)
      : midnight(addDays(words.heldOn, 1)),
    allDay: !words.startsAt,
    ...(words.place && { location: t.plain(words.place) }),
  })
}

const midnight = (on: string): Date => new Date(instant(on))
