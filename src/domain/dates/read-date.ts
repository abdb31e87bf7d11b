import { monthIn, MONTHS, weekdayIn } from './calendar.ts'
import { byOccasion } from './occasions.ts'
import { inOtherShapes } from './more-shapes.ts'
import { settle, type Point } from './point.ts'
import { EXAMPLE, NO_DATE, type DateReading, type Reckoning } from './reading.ts'
import { byDistance, fridayOf, monthNear } from './relative.ts'
import { figuresPoint, inFigures, wordsPoint } from './shapes.ts'

/** As much as a date is long; more is a sentence. */
const LONGEST = 60

/**
 * Reads a date as people say and write it, the British way. Every word of it belongs to the date,
 * or it is not read: none is lost. A month that is only named stays a month (R26).
 */
export const readDate = (typed: string, reckoning: Reckoning): DateReading => {
  if (typed.length > LONGEST * 2) return NO_DATE
  const text = fold(typed)
  if (text === '' || text.length > LONGEST) return NO_DATE
  const reading = readFolded(text, reckoning)
  return HAS_YEAR.test(text) ? reading : notAhead(reading, reckoning)
}

/** A year that is written is meant. */
const HAS_YEAR = /\d{4}|[/.’'-]\d{2}$/

/** What has been is on no day to come. */
const notAhead = (reading: DateReading, { today, lean }: Reckoning): DateReading =>
  lean === 'behind' && 'when' in reading && reading.when > today.slice(0, reading.when.length)
    ? { unread: 'That day is yet to come. Look at it again' }
    : reading

const readFolded = (text: string, reckoning: Reckoning): DateReading =>
  nextTable(text, reckoning) ??
  inFigures(text, reckoning) ??
  oneDate(text, reckoning) ??
  partOf(text, reckoning) ??
  byDistance(text, reckoning) ??
  ofAWeek(text, reckoning) ??
  byOccasion(text, reckoning) ??
  inOtherShapes(text, reckoning) ??
  theLastOf(text, reckoning) ??
  (looksLikeOne(text) ? { unread: `We cannot read this date. ${EXAMPLE}` } : NO_DATE)

/** Small letters, one kind of dash, nothing around it, and no words that only lead up to it. */
const fold = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/[‘’`´]/g, "'")
    .replace(/(?<!\d)\.|\.(?!\d)/g, (dot, at: number, all: string) =>
      // The dots of a.s.a.p. and 10.30 a.m. are between letters.
      /[a-z]/.test(all[at + 1] ?? '') && /[a-z]/.test(all[at - 1] ?? '') ? dot : ' ',
    )
    .replace(/[,()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![!?;: .])[!?;: .]+$/, '')
    .replace(/^(?:(?:by|on|due|until|till|in|at|of) )(?=\S)/, (lead) =>
      lead === 'in ' ? lead : '',
    )
    .replace(/^in (?=[a-z]{3,9}(?: \d{4})?$)/, '')
    .replace(
      /^the (?=\d|end |beginning |start |middle |first |last |week |second |third |fourth |fifth |sixth |seventh |eighth |ninth |tenth )/,
      '',
    )
    .replace(/ (?:at the )?latest$/, '')
    .replace(/^(?:tmrw|tmw|tomoz|2moro)$/, 'tomorrow')
    .replace(/^(?:cob|cop|eod|close of (?:play|business)|end of (?:the )?day)(?: on)? (?=\S)/, '')
    .replace(ORDINAL, (word) => String(ORDINALS.indexOf(word) + 1))

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
/** “the fifth of May” is the 5th; “the first half of May” is not. */
const ORDINAL = new RegExp(`\\b(?:${ORDINALS.join('|')})(?= of (?:${MONTHS.join('|')})\\b)`)

const nextTable = (text: string, { nextTable: next }: Reckoning): DateReading | undefined =>
  /^(?:(?:the|our|before|before the) )?next (?:round )?(?:table|meeting|mtg|time|quarter|session|one)$|^(?:the )?next quarterly (?:meeting|table)$/.test(
    text,
  )
    ? next
      ? { when: next }
      : { unread: 'No next round table has a day yet. Write a day or a month' }
    : undefined

const oneDate = (text: string, reckoning: Reckoning): DateReading | undefined => {
  const before = /^before (.*)$/.exec(text)
  const point = wordsPoint(plainOrdinals(before?.[1] ?? text))
  if (!point) return undefined
  // “Before 5 May” is another day than 5 May, and nobody counts it: the day is asked for.
  return before
    ? { unread: 'Write the last day itself, without “before”' }
    : settle(point, reckoning)
}

/** 28th is 28, where something follows or stands before it. */
const plainOrdinals = (text: string): string => text.replace(/(\d)(?:st|nd|rd|th)(?![a-z])/g, '$1')

/** `end of February`, `mid-March`, `early May`: a month is late only when it is over. */
const partOf = (text: string, reckoning: Reckoning): DateReading | undefined => {
  const said =
    /^(?:(?:the )?(?:very )?(?:end|middle|beginning|start|first half|second half)(?: of)?[ -]|early[ -]|mid[ -]?|late[ -]|later in |towards the end of )(?:the )?(.+)$/.exec(
      text,
    )
  const part = said?.[1] ?? ''
  const near = said && monthNear(part === 'month' ? 'the month' : part, reckoning.today)
  if (near) return { when: near }
  if (/^month[- ]end$/.test(text)) return { when: monthNear('this month', reckoning.today)! }
  const point = said && wordsPoint(part)
  if (point && point.day === undefined) return settle(point, reckoning)
  const week = /^(first|second|third|last) week (?:of|in) (.+)$/.exec(text)
  const month = week && wordsPoint(week[2]!)
  return month && month.day === undefined
    ? { unread: `Write the day itself, or only the month` }
    : undefined
}

/** `w/c 7 Feb`, `week ending 11 Feb`. */
const ofAWeek = (text: string, reckoning: Reckoning): DateReading | undefined => {
  const said =
    /^(?:(?:the )?week (commencing|beginning|starting|of|ending|end)|(w\/[cbe]|wc|wb|we|w[.]c))[ :]{1,9}(.+)$/.exec(
      text,
    )
  if (!said) return undefined
  const point = pointIn(said[3]!)
  if (!point || point.day === undefined) return undefined
  const day = settle(point, reckoning)
  if (!('when' in day) || /^end|e$/.test(said[1] ?? said[2]!)) return day
  return reckoning.lean === 'behind'
    ? { unread: 'Write which day of the week' }
    : fridayOf(day.when, reckoning.today)
}

const pointIn = (text: string): Point | undefined =>
  figuresPoint(text) ?? wordsPoint(plainOrdinals(text))

/** `28 April - 5 May`, `3-4 April`, `March-April`: the last of it is when it is late. */
const theLastOf = (text: string, reckoning: Reckoning): DateReading | undefined => {
  // “1/2/3” is no span of days.
  if (/^\d+\/\d+\/\d+$/.test(text)) return undefined
  const span = text.replace(/^(?:between|from) /, '')
  for (const cut of span.matchAll(/ ?(?:-+|\/|&| to | until | till | and | or ) ?/g)) {
    const [from, to] = [span.slice(0, cut.index), span.slice(cut.index + cut[0].length)]
    const last = pointIn(to)
    if (last && beginsBefore(from, last)) return endOf(pointIn(from), last, reckoning)
    if (!last && weekdayIn(from) !== undefined && weekdayIn(to) !== undefined)
      return byDistance(to, reckoning)
  }
  return undefined
}

/** `3` before `4 April`, `28 April` before `5 May`. */
const beginsBefore = (from: string, last: Point): boolean => {
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(from)
  if (number) return last.day !== undefined && Number(number[1]) < last.day
  return pointIn(from) !== undefined
}

/** A year that is written once is for both. */
const endOf = (from: Point | undefined, last: Point, reckoning: Reckoning): DateReading => {
  if (from?.year === undefined || last.year !== undefined) return settle(last, reckoning)
  const isNextYear =
    last.month < from.month || (last.month === from.month && (last.day ?? 32) < (from.day ?? 0))
  return settle({ ...last, year: from.year + (isNextYear ? 1 : 0) }, reckoning)
}

/** What has a month, a day of the week or figures as a date has them, and more that we do not know. */
const looksLikeOne = (text: string): boolean => {
  if (/\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?\b/.test(text)) return true
  const words = text.split(/[^a-z0-9']+/)
  return words.some(
    (word, at) =>
      (weekdayIn(word) !== undefined && word !== 'sat' && word !== 'sun' && word !== 'wed') ||
      (monthIn(word) !== undefined &&
        (word.length > 4 || /^\d/.test(words[at - 1] ?? '') || /^\d/.test(words[at + 1] ?? ''))) ||
      /^(christmas|easter|month|months|week|weeks|fortnight|quarter|tomorrow)$/.test(word),
  )
}
