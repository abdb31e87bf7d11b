import ical, { ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator'
import { addDays, firstDayOf, instantOf } from '../../../../domain/day.ts'
import type { Copy } from '../../../../domain/publishing/board.ts'
import type { TableWords } from '../../../../domain/publishing/kinds/round-table.ts'
import { calendarFile } from '../../../files/calendar-file.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { sampleTag } from './feed.ts'

const TABLE_HOURS = 2

/**
 * Round tables that have a day. One with only a month is not put on a day that nobody agreed (R2): as
 * long as it is to come, the calendar says so of itself.
 */
export const calendar = (reader: Reader): PublicFile => {
  const { board, t } = reader
  const name = board.partnership
    ? t.text('calendar.title', { name: t.plain(board.partnership.name) })
    : t.text('nav.tables')
  const made = ical({
    name: name + sampleTag(reader),
    method: ICalCalendarMethod.PUBLISH,
    description: toCome(reader),
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
    body: calendarFile(made),
  }
}

/** Tables of this month and later that have no day yet, a line each. */
const toCome = ({ board, t, today }: Reader): string | null =>
  board.tables
    .filter(({ words }) => words.state !== 'cancelled')
    .map(({ words }) => words)
    .filter(({ heldOn }) => heldOn.length === 7 && heldOn >= today.slice(0, 7))
    .map(({ heldOn, apart }) => `${t.table(heldOn, apart)}. ${t.text('entry.noDateDot')}`)
    .join('\n') || null

const addTable = (made: ICalCalendar, reader: Reader, table: Copy<TableWords>): void => {
  const { t } = reader
  const { words } = table
  const start = words.startsAt ? instantOf(words.heldOn, words.startsAt) : midnight(words.heldOn)
  made.createEvent({
    ...ofTable(reader, table),
    start,
    end: words.startsAt
      ? new Date(start.getTime() + TABLE_HOURS * 3_600_000)
      : midnight(addDays(words.heldOn, 1)),
    allDay: !words.startsAt,
    ...(words.place && { location: t.plain(words.place) }),
    ...(words.state === 'cancelled' && { status: ICalEventStatus.CANCELLED }),
  })
}

const ofTable = ({ t, to }: Reader, { slug, words, version, publishedAt }: Copy<TableWords>) => ({
  id: `${slug}@${new URL(to.site('/')).hostname}`,
  sequence: version,
  stamp: new Date(publishedAt),
  summary: t.table(words.heldOn, words.apart),
  url: to.site('/round-tables', slug),
})

const midnight = (on: string): Date => new Date(`${firstDayOf(on)}T00:00:00Z`)
