import { addDays, type Day, type Month, type When } from '../day.ts'

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
/** What hurried fingers make of the long ones. */
const MISSPELT: Record<string, number> = {
  febuary: 2,
  feburary: 2,
  janurary: 1,
  agust: 8,
  setember: 9,
  septembre: 9,
  ocotber: 10,
  novemeber: 11,
  decemeber: 12,
}

/** 1 for `jan`, `janu`, `January`; nothing for a word that is no month. */
export const monthIn = (word: string): number | undefined => {
  if (word.length < 3) return undefined
  const at = MONTHS.findIndex((name) => name.startsWith(word))
  if (at >= 0) return at + 1
  return Object.hasOwn(MISSPELT, word) ? MISSPELT[word] : undefined
}

/** 0 for `sun`, 4 for `thurs`; nothing for a word that is no day of the week. */
export const weekdayIn = (word: string): number | undefined => {
  if (word.length < 3) return undefined
  const at = WEEKDAYS.findIndex((name) => name.startsWith(word.replace(/^weds$/, 'wed')))
  return at >= 0 ? at : undefined
}

export const SAY_WEEKDAY = WEEKDAYS.map((name) => name[0]!.toUpperCase() + name.slice(1))

export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** The Monday of the week that a day is in. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

export const yearOf = (when: When): number => Number(when.slice(0, 4))
export const monthOf = (when: When): number => Number(when.slice(5, 7))

/** A day that there is, or nothing: there is no 31 February. */
export const dayAt = (year: number, month: number, day: number): Day | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCMonth() === month - 1 ? made.toISOString().slice(0, 10) : undefined
}

/** A month, some months on: 13 is January of the next year. */
export const monthAt = (year: number, month: number): Month =>
  new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7)

/** The same day some months on, or the last day of a month that is shorter. */
export const addMonths = (day: Day, months: number): Day => {
  const month = monthAt(yearOf(day), monthOf(day) + months)
  const wanted = dayAt(yearOf(month), monthOf(month), Number(day.slice(8)))
  return wanted ?? addDays(`${monthAt(yearOf(month), monthOf(month) + 1)}-01`, -1)
}

/** Easter Sunday (Meeus, Jones and Butcher). */
export const easterOf = (year: number): Day => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayAt(year, Math.floor(n / 31), (n % 31) + 1)!
}
