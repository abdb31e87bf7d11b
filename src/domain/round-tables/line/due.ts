import type { DateReading } from '../../dates/reading.ts'
import { sayWhen } from '../../day.ts'
import type { Line, Reading } from './line.ts'

/**
 * `by Sept`, `before Christmas`, `in two weeks`: at the end of a line, and only where it is a date.
 * What looks like one and is not read stays in the words, and is said.
 */
export const readDue = (line: Line, { ahead }: Reading): Line => {
  const text = line.text.trim()
  const tails = tailsOf(text)
  // What is done by a day was done by then: it has no new day to be done by.
  if (line.kind === 'update' && HAS_BEEN.test(text) && !IN_PART.test(text))
    return { ...line, remarks: [...line.remarks, ...doneBy(tails, ahead)] }
  const read = tails.map((tail) => ({ ...tail, reading: ahead(tail.date) }))
  const found = read.find(({ reading }) => 'when' in reading)
  if (found && 'when' in found.reading)
    return { ...line, text: found.before, by: found.reading.when }
  const asked = read.find(({ reading }) => 'ask' in reading)
  if (asked && 'ask' in asked.reading)
    return { ...line, ...askedDate(line, asked.lead, asked.date, asked.reading) }
  const why = inTheMiddle(text, ahead) ?? read.findLast(({ reading }) => 'unread' in reading)
  return why && 'unread' in why.reading
    ? { ...line, remarks: [...line.remarks, said(`${why.lead} ${why.date}`, why.reading.unread)] }
    : notDue(line, text, ahead)
}

/** `u 1.6 @wcc by June: the council will lead`: the terms first, and after a colon what was said. */
export const readOpeningDue = (line: Line, { ahead }: Reading): Line | undefined => {
  const opening = /^\s*by\s{1,60}([^:\s][^:]{0,59}):\s*(?=\S)/i.exec(line.text)
  const reading = opening ? ahead(opening[1]!.trim()) : undefined
  return reading && 'when' in reading
    ? { ...line, text: line.text.slice(opening![0].length), by: reading.when }
    : undefined
}

/** `a by 28 April @wcc to fix the gate`: the day first, then who, and after them what. */
export const readDueBeforeOwner = (line: Line, { ahead }: Reading): Line | undefined => {
  const opening = /^\s*by\s{1,60}([^@:;\s][^@:;]{0,59}?)[\s,]{1,60}(?=@\S{1,200}\s+\S)/i.exec(
    line.text,
  )
  const reading = opening ? ahead(opening[1]!.trim()) : undefined
  return reading && 'when' in reading
    ? { ...line, text: line.text.slice(opening![0].length), by: reading.when }
    : undefined
}

/** A date that may be two stays in the words, and each of the two is offered. */
export const askedDate = (
  line: Line,
  lead: string,
  date: string,
  { ask, choices }: Extract<DateReading, { ask: string }>,
): Pick<Line, 'remarks' | 'fixes'> => ({
  remarks: [...line.remarks, said(`${lead} ${date}`.trim(), ask)],
  fixes: [
    ...line.fixes,
    ...choices.map((when) => ({ typed: date, insert: sayWhen(when), name: sayWhen(when) })),
  ],
})

const said = (typed: string, why: string): string => `“${typed}” stays in the words. ${why}`

const doneBy = (tails: Tail[], ahead: Reading['ahead']): string[] => {
  const dated = tails.find(({ date }) => !('none' in ahead(date)))
  return dated
    ? [said(`${dated.lead} ${dated.date}`, 'What is done has no new date. For when, write “on”')]
    : []
}

const HAS_BEEN = /^(?:(?:now|all|was|is) )?(?:done|finished|completed?|answered|closed)\b/i
const IN_PART = /\b(?:part|partly|partially|rest|remainder|remaining|half|some|most|not|next)\b/i

interface Tail {
  before: string
  lead: string
  date: string
}

/** As many places as a line may have a date at; more is no line that anyone types. */
const MOST_TAILS = 12
const LONGEST_DATE = 60
const LEAD =
  /(?<![\p{L}\p{N}-])(?:(?:to be )?(?:promised|done|completed?|due|finished) by|no later than|not later than|due(?: on| in)?|eta:?|target(?: date)?:?|deadline:?|by|(?=before |within |in (?:an?|\d|one|two|three|four|five|six|eight|ten|twelve) |in a|w\/[ce] |week (?:commencing|ending|beginning) |(?:by )?next (?:round )?(?:table|meeting|time)))\s*/giu

