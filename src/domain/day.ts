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

const isDay = (when: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(when) && new Date(`${when}T00:00:00Z`).toISOString().startsWith(when)
const isMonth = (when: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(when)
const isWhen = (when: string): boolean =>
  isMonth(when) ||
  (/^\d{4}-\d{2}-\d{2}$/.test(when) && !Number.isNaN(Date.parse(when)) && isDay(when))

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

/**
 * Reads a date as people type it: `28/4`, `28/4/2022`, `28 Apr`, `28 April 2022`, `April 2022`,
 * `Apr`, `4/2022`, `2022-04-28`. With no year it takes the nearest such day ahead, or behind for
 * something that has happened.
 * @returns a day or a month, or undefined where it cannot be read.
 */
export const readWhen = (
  typed: string,
  today: Day,
  lean: 'ahead' | 'behind' = 'ahead',
): When | undefined => {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/, '$1')
    .replace(/[,.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (isWhen(text)) return text
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/.exec(text)
  if (slashed) return nearest(slashed[3], Number(slashed[2]), Number(slashed[1]), today, lean)
  const monthOnly = /^(\d{1,2})\/(\d{4})$/.exec(text)
  if (monthOnly) return nearest(monthOnly[2], Number(monthOnly[1]), undefined, today, lean)
  const worded = /^(?:(\d{1,2}) )?([a-z]{3,9})(?: (\d{4}))?$/.exec(text)
  const month = worded
    ? MONTHS.findIndex((name) => name.toLowerCase().startsWith(worded[2]!)) + 1
    : 0
  return worded && month > 0
    ? nearest(worded[3], month, worded[1] ? Number(worded[1]) : undefined, today, lean)
    : undefined
}

const nearest = (
  year: string | undefined,
  month: number,
  day: number | undefined,
  today: Day,
  lean: 'ahead' | 'behind',
): When | undefined => {
  const make = (y: number): When | undefined => {
    const when = [
      String(y).padStart(4, '0'),
      String(month).padStart(2, '0'),
      ...(day ? [String(day).padStart(2, '0')] : []),
    ].join('-')
    return isWhen(when) ? when : undefined
  }
  if (year) return make(year.length === 2 ? 2000 + Number(year) : Number(year))
  const thisYear = Number(today.slice(0, 4))
  const candidate = make(thisYear)
  if (!candidate) return undefined
  const now = today.slice(0, candidate.length)
  if (lean === 'ahead') return candidate < now ? make(thisYear + 1) : candidate
  return candidate > now ? make(thisYear - 1) : candidate
}

/**
 * Reads a time as people write it, `10.30am`, `10:30`, `2pm`; written down as `10.30` and `14.00`.
 */
export const readTime = (typed: string): string | undefined => {
  const read = /^(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm)?$/i.exec(typed.trim())
  if (!read || (!read[2] && !read[3])) return undefined
  const hour = (Number(read[1]) % (read[3] ? 12 : 24)) + (read[3]?.toLowerCase() === 'pm' ? 12 : 0)
  const inRange = Number(read[1]) < (read[3] ? 13 : 24) && Number(read[2] ?? 0) < 60
  return inRange ? `${hour}.${read[2] ?? '00'}` : undefined
}
