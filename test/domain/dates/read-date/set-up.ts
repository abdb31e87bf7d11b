import { readDate } from '../../../../src/domain/dates/read-date.ts'
import type { DateReading, Lean, Reckoning } from '../../../../src/domain/dates/reading.ts'

export const TODAY = '2022-01-27'

export const read = (typed: string, over: Partial<Reckoning> = {}): DateReading =>
  readDate(typed, { today: TODAY, lean: 'ahead' as Lean, nextTable: '2022-04-28', ...over })

/** What was read, in one word: a day, the choices of a question, `?` for what looks like a date. */
export const said = (typed: string, over: Partial<Reckoning> = {}): string => {
  const reading = read(typed, over)
  if ('when' in reading) return reading.when
  if ('ask' in reading) return reading.choices.join(' or ')
  return 'unread' in reading ? '?' : ''
}
