import type { When } from './day.ts'

/** A quarter of a year, written `2021-q3`. */
export type Quarter = string

const LABELS = ['January to March', 'April to June', 'July to September', 'October to December']

export const isQuarter = (text: string): boolean => /^\d{4}-q[1-4]$/.test(text)

/** The quarter that holds a day or a month. */
export const quarterOf = (when: When): Quarter =>
  `${when.slice(0, 4)}-q${Math.ceil(Number(when.slice(5, 7)) / 3)}`

/** `July to September 2021`. */
export const sayQuarter = (quarter: Quarter): string =>
  `${LABELS[Number(quarter.slice(6)) - 1]} ${quarter.slice(0, 4)}`

export const holds = (quarter: Quarter, when: When): boolean => quarterOf(when) === quarter

/** The slug of the nth round table in a quarter: `2021-q3`, then `2021-q3-b`. */
export const tableSlug = (quarter: Quarter, taken: string[]): string => {
  if (!taken.includes(quarter)) return quarter
  const letter = 'bcdefghijklmnopqrstuvwxyz'
    .split('')
    .find((each) => !taken.includes(`${quarter}-${each}`))
  if (!letter) throw new Error(`too many round tables in ${quarter}`)
  return `${quarter}-${letter}`
}

/** The slug of the nth entry told in a quarter: never words, so that it tells nothing. */
export const entrySlug = (quarter: Quarter, taken: string[]): string => {
  const last = taken
    .map((slug) => Number(slug.slice(quarter.length + 1)))
    .reduce((most, each) => Math.max(most, each), 0)
  return `${quarter}-${last + 1}`
}
