import {
  daysBetween,
  firstDayOf,
  lastDayOf,
  sayDays,
  sayWhen,
  type Day,
  type When,
} from '../day.ts'
import { dayAt, monthAt, SAY_WEEKDAY, weekdayOf, yearOf } from './calendar.ts'
import type { DateReading, Reckoning } from './reading.ts'

/** A date as it was written: it may have no day, or no year. */
export interface Point {
  weekday?: number | undefined
  day?: number | undefined
  month: number
  year?: number | undefined
}

/** A day this little past, with no year, is asked about. */
const JUST_PAST_DAYS = 60
/** ... and a month that ended this little ago: “by December”, in late January, is the next one. */
const JUST_ENDED_DAYS = 14
/** Years that a round table writes of. */
const FIRST_YEAR = 1950
const YEARS_AHEAD = 20

/** The day or month that a date means today, or the question which (R2). */
export const settle = (point: Point, reckoning: Reckoning): DateReading => {
  if (point.year !== undefined) return withYear(point, point.year, reckoning)
  const around = [...nearest(point, yearOf(reckoning.today))]
  if (around.length === 0) return { unread: 'There is no such day. Look at it again' }
  const { today } = reckoning
  const now = today.slice(0, around[0]!.length)
  const past = around.findLast((when) => when < now)
  const next = around.find((when) => when >= now)
  if (past === undefined || next === undefined) return { when: (past ?? next)! }
  if (point.month === 2 && point.day === 29 && reckoning.lean === 'ahead') {
    const february = nearest({ month: 2 }, yearOf(today))
    const soon = [...february].find((month) => month >= today.slice(0, 7))!
    if (!next.startsWith(soon))
      return {
        ask: `${soon.slice(0, 4)} has no 29 February. Write the day again`,
        choices: [next],
      }
  }
  return point.weekday === undefined
    ? lean(past, next, reckoning)
    : byWeekday(point.weekday, past, next, reckoning)
}

const withYear = (point: Point, year: number, { today }: Reckoning): DateReading => {
  const full = year < 100 ? 2000 + year : year
  if (full < FIRST_YEAR || full > yearOf(today) + YEARS_AHEAD)
    return { unread: `${full} does not look right. Write the year again` }
  const when = at(point, full)
  if (!when) return { unread: 'There is no such day. Look at it again' }
  const { weekday } = point
  return weekday === undefined || weekday === weekdayOf(when) ? { when } : wrongWeekday([when])
}

const at = ({ day, month }: Point, year: number): When | undefined =>
  day === undefined ? monthAt(year, month) : dayAt(year, month, day)

/** The years around now that have it: 29 February is in every fourth. */
const nearest = function* (point: Point, year: number): Iterable<When> {
  for (const each of [-4, -3, -2, -1, 0, 1, 2, 3, 4]) {
    const when = at(point, year + each)
    if (when) yield when
  }
}

const lean = (past: When, next: When, { today, lean: way }: Reckoning): DateReading => {
  const ago = daysBetween(lastDayOf(past), today)
  const until = daysBetween(today, firstDayOf(next))
  const isMonth = past.length === 7
  if (way === 'behind') {
    if (until <= 0) return { when: next }
    return until <= (isMonth ? 31 : JUST_PAST_DAYS)
      ? doubt(`${sayDay(next)} is ${until === 1 ? 'tomorrow' : `${sayDays(until)} from now`}`, [
          past,
          next,
        ])
      : { when: past }
  }
  const soFar = way === 'either' ? until : isMonth ? JUST_ENDED_DAYS : JUST_PAST_DAYS
  return until > 0 && ago <= soFar
    ? doubt(isMonth ? `${sayDay(past)} is over` : `${sayDay(past)} was ${sayDays(ago)} ago`, [
        past,
        next,
      ])
    : { when: next }
}

/** `26 November`: the same in both years. */
const sayDay = (when: When): string => sayWhen(when).replace(/ \d{4}$/, '')

const doubt = (why: string, choices: [When, When]): DateReading => ({
  ask: `${why}. Write the year, ${choices.map((each) => each.slice(0, 4)).join(' or ')}`,
  choices,
})

/** The day of the week says which year is meant, where only one of them has it so. */
const byWeekday = (
  weekday: number,
  past: Day,
  next: Day,
  { lean: way, today }: Reckoning,
): DateReading => {
  const [wanted, other] = way === 'behind' && next > today ? [past, next] : [next, past]
  if (weekdayOf(wanted) === weekday) return { when: wanted }
  return weekdayOf(other) === weekday
    ? { ask: `${sayWhen(other)} is a ${SAY_WEEKDAY[weekday]}. Write the year`, choices: [other] }
    : wrongWeekday([wanted])
}

const wrongWeekday = (days: [Day]): DateReading => ({
  ask: `${sayWhen(days[0])} is a ${SAY_WEEKDAY[weekdayOf(days[0])]}. Write the day again`,
  choices: days,
})
