import { sayWhen, type Day, type When } from '../day.ts'
import { SAY_WEEKDAY, weekdayOf } from './calendar.ts'
import { readDate } from './read-date.ts'
import { doubtIn, EXAMPLE } from './reading.ts'
import { readTime, whyNoTime } from './read-time.ts'

/** What a field takes: a day that lies ahead, one that has been, or a time of the clock. */
export const FIELD_READS = ['ahead', 'behind', 'time'] as const
export type FieldReads = (typeof FIELD_READS)[number]

/**
 * What was typed in a field, as it will be written down: `Thursday 28 April 2022`; or the question,
 * or what to write instead. Nothing for an empty field.
 */
export const sayReading = (
  reads: FieldReads,
  typed: string,
  today: Day,
  nextTable: When | null = null,
): string => {
  if (typed.trim() === '') return ''
  if (reads === 'time') return sayTimeRead(typed)
  const reading = readDate(typed, { today, lean: reads, nextTable })
  return 'when' in reading ? sayLong(reading.when) : `${doubtIn(reading) ?? EXAMPLE}.`
}

/** `Thursday 28 April 2022`, or `April 2022`: a date to be looked at. */
export const sayLong = (when: When): string =>
  when.length === 10 ? `${SAY_WEEKDAY[weekdayOf(when)]} ${sayWhen(when)}` : sayWhen(when)

const sayTimeRead = (typed: string): string => {
  const reading = readTime(typed)
  if (!('time' in reading)) return `${whyNoTime(reading)}.`
  const hour = Number(reading.time.split('.')[0])
  const half = hour < 12 ? 'in the morning' : hour < 17 ? 'in the afternoon' : 'in the evening'
  return reading.until
    ? `${reading.time}, ${half}. When it ends, ${reading.until}, is not kept.`
    : `${reading.time}, ${half}`
}
