import { addDays, sayWhen, type Day } from '../day.ts'
import {
  dayAt,
  monthAt,
  monthIn,
  monthOf,
  SAY_WEEKDAY,
  weekdayIn,
  weekdayOf,
  yearOf,
} from './calendar.ts'
import { settle, type Point } from './point.ts'
import type { DateReading, Reckoning } from './reading.ts'
import { figuresPoint, wordsPoint } from './shapes.ts'

/** `second Tuesday in May`, `Thursday 28th`, `Fri 4/2`, `28 April (Thu)`, `a week today`, `2023`. */
export const inOtherShapes = (text: string, reckoning: Reckoning): DateReading | undefined =>
  countedWeekday(text, reckoning) ??
  withWeekday(text, reckoning) ??
  withYearSaid(text, reckoning) ??
  weeksFrom(text, reckoning)

const COUNTED = ['first', 'second', 'third', 'fourth']

const countedWeekday = (text: string, reckoning: Reckoning): DateReading | undefined => {
  const said =
    /^(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) ([a-z]{3,9}) (?:in|of) (.+)$/.exec(
      text,
    )
  const weekday = said ? weekdayIn(said[2]!) : undefined
  const point = said && wordsPoint(said[3]!)
  if (weekday === undefined || !point || point.day !== undefined) return undefined
  const month = settle(point, reckoning)
  if (!('when' in month)) return month
  const first = `${month.when}-01`
  if (said![1] === 'last') {
    const end = addDays(`${monthAt(yearOf(first), monthOf(first) + 1)}-01`, -1)
    return notOver(addDays(end, -((weekdayOf(end) - weekday + 7) % 7)), reckoning)
  }
  const count = /^\d/.test(said![1]!) ? Number(said![1]![0]) - 1 : COUNTED.indexOf(said![1]!)
  return notOver(addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * count), reckoning)
}

/** In the month that is now it may be over, or yet to come. */
const notOver = (when: Day, { today, lean }: Reckoning): DateReading =>
  (lean === 'ahead' && when < today) || (lean === 'behind' && when > today)
    ? {
        ask: `${sayWhen(when)} is ${when < today ? 'over' : 'yet to come'}. Write the day`,
        choices: [when],
      }
    : { when }

const withWeekday = (text: string, reckoning: Reckoning): DateReading | undefined => {
  const [, before, behind, alone] =
    /^([a-z]{3,9}) (?:the )?(\d\S*)$/.exec(text) ?? /^(\d.*?) ([a-z]{3,9})()$/.exec(text) ?? []
  const isBefore = alone === undefined
  const weekday = weekdayIn((isBefore ? before : behind) ?? '')
  if (weekday === undefined) return undefined
  const rest = (isBefore ? behind : before)!
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(rest)
  if (number) return isBefore ? nearestSuch(Number(number[1]), weekday, reckoning) : undefined
  const point: Point | undefined =
    figuresPoint(rest) ?? wordsPoint(rest.replace(/(\d)(?:st|nd|rd|th)(?![a-z])/g, '$1'))
  return point?.day === undefined ? undefined : settle({ ...point, weekday }, reckoning)
}

/** `Thursday 28th`: in the month that is nearest where the 28th is one. */
const nearestSuch = (number: number, weekday: number, { today, lean }: Reckoning): DateReading => {
  const way = lean === 'behind' ? -1 : 1
  const days = Array.from({ length: 24 }, (_, offset) => offset).flatMap((offset) => {
    const month = monthAt(yearOf(today), monthOf(today) + way * offset)
    return dayAt(yearOf(month), monthOf(month), number) ?? []
  })
  const near = days.find((day) => (lean === 'behind' ? day <= today : day >= today))
  if (!near) return { unread: 'There is no such day. Look at it again' }
  const such = days.find(
    (day) => weekdayOf(day) === weekday && (lean === 'behind' ? day <= today : day >= today),
  )
  return such === near
    ? { when: near }
    : {
        ask: `${sayWhen(near)} is a ${SAY_WEEKDAY[weekdayOf(near)]}. Write the month`,
        choices: such ? [near, such] : [near],
      }
}

/** `28 April next year`; `next May`, which may be this year’s; a year alone. */
const withYearSaid = (text: string, reckoning: Reckoning): DateReading | undefined => {
  const year = yearOf(reckoning.today)
  const said = /^(.+) (next|this|last) year$/.exec(text)
  const point = said && (figuresPoint(said[1]!) ?? wordsPoint(said[1]!))
  if (point && point.year === undefined)
    return settle(
      { ...point, year: year + { next: 1, this: 0, last: -1 }[said![2] as 'next'] },
      reckoning,
    )
  const month = monthIn(/^next ([a-z]{3,9})$/.exec(text)?.[1] ?? '')
  if (month !== undefined && reckoning.lean !== 'behind') {
    const first = monthAt(year + (month < monthOf(reckoning.today) ? 1 : 0), month)
    return {
      ask: 'It may be this one or the one after. Write the year',
      choices: [first, monthAt(yearOf(first) + 1, month)],
    }
  }
  const end = /^(?:the )?(?:very )?(?:end|close)(?: of)? (20\d\d)$/.exec(text)
  if (end) return settle({ month: 12, year: Number(end[1]) }, reckoning)
  if (/^(?:19|20)\d\d$/.test(text) && !reckoning.isCell)
    return { unread: 'It is a whole year. Write a month with it' }
  return /^\d{1,2} \d{1,2}$/.test(text)
    ? { unread: 'Write the month in letters, or with a stroke like 28/4' }
    : undefined
}

const weeksFrom = (text: string, { today }: Reckoning): DateReading | undefined => {
  const said = /^(a|one|two|three|1|2|3) (week|fortnight)s? (today|tomorrow)$/.exec(text)
  if (!said) return undefined
  const count = { a: 1, one: 1, two: 2, three: 3 }[said[1] as 'a'] ?? Number(said[1])
  const days = count * (said[2] === 'week' ? 7 : 14)
  return { when: addDays(today, days + (said[3] === 'tomorrow' ? 1 : 0)) }
}
