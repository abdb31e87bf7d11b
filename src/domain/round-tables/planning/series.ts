import { type Day, type Month } from '../../day.ts'
import { accept, decide, refuse, type Decision } from '../../decision.ts'
import { readTime, timeIn, whyNoTime } from '../../dates/read-time.ts'

/** Which weekday of which week, every how many months. */
export interface Rhythm {
  everyMonths: number
  /** 1 to 4, or 5 for the last one of the month. */
  week: number
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
}

/** A rhythm that round tables are planned in. Each can be moved alone. */
export interface Series extends Rhythm {
  id: number
  /** The first month, from which the others are counted. */
  firstMonth: Month
  startsAt: string | null
  place: string | null
  expectedIds: number[]
  endedAt: string | null
}

export const EVERY_MONTHS = [1, 2, 3, 4, 6, 12] as const
/** As many as are planned at once. */
export const MOST_AT_ONCE = 8

const EVERY: Record<number, string> = {
  1: 'Every month',
  2: 'Every two months',
  3: 'Every three months',
  4: 'Every four months',
  6: 'Every six months',
  12: 'Once a year',
}
const WEEKS = ['first', 'second', 'third', 'fourth', 'last']
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const sayEvery = (months: number): string => EVERY[months] ?? `Every ${months} months`
export const sayWeek = (week: number): string => WEEKS[week - 1] ?? ''
export const sayWeekday = (weekday: number): string => WEEKDAYS[weekday - 1] ?? ''

/** `Every three months, on the second Thursday`. */
export const sayRhythm = ({ everyMonths, week, weekday }: Rhythm): string =>
  `${sayEvery(everyMonths)}, on the ${sayWeek(week)} ${sayWeekday(weekday)}`

/** The weekday of a day, 1 for Monday. */
export const weekdayOf = (day: Day): number => new Date(day).getUTCDay() || 7

/** The day of a rhythm in a month. */
export const dayIn = (month: Month, { week, weekday }: Rhythm): Day => {
  const first = 1 + ((weekday - weekdayOf(`${month}-01`) + 7) % 7)
  const all = [0, 7, 14, 21, 28]
    .map((more) => `${month}-${String(first + more).padStart(2, '0')}`)
    .filter((day) => Number(day.slice(8)) <= daysIn(month))
  return all[week - 1] ?? all.at(-1)!
}

const daysIn = (month: Month): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()

const monthsLater = (month: Month, count: number): Month =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + count, 1))
    .toISOString()
    .slice(0, 7)

/** The next one of a rhythm: the month that it stands for, and its day. */
export interface Next {
  month: Month
  day: Day
}

/**
 * The next days of a rhythm that lie ahead. A month that has one already is not given another, even
 * where that one was moved elsewhere or cancelled.
 * @param made the months that tables of this series stand for.
 */
export const nextDays = (
  series: Rhythm & { firstMonth: Month },
  made: Month[],
  today: Day,
  count: number,
): Next[] => {
  const last = made.toSorted().at(-1)
  const days: Next[] = []
  for (let i = 0; days.length < count; i++) {
    const month = monthsLater(series.firstMonth, i * series.everyMonths)
    const day = dayIn(month, series)
    if (day > today && (last === undefined || month > last)) days.push({ month, day })
  }
  return days
}

/** The rhythm that two tables by themselves suggest: the same weekday of the month, months later. */
export const rhythmOf = (days: Day[]): (Rhythm & { firstMonth: Month }) | null => {
  const [before, last] = days.toSorted().slice(-2)
  if (!before || !last) return null
  const months =
    (Number(last.slice(0, 4)) - Number(before.slice(0, 4))) * 12 +
    Number(last.slice(5, 7)) -
    Number(before.slice(5, 7))
  return months > 0 && months <= 12
    ? {
        everyMonths: months,
        week: Math.ceil(Number(last.slice(8)) / 7),
        weekday: weekdayOf(last),
        firstMonth: last.slice(0, 7),
      }
    : null
}

/** A series as it was typed. */
export interface TypedSeries extends Rhythm {
  first: string | null
  startsAt: string
  place: string
  expectedIds: number[]
  count: number | null
}

/** A series to begin with, and how many are planned now. */
export type NewSeries = Omit<Series, 'id' | 'endedAt'> & { count: number }

/** R30: "every three months, on the second Thursday, 10.30", and how many of them now. */
export const planSeries = (typed: TypedSeries): Decision<NewSeries> => {
  const { first, count, startsAt, place, ...rest } = typed
  return decide(
    [
      !first && { field: 'first', reason: 'Write the first month, like April 2022' },
      startsAt !== '' &&
        timeIn(startsAt) === null && { field: 'startsAt', reason: whyNoTime(readTime(startsAt)) },
      typed.expectedIds.length === 0 && { field: 'expectedIds', reason: 'Choose who is expected' },
      (count === null || count < 1 || count > MOST_AT_ONCE) && {
        field: 'count',
        reason: `Write how many to plan now, from 1 to ${MOST_AT_ONCE}`,
      },
    ],
    () => ({
      ...rest,
      firstMonth: first!.slice(0, 7),
      startsAt: startsAt === '' ? null : timeIn(startsAt),
      place: place || null,
      count: count!,
    }),
  )
}

/** A series that has ended plans no more; what it planned stays. */
export const endSeries = (series: Series): Decision<Series> =>
  series.endedAt === null ? accept(series) : refuse('series', 'This series has ended already')
