import { keepCallers, type CallerOf } from './callers.ts'
import { keepLimits, type IsTooMuch } from '../limits.ts'
import { keepWrongNumbers, type WrongNumbers } from '../sign-in/wrong-numbers.ts'

/** What is counted of those who come, in memory alone: at each door for itself. */
export interface Counted {
  /** Who calls, as long as a day is. */
  callerOf: CallerOf
  atBoard: IsTooMuch
  atReport: IsTooMuch
  atDesk: IsTooMuch
  wrongNumbers: WrongNumbers
}

/**
 * Begins to count. One house has one of these for as long as the process runs: whoever waits until
 * it is closed for a while begins with no tries of their own again.
 */
export const countAnew = (now: () => Date): Counted => ({
  callerOf: keepCallers(),
  atBoard: keepLimits(now),
  atReport: keepLimits(now),
  atDesk: keepLimits(now),
  wrongNumbers: keepWrongNumbers(now),
})
