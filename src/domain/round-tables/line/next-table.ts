import { EXAMPLE } from '../../dates/reading.ts'
import { readTime } from '../../dates/read-time.ts'
import { askedDate } from './due.ts'
import type { Fix, Line, Reading, SaidNext } from './line.ts'

/** `next Thursday 12 May`, `next table: 12 May`, `date of the next meeting is 12 May`. */
const OPENING =
  /^(?:(?:(?:the )?(?:date|day|time) of (?:the |our )?next (?:round )?(?:table|meeting)|(?:the |our )?next (?:round )?(?:table|meeting)|next)(?=[\s:])(?:\s*:)?\s*(?:(?:is|will be)\s+)?(?:on\s+)?)(?=\S)/i

/**
 * Whether a line begins with the word for it. “next” alone is a word of many sentences: it is read
 * only before a day in figures.
 */
export const opensNext = (typed: string, { ahead }: Reading): string | undefined => {
  const opening = OPENING.exec(typed)?.[0]
  if (opening === undefined) return undefined
  const rest = typed.slice(opening.length)
  const isPlain = /table|meeting|:/i.test(opening)
  const { text } = withoutMove(rest)
  const date = dateAt(text, ahead)
  if (isPlain && opening.includes(':')) return rest
  const read = date && 'when' in date.reading && placeAfter(text.slice(date.typed.length))
  return read && 'place' in read && (isPlain || /\d/.test(date.typed)) ? rest : undefined
}

/**
 * `x Thursday 12 May 10.30am, Church Street Library`: the date of the next table. One that is planned
 * already is moved only where it says so: `x moves to 12 May`.
 */
export const readNext = (line: Line, { ahead }: Reading): Line => {
  const { text, moves } = withoutMove(line.text)
  const date = dateAt(text, ahead)
  if (!date) return unread(line, EXAMPLE)
  if ('ask' in date.reading)
    return unread({ ...line, ...askedDate(line, '', date.typed, date.reading) }, date.reading.ask)
  if (!('when' in date.reading)) return unread(line, date.reading.unread)
  const after = placeAfter(text.slice(date.typed.length))
  return 'why' in after
    ? unread({ ...line, fixes: halvesOf(text, date.typed.length + after.end) }, after.why)
    : { ...line, next: { heldOn: date.reading.when, ...after, moves } }
}

/** `12 May at 7` with each half of the day; nothing where that is not asked. */
const halvesOf = (text: string, end: number): Fix[] => {
  const typed = text.slice(0, end)
  return /\d$/.test(typed) && end > 0
    ? ['am', 'pm'].map((half) => ({ typed, insert: typed + half, name: typed + half }))
    : []
}

const unread = (line: Line, why: string): Line => ({
  ...line,
  kind: 'note',
  under: 'none',
  text: line.typed,
  remarks: [],
  unread: why,
})

const MOVES =
  /^(?:(?:is|was|has been|will be)\s+)?(?:now|moves?|moved|moving|changes?|changed|put off|brought forward|postponed)\s+(?:it\s+)?(?:(?:to|on|until|till)\s+)?/i

const withoutMove = (text: string): { text: string; moves: boolean } => {
  const moved = MOVES.exec(text)?.[0] ?? ''
  const rest = text.slice(moved.length)
  const instead = /(?<![\s,])[\s,]+instead$/i.exec(rest)?.[0] ?? ''
  return {
    text: rest.slice(0, rest.length - instead.length),
    moves: moved !== '' || instead !== '',
  }
}

type Dated = Exclude<ReturnType<Reading['ahead']>, { none: true }>

/** The longest words at the beginning that are a date; a weekday may have a comma behind it. */
const dateAt = (
  text: string,
  ahead: Reading['ahead'],
): { typed: string; reading: Dated } | undefined => {
  const weekday = /^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\s*,\s*/i.exec(text)
  const from = weekday?.[0].length ?? 0
  const comma = text.slice(from).search(/[,;:]/)
  const first = comma < 0 ? text : text.slice(0, from + comma)
  const ends = [...first.matchAll(/\S+/g)].slice(0, 8).map((each) => each.index + each[0].length)
  const found = ends.toReversed().flatMap((end) => {
    const typed = first.slice(0, end).replace(/\.$/, '')
    const reading = ahead(typed)
    return 'none' in reading ? [] : [{ typed, reading }]
  })
  return found.find(({ reading }) => !('unread' in reading)) ?? found.at(-1)
}

/** ... or why not, and where in the text the words end that it is about. */
type After = Pick<SaidNext, 'startsAt' | 'place'> | { why: string; end: number }

const SAME =
  /^(?:at )?(?:the )?(?:same|usual) (?:time(?:,? (?:and )?(?:the )?(?:same )?(?:place|venue))?|(?:place|venue)(?: and time)?)$/i
/** A time that says so itself, so that what follows it may follow at once. */
const PLAINLY = /[ap]\.?m\b|\d[.:]\d\d|noon|midday|o.?clock|half past|quarter/i

/** The time and the place that follow a day, each as it was typed; nothing where it is not said. */
const placeAfter = (text: string): After => {
  const rest = text.replace(/^[\s,;]*(?:(?:at|from)\s+)?/i, '').replace(/(?<![\s.])[\s.]+$/, '')
  if (rest === '' || SAME.test(rest)) return { startsAt: null, place: null }
  const timed = timeAt(rest)
  if (timed && 'why' in timed) return { why: timed.why, end: text.indexOf(rest) + timed.end }
  const place = timed ? rest.slice(timed.end) : text
  const leads = /^[\s,;]*(?:(?:at|in)\s+)?/i.exec(place)![0]
  const name = place.slice(leads.length).replace(/(?<![\s.])[\s.]+$/, '')
  if (!timed && !/[,;]|\b(?:at|in)\b/i.test(leads))
    return { why: `“${name}” was not read. Write the place after a comma`, end: 0 }
  if (name.length > LONGEST_PLACE) return { why: 'The place is too long', end: 0 }
  return { startsAt: timed?.time ?? null, place: name === '' || SAME.test(name) ? null : name }
}

const LONGEST_PLACE = 200

const timeAt = (
  rest: string,
): { time: string; end: number } | { why: string; end: number } | undefined => {
  const [first] = rest.split(/[,;]/)
  const ends = [...first!.matchAll(/\S+/g)].slice(0, 6).map((each) => each.index + each[0].length)
  for (const end of ends.toReversed()) {
    const typed = rest.slice(0, end)
    const reading = readTime(typed)
    const isAlone = /^\s*(?:[,;]|$|(?:at|in)\s)/i.test(rest.slice(end))
    if ('none' in reading || !(isAlone || PLAINLY.test(typed))) continue
    return 'ask' in reading ? { why: reading.ask, end } : { time: reading.time, end }
  }
  return undefined
}
