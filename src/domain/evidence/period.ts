import type { When } from '../day.ts'
import { holds, isQuarter, quarterOf, sayQuarter } from '../quarter.ts'

/** A quarter, written `2021-q3`, or a year, written `2021`. */
export type Period = string
export const isPeriod = (text: string): boolean => isQuarter(text) || isYear(text)
export const isYear = (text: string): boolean => /^\d{4}$/.test(text)
export const sayPeriod = (period: Period): string =>
  isQuarter(period) ? sayQuarter(period) : period
export const holdsPeriod = (period: Period, when: When): boolean =>
  isQuarter(period) ? holds(period, when) : when.startsWith(period)
/**
 * Before the first day of a quarter or a year: months and days are written alike at their
 * beginning.
 */
export const isBefore = (period: Period, when: When): boolean =>
  when.slice(0, 4) < period.slice(0, 4) || (isQuarter(period) && quarterOf(when) < period)

/**
 * Each year and quarter from the first that something is known of to the last, newest first: what
 * was done in a quarter in which nothing was raised is told as well.
 */
export const periodsOf = (whens: When[]): Period[] => {
  const sorted = whens.map(quarterOf).toSorted()
  const [first, last] = [sorted[0] ?? '', sorted.at(-1) ?? '']
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  // A year that someone mistyped makes no list of a thousand years.
  const years = Array.from({ length: Math.min(to - from + 1, MOST_YEARS) }, (_, i) => to - i)
  return years.flatMap((year) => [
    String(year),
    ...[4, 3, 2, 1]
      .map((quarter) => `${year}-q${quarter}`)
      .filter((quarter) => quarter >= first && quarter <= last),
  ])
}
const MOST_YEARS = 50
