/** A London calendar day, `2022-01-27`. */
export type Day = string
/** A month, `2022-01`. */
export type Month = string
/** When something is said to happen: a day, or only a month. */
export type When = Day | Month

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: false,
})

/** The London day an instant falls on (R26). */
export const dayOf = (instant: Date | string): Day => london.format(new Date(instant))

/** The London time of an instant, `10.42`. */
export const timeOf = (instant: Date | string): string =>
  londonClock.format(new Date(instant)).replace(':', '.')

/** The instant of a London day and time of the clock, `10.30` (R26). */
export const instantOf = (day: Day, time: string): Date => {
  const asUtc = new Date(`${day}T${time.replace('.', ':').padStart(5, '0')}:00Z`)
  const [hours, minutes] = timeOf(asUtc).split('.').map(Number)
  const ahead =
    (hours! * 60 + minutes! - asUtc.getUTCHours() * 60 - asUtc.getUTCMinutes() + 1440) % 1440
  return new Date(asUtc.getTime() - ahead * 60_000)
}

export const firstDayOf = (when: When): Day => (when.length === 7 ? `${when}-01` : when)

/** The last day of a month; a day is its own. */
export const lastDayOf = (when: When): Day =>
  when.length === 10
    ? when
    : new Date(Date.UTC(Number(when.slice(0, 4)), Number(when.slice(5)), 0))
        .toISOString()
        .slice(0, 10)

/** Late from the next day; a month is late from the first day of the next (R26). */
export const isPast = (by: When, today: Day): boolean => today.slice(0, by.length) > by

/**
 * Whole days from one day (or the first day of a month) to another. Negative when it lies ahead.
 */
export const daysBetween = (from: When, to: When): number =>
  Math.round((Date.parse(firstDayOf(to)) - Date.parse(firstDayOf(from))) / 86_400_000)

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** `28 April 2022`, or `April 2022` for a month. */
export const sayWhen = (when: When): string => {
  const [year, month, day] = when.split('-')
  return [day && String(Number(day)), MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** `28 Apr 2022`, for tables. */
export const sayShort = (when: When): string =>
  sayWhen(when).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3))

/** `3 days`, `2 months`: how long something has waited, in the unit a person would use. */
export const sayDays = (days: number): string => {
  if (days < 60) return days === 1 ? '1 day' : `${days} days`
  const months = Math.floor(days / 30.44)
  return months < 24 ? `${months} months` : `${Math.floor(months / 12)} years`
}
