import { addDays } from '../day.ts'
import { monthAt, monthIn, weekdayIn, yearOf } from './calendar.ts'
import { settle, type Point } from './point.ts'
import type { DateReading, Reckoning } from './reading.ts'

/** `2022-04-28`, `28.4.22`, `28/4`, `4/28/2022`, `04/22`, 44652: a date in figures. */
export const inFigures = (text: string, reckoning: Reckoning): DateReading | undefined => {
  const whole =
    /^(\d{4})([-/. ])(\d{1,2})(?:\2(\d{1,2})(?:t\S{2,20}| \d\d:\d\d(?::\d\d)?)?)?$/.exec(text)
  if (whole) return settle(pointOf(whole[4], whole[3]!, whole[1]!), reckoning)
  const compact = /^(20\d\d)(\d\d)(\d\d)$/.exec(text)
  if (compact) return settle(pointOf(compact[3], compact[2]!, compact[1]!), reckoning)
  if (reckoning.isCell && /^\d{5}(\.\d{1,12})?$/.test(text)) return ofSpreadsheet(Number(text))
  const point = figuresPoint(text)
  if (point) return settle(point, reckoning)
  const short = /^(\d{1,2})([/-])(\d{2})$/.exec(text)
  return short ? monthOrDay(Number(short[1]), Number(short[3]), reckoning) : undefined
}

/**
 * Day before month, as it is written here; month before day only where the other way round there is
 * no such month.
 */
export const figuresPoint = (text: string): Point | undefined => {
  const month = /^(\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (month) return isMonth(month[1]!) ? pointOf(undefined, month[1]!, month[2]!) : undefined
  const full = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (full) return dayAndMonth(full[1]!, full[3]!, full[4])
  const two = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text)
  return two && isMonth(two[2]!) ? pointOf(two[1], two[2]!) : undefined
}

const isMonth = (figures: string): boolean => Number(figures) >= 1 && Number(figures) <= 12

const dayAndMonth = (one: string, two: string, year: string | undefined): Point => {
  const isAmerican = !isMonth(two) && isMonth(one)
  return isAmerican ? pointOf(two, one, year) : pointOf(one, two, year)
}

const pointOf = (day: string | undefined, month: string, year?: string): Point => ({
  day: day === undefined ? undefined : Number(day),
  month: Number(month),
  year: year === undefined ? undefined : Number(year),
})

/** `04/22` in an action log is a month; elsewhere it may be the American 22 April. */
const monthOrDay = (one: number, two: number, reckoning: Reckoning): DateReading | undefined => {
  if (one < 1 || one > 12 || two < 13) return undefined
  const year = 2000 + two
  const isNear = Math.abs(year - yearOf(reckoning.today)) <= 3
  const american = settle({ month: one, day: two }, reckoning)
  if (!isNear) return american
  if (reckoning.lean === 'either') return { when: monthAt(year, one) }
  const days = 'when' in american ? [american.when] : 'choices' in american ? american.choices : []
  return {
    ask: 'It may be a month and a year, or a month and a day. Write the month in letters',
    choices: [monthAt(year, one), ...days],
  }
}

/** Days since the last of 1899, as spreadsheets count them; from 1990 to 2050. */
const ofSpreadsheet = (number: number): DateReading | undefined =>
  number > 32_874 && number < 54_788
    ? { when: addDays('1899-12-30', Math.floor(number)) }
    : undefined

/** `28 April`, `April 28`, `Apr-22`, `April 2022`, `Thursday 25 February 2027`. */
export const wordsPoint = (text: string): Point | undefined => {
  const [, weekday, rest] = /^(?:([a-z]{3,9})[ ,]{1,9})?(\S.*)$/.exec(text) ?? []
  const day = weekday === undefined ? undefined : weekdayIn(weekday)
  const point = day === undefined ? plainPoint(text) : plainPoint(rest!)
  if (!point || day === undefined) return point
  return point.day === undefined ? undefined : { ...point, weekday: day }
}

const plainPoint = (text: string): Point | undefined => {
  const british = /^(\d{1,2})[-/. ]?(?:of )?([a-z]{3,9})(?:[-/. ]*'?(\d{4}|\d{2}))?$/.exec(text)
  if (british) return named(british[2]!, british[1], british[3])
  // A year of two figures has a sign before it: “May 24” is a day.
  const monthAndYear = /^([a-z]{3,9})(?: ?[-/] ?'?| ?')(\d{2}|\d{4})$/.exec(text)
  if (monthAndYear) return named(monthAndYear[1]!, undefined, monthAndYear[2])
  const american = /^([a-z]{3,9})[ -]?(?:the )?(\d{1,2})(?:[- ]+(\d{4})|[- ]*'(\d{2}))?$/.exec(text)
  if (american) return named(american[1]!, american[2], american[3] ?? american[4])
  const month = /^([a-z]{3,9})(?: ?(\d{4}))?$/.exec(text)
  if (month) return named(month[1]!, undefined, month[2])
  const yearFirst = /^(\d{4}) ([a-z]{3,9})$/.exec(text)
  return yearFirst ? named(yearFirst[2]!, undefined, yearFirst[1]) : undefined
}

const named = (
  word: string,
  day: string | undefined,
  year: string | undefined,
): Point | undefined => {
  const month = monthIn(word)
  return month === undefined
    ? undefined
    : {
        day: day === undefined ? undefined : Number(day),
        month,
        year: year === undefined ? undefined : Number(year),
      }
}
