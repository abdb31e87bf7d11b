import type { Frequency, Notice } from '../actions/notices.ts'
import { daysBetween, type Day } from '../day.ts'

/** Whether a letter goes to someone today with what waits for them. */
export const isLetterDay = (
  frequency: Frequency,
  waiting: Pick<Notice, 'why'>[],
  lastLetterOn: Day | null,
  today: Day,
): boolean => {
  if (waiting.some((each) => each.why === 'asked')) return true
  if (waiting.length === 0 || lastLetterOn === today) return false
  if (frequency === 'tables') return waiting.some((each) => each.why === 'table')
  return frequency === 'daily' || lastLetterOn === null || daysBetween(lastLetterOn, today) >= 7
}
