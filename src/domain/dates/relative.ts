import { addDays, sayWhen, type Day, type When } from '../day.ts'
import {
  addMonths,
  dayAt,
  mondayOf,
  monthAt,
  monthOf,
  SAY_WEEKDAY,
  weekdayIn,
  weekdayOf,
  yearOf,
} from './calendar.ts'
import type { DateReading, Reckoning } from './reading.ts'

const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  'a couple of': 2,
}
const FRIDAY = 4

/** `tomorrow`, `in two weeks`, `this Friday`, `next week`, `the 28th`: a date by its distance. */
export const byDistance = (text: string, reckoning: Reckoning): DateReading | undefined =>
  soon(text, reckoning) ??
  afterSome(text, reckoning) ??
  onWeekday(text, reckoning) ??
  inAWeek(text, reckoning) ??
  ofTheMonth(text, reckoning)

const soon = (text: string, { today, lean }: Reckoning): DateReading | undefined => {
  if (
    /^(today|tonight|(the )?end of (the |this )?day|close of (play|business)|cop|cob|eod)$/.test(
      text,
    )
  )
    return { when: today }
  if (/^tomorrow$/.test(text)) return { when: addDays(today, 1) }
  if (/^(the )?day after tomorrow$/.test(text)) return { when: addDays(today, 2) }
  return text === 'yesterday' && lean !== 'ahead' ? { when: addDays(today, -1) } : undefined
}

/** `in two weeks`, `within a month`, `10 working days`; `three weeks ago` of what has been. */
const afterSome = (text: string, { today, lean }: Reckoning): DateReading | undefined => {
  const said =
    /^(?:(?:with)?in |inside )?(?:the next )?(a couple of|[a-z]{1,6}|\d{1,3}) ?(working day|day|week|wk|fortnight|month|mth|year|yr)(?:s|'s|s')?(?:( time| from now| from today)|( ago))?$/.exec(
      text,
    )
  if (!said) return undefined
  const count =
    (Object.hasOwn(NUMBERS, said[1]!) && NUMBERS[said[1]!]) ||
    (/^\d+$/.test(said[1]!) ? Number(said[1]) : undefined)
  if (count === undefined) return undefined
  if (Boolean(said[4]) && lean === 'ahead') return undefined
  const way = said[4] ? -1 : 1
  const unit = { wk: 'week', mth: 'month', yr: 'year' }[said[2]!] ?? said[2]
  switch (unit) {
    case 'working day':
      return { when: workingDays(today, count, way) }
    case 'month':
      return { when: addMonths(today, way * count) }
    case 'year':
      return { when: addMonths(today, way * count * 12) }
    default:
      return {
        when: addDays(today, way * count * { day: 1, week: 7, fortnight: 14 }[unit as 'day']),
      }
  }
}

const workingDays = (from: Day, count: number, way: number): Day => {
  let day = from
  for (let left = Math.min(count, 999); left > 0;)
    if (![0, 6].includes(weekdayOf((day = addDays(day, way))))) left -= 1
  return day
}

/** A day of the week: the next, or the last where it has been. Today’s own name may be either. */
const onWeekday = (text: string, { today, lean }: Reckoning): DateReading | undefined => {
  const said = /^(this |next |last |this coming |coming )?([a-z]{3,9})( week| fortnight)?$/.exec(
    text,
  )
  const later = /^(a week|a fortnight|two weeks) on ([a-z]{3,9})$/.exec(text)
  const weekday = weekdayIn(later?.[2] ?? said?.[2] ?? '')
  if (weekday === undefined) return undefined
  const which = said?.[1]?.trim()
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  const weeks = later
    ? later[1] === 'a week'
      ? 7
      : 14
    : { ' week': 7, ' fortnight': 14 }[said?.[3] ?? '']
  if (weeks !== undefined) return which ? undefined : { when: addDays(today, (ahead || 7) + weeks) }
  if (which === 'next') return { when: addDays(mondayOf(today), 7 + ((weekday + 6) % 7)) }
  if (which === 'last') return lean === 'ahead' ? undefined : { when: addDays(today, ahead - 7) }
  if (ahead === 0 && lean === 'ahead' && which !== 'this')
    return {
      ask: `Today is ${SAY_WEEKDAY[weekday]}. Write the day, or “today”`,
      choices: [today, addDays(today, 7)],
    }
  return { when: addDays(today, lean === 'behind' && ahead > 0 ? ahead - 7 : ahead) }
}

/** `next week`, `w/c 7 Feb`: due in a week is due on its Friday. Of what has been, it is no day. */
const inAWeek = (text: string, { today, lean }: Reckoning): DateReading | undefined => {
  const said =
    /^(?:(?:the )?end of )?(the |this |next )?(?:working )?week$/.exec(text) ?? /^(eow)$/.exec(text)
  if (!said || text === 'week' || (said[1] === 'the ' && !text.includes('end of'))) {
    if (!/^(the |this |next )?weekend$/.test(text)) return undefined
    const saturday = addDays(mondayOf(today), text.startsWith('next') ? 12 : 5)
    return { ask: 'Write which day of the weekend', choices: [saturday, addDays(saturday, 1)] }
  }
  return lean === 'behind'
    ? { unread: 'Write which day of the week' }
    : fridayOf(addDays(today, said[1] === 'next ' ? 7 : 0), today)
}

/** The Friday of a week; of the week that is over, which one is asked. */
export const fridayOf = (day: Day, today: Day): DateReading => {
  const friday = addDays(mondayOf(day), FRIDAY)
  return friday < today && mondayOf(day) === mondayOf(today)
    ? { ask: `${sayWhen(friday)} is over. Write the day`, choices: [today, addDays(friday, 7)] }
    : { when: friday }
}

/** `this month`, `next month`; `the 28th`. */
const ofTheMonth = (text: string, { today, lean }: Reckoning): DateReading | undefined => {
  const month = monthNear(text, today)
  if (month) return { when: month }
  const number = /^(\d{1,2})(?:st|nd|rd|th)(?: (?:of )?(this|next) month)?$/.exec(text)
  if (!number) return undefined
  const day = Number(number[1])
  const on = (offset: number): Day | undefined => {
    const near = monthAt(yearOf(today), monthOf(today) + offset)
    return dayAt(yearOf(near), monthOf(near), day)
  }
  const candidate = number[2] ? on(number[2] === 'next' ? 1 : 0) : undefined
  if (number[2]) return candidate ? { when: candidate } : undefined
  const days = [on(-1), on(0), on(1), on(2)].filter((each) => each !== undefined)
  const when =
    lean === 'behind' ? days.findLast((each) => each <= today) : days.find((each) => each >= today)
  const past = days.findLast((each) => each < today)
  if (lean !== 'behind' && past && when !== today && addDays(past, 7) >= today)
    return { ask: `${sayWhen(past)} is over. Write the month`, choices: [past, when!] }
  return when ? { when } : undefined
}

/** The month that “this month” or “next month” is. */
export const monthNear = (text: string, today: Day): When | undefined => {
  const said = /^(this|the|next|last) month$/.exec(text)
  const offset = said && { this: 0, the: 0, next: 1, last: -1 }[said[1] as 'this']
  return said ? monthAt(yearOf(today), monthOf(today) + offset!) : undefined
}
