import { en } from 'chrono-node'
import { readWhen, type Day, type When } from '../domain/day.ts'

/**
 * Dates as people say them at a table: ours first (`28/4`, `Apr`, `April 2022`), then “end of
 * Sept”, “next Friday”, “in two weeks”, read the British way by chrono-node. A month that is only
 * named stays a month (R26).
 * @param nextTable the day or month of the next round table, for “next table”.
 */
export const sayingDates =
  (today: Day, nextTable: When | null, lean: 'ahead' | 'behind' = 'ahead') =>
  (typed: string): When | undefined => {
    const text = typed.trim().replace(/^the\s+/i, '')
    if (text.length > 40) return undefined
    if (/^next (round )?table$/i.test(text)) return nextTable ?? undefined
    const ours = readWhen(
      text.replace(/^(end|mid|middle)(-| of )?\s*(?=\p{L})/iu, (whole) =>
        /^mid/i.test(whole) || /^end of\s/i.test(whole) ? '' : whole,
      ),
      today,
      lean,
    )
    if (ours) return ours
    const [found, another] = en.GB.parse(
      text,
      { instant: new Date(`${today}T12:00:00Z`), timezone: 'Europe/London' },
      { forwardDate: lean === 'ahead' },
    )
    // Every word must belong to the date, or it would be lost; an hour is no date (R26).
    if (!found || another || !/^(in|on|at|of)?$/i.test(text.replace(found.text, '').trim()))
      return undefined
    const { start } = found
    if (
      start.isCertain('hour') ||
      !(start.isCertain('month') || start.isCertain('day') || start.isCertain('weekday'))
    )
      return undefined
    const day = [start.get('year'), start.get('month'), start.get('day')]
      .map((part) => String(part).padStart(2, '0'))
      .join('-')
    const read = start.isCertain('day') || start.isCertain('weekday') ? day : day.slice(0, 7)
    const isFar = Math.abs(Number(read.slice(0, 4)) - Number(today.slice(0, 4))) > 5
    return isFar || (lean === 'behind' && read.length === 10 && read > today) ? undefined : read
  }
