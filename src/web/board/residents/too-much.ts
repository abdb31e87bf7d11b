import { HOUR } from '../../limits.ts'
import type { Left } from '../room.ts'

/**
 * As many as one caller, one line (a youth club has one for everybody), and all together may leave
 * in an hour.
 */
interface HourlyLimits {
  caller: number
  line: number
  together: number
}

/** Counts one more of a name; true where it is one too many, and then nothing is taken. */
export const isOneTooMany = (
  { isTooMuch, caller, line }: Left,
  name: string,
  most: HourlyLimits,
): boolean =>
  isTooMuch(name, caller, most.caller, HOUR) ||
  isTooMuch(`${name} on a line`, line, most.line, HOUR) ||
  isTooMuch(name, null, most.together, HOUR)