/** Every end of the line that something like “by” begins. */
const tailsOf = (text: string): Tail[] => {
  const from = Math.max(0, text.length - LONGEST_DATE - 20)
  const end = text.slice(from)
  return [...end.matchAll(LEAD)].slice(-MOST_TAILS).flatMap((found) => {
    const at = from + found.index
    const date = withoutEnd(text.slice(at + found[0].length), '.!?) ')
    const before = withoutEnd(text.slice(0, at), ' ,;(–—-')
    if (date === '' || before === '' || date.length > LONGEST_DATE) {
      // An update may say nothing else: `u 1.5 by May`.
      return date === '' || date.length > LONGEST_DATE || at > 0
        ? []
        : [{ before: '', lead: found[0].trim(), date }]
    }
    return [{ before, lead: found[0].trim(), date }]
  })
}

/** Without the signs at its end, in one walk. */
const withoutEnd = (text: string, signs: string): string => {
  let end = text.length
  while (end > 0 && signs.includes(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}

/** “by 28 April” with more words after it. */
const inTheMiddle = (
  text: string,
  ahead: Reading['ahead'],
): (Tail & { reading: DateReading }) | undefined => {
  for (const found of [...text.matchAll(/(?<![\p{L}\p{N}-])by\s+/giu)].slice(0, MOST_TAILS)) {
    const words = text.slice(found.index + found[0].length, found.index + 80).split(/\s+/)
    for (let count = Math.min(5, words.length - 1); count > 0; count -= 1) {
      const date = words
        .slice(0, count)
        .join(' ')
        .replace(/(?<![,;:.])[,;:.]+$/, '')
      if ('when' in ahead(date) && !/^(?:may|march|now)$/i.test(date))
        return {
          before: '',
          lead: 'by',
          date,
          reading: { unread: 'A date is read at the end of the line' },
        }
    }
  }
  return undefined
}

/** A day that is named at the end, and not as the day it is due: “Hold a stall on 5 May”. */
const notDue = (line: Line, text: string, ahead: Reading['ahead']): Line => {
  if (line.kind === 'update') return line
  const words = withoutEnd(text.slice(-LONGEST_DATE * 2), '.!?) ').split(/\s+/)
  for (let count = Math.min(6, words.length - 1); count > 0; count -= 1) {
    const date = words.slice(-count).join(' ')
    const reading = ahead(date)
    if ('when' in reading || 'ask' in reading) {
      if (!isPlainly(date)) continue
      const day = date.replace(/^\(/, '').replace(/^(?:on|in|at|until|till)\s+/i, '')
      return {
        ...line,
        remarks: [...line.remarks, said(date, `Write “by ${day}” if it is due then`)],
      }
    }
    if ('unread' in reading && NAMES_NO_DAY.test(date))
      return { ...line, remarks: [...line.remarks, said(date, 'It names no day')] }
    if ('unread' in reading && /^(?:on|in|during|until|till|after)\s/i.test(date) && isKnown(date))
      return { ...line, remarks: [...line.remarks, said(date, reading.unread)] }
  }
  return line
}

/** A figure or a whole month: “may” and “march” at the end of a sentence may be verbs. */
const isPlainly = (date: string): boolean =>
  date.startsWith('(') ||
  /^\S+ (?:week|fortnight)s? (?:today|tomorrow)$/i.test(date) ||
  /\d/.test(date) ||
  /^(?:on|in|until|till)\s/i.test(date) ||
  /^(?:next|this|end|tomorrow)/i.test(date)
const isKnown = (date: string): boolean =>
  /\b(?:terms?|half[- ]?term|holidays?|hols|christmas|easter|ramadan|eid|diwali|next year)$/i.test(
    date,
  )
const NAMES_NO_DAY =
  /^(?:asap|a\.s\.a\.p|as soon as possible|urgent(?:ly)?|immediately|tbc|tba|tbd|ongoing)$/i
