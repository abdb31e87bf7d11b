import { words } from '../../forms.ts'
import { HOUR } from '../../limits.ts'
import type { Left } from '../room.ts'
import type { SmallSum, Sums } from './small-sum.ts'

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

/** What a form carries in answer to a small sum, where one was asked. */
export const sumFields = { sum: words(20), asked: words(200) }

/**
 * Past what is taken unasked, a small sum is asked with each, so that no flood from elsewhere closes
 * a form (R27); past `most`, one caller and one line have to wait.
 * @returns nothing where it is taken.
 */
export const whatStandsBefore = (
  left: Left,
  sums: Sums,
  name: string,
  { unasked, most }: { unasked: HourlyLimits; most: Pick<HourlyLimits, 'caller' | 'line'> },
  { sum, asked }: { sum: string; asked: string },
): { sum: SmallSum; isWrong: boolean } | 'wait' | null => {
  const { isTooMuch, caller, line, at } = left
  if (!isOneTooMany(left, name, unasked)) return null
  if (
    isTooMuch(`${name} asked`, caller, most.caller, HOUR) ||
    isTooMuch(`${name} asked on a line`, line, most.line, HOUR)
  )
    return 'wait'
  return sums.isDone(asked, sum, at) ? null : { sum: sums.ask(at), isWrong: sum !== '' }
}
