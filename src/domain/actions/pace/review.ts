import {
  addDays,
  dayOf,
  daysBetween,
  firstDayOf,
  isPast,
  lastDayOf,
  sayWhen,
  type Day,
  type When,
} from '../../day.ts'
import { isCounted, isOpen, isStanding, termsOf, type Action } from '../action.ts'

/** How often a standing action is to be done again. */
export const RHYTHMS = [
  'week',
  '2 weeks',
  'month',
  '2 months',
  '3 months',
  '6 months',
  'year',
] as const
export type Rhythm = (typeof RHYTHMS)[number]
/** A rhythm, or the day or month when it is to be looked at again. */
export type Review = Rhythm | When

const SAY: Record<Rhythm, string> = {
  week: 'every week',
  '2 weeks': 'every two weeks',
  month: 'every month',
  '2 months': 'every two months',
  '3 months': 'every three months',
  '6 months': 'every six months',
  year: 'every year',
}

export const isRhythm = (review: Review): review is Rhythm =>
  (RHYTHMS as readonly string[]).includes(review)

/** `every three months`, or `again on 28 April 2022`. */
export const sayReview = (review: Review): string =>
  isRhythm(review) ? SAY[review] : `again ${review.length === 7 ? 'in' : 'on'} ${sayWhen(review)}`

/** A rhythm as people write it. Anything else is none: it is not guessed (R2). */
export const readRhythm = (typed: string): Rhythm | undefined => {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  return RHYTHMS.find((each) => SAY[each] === text || `every ${each}` === text) ?? ALSO.get(text)
}
const ALSO = new Map<string, Rhythm>([
  ['every fortnight', '2 weeks'],
  ['every quarter', '3 months'],
])

/** When it was last done, and whether that is a day that was said, or the day it was heard of. */
export const lastDone = (action: Action): { on: When; isSaid: boolean } | null =>
  action.updates
    .slice(1)
    .filter((update) => update.status === 'done' && isCounted(action, update))
    .map(({ on, at }) => ({ on: on ?? dayOf(at), isSaid: on !== null }))
    .toSorted((a, b) => firstDayOf(a.on).localeCompare(firstDayOf(b.on)))
    .at(-1) ?? null

/**
 * When a standing action is due to be done, or looked at, again: a rhythm after it was last done, or
 * after the rhythm was agreed; nothing where none is agreed, or what was agreed was done.
 */
export const dueAgain = (action: Action): When | null => {
  const { review } = termsOf(action)
  if (review === null || !isStanding(action) || !isOpen(action)) return null
  const done = lastDone(action)?.on
  if (!isRhythm(review)) return done && firstDayOf(done) >= firstDayOf(review) ? null : review
  const since = agreedSince(action)
  return after(done && firstDayOf(done) > since ? done : since, review)
}

/** R4: it was due again, and nobody said that it was done. */
export const isReviewLate = (action: Action, today: Day): boolean => {
  const due = dueAgain(action)
  return due !== null && isPast(due, today)
}

/** What its owner hears of it: that it is late, or due within a week; of what is weekly only the first. */
export const reviewNews = (action: Action, today: Day): 'late' | 'due' | null => {
  const due = dueAgain(action)
  if (due === null) return null
  if (isPast(due, today)) return 'late'
  return termsOf(action).review !== 'week' && daysBetween(today, lastDayOf(due)) <= 7 ? 'due' : null
}

/** `Every month. Last done on 12 January 2022. Due again on 12 February 2022.` */
export const sayAgain = (action: Action): string => {
  const { review } = termsOf(action)
  if (review === null || !isStanding(action)) return ''
  const done = lastDone(action)
  const due = dueAgain(action)
  const every = sayReview(review)
  return [
    `${every.slice(0, 1).toUpperCase()}${every.slice(1)}.`,
    done ? `${done.isSaid ? 'Last done' : 'Last said to be going on'} ${inOrOn(done.on)}.` : '',
    due && isRhythm(review) ? `Due again ${inOrOn(due)}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
    .replace('going on on', 'going on')
}

const inOrOn = (when: When): string => `${when.length === 7 ? 'in' : 'on'} ${sayWhen(when)}`

/** The day since which this rhythm is agreed, whatever else of the terms changed meanwhile. */
const agreedSince = ({ terms }: Action): Day => {
  const { review } = terms.at(-1)!
  const before = terms.findLastIndex((each) => each.review !== review)
  return dayOf(terms[before + 1]!.at)
}

/** A day after a day, and a month after a month (R26). */
const after = (when: When, rhythm: Rhythm): When => {
  const many = Number.parseInt(rhythm, 10) || 1
  if (rhythm.endsWith('week') || rhythm.endsWith('weeks')) return addDays(lastDayOf(when), 7 * many)
  const months = rhythm === 'year' ? 12 : many
  const [year, month, day] = when.split('-').map(Number)
  const first = new Date(Date.UTC(year!, month! - 1 + months, 1)).toISOString().slice(0, 7)
  if (day === undefined) return first
  return `${first}-${String(Math.min(day, Number(lastDayOf(first).slice(8)))).padStart(2, '0')}`
}
