import { ONE_TO_TWENTY } from '../number-words.ts'
/**
 * A time of the clock as words were read: when it begins, and when it ends where that was said; a
 * doubt, with what it may be; or no time that can be read. Written down as `10.30` and `19.00`.
 */
export type TimeReading =
  | { time: string; until: string | null }
  | { ask: string; choices: string[] }
  | { none: true }

export const TIME_EXAMPLE = 'Write a time like 10.30am or 7pm'

/** `10.30am`, `7pm`, `19:30hrs`, `1930`, `7-9pm`, `noon`, `half past six`: a time of the clock. */
export const readTime = (typed: string): TimeReading => {
  if (typed.length > 60) return { none: true }
  const text = fold(typed)
  const cut =
    /^(.{1,60}?) ?(?:-{1,9}|to|until|till|for|finish(?:ing)?(?: at)?) ?(?=[\dnmhq])(.{1,60})$/.exec(
      text,
    )
  // An hour alone, `10` or `ten`, may be in the evening as well.
  const whole = clockOf(text, !/^(?:\d{1,2}|[a-z]+)$/.test(text))
  if (whole) return settle(whole, null)
  const from = cut && clockOf(cut[1]!.trim())
  const until = cut && clockOf(cut[2]!.trim(), false)
  return from && until ? settle(from, until) : { none: true }
}

/** The time that was read, or nothing. */
export const timeIn = (typed: string): string | null => {
  const reading = readTime(typed)
  return 'time' in reading ? reading.time : null
}

/** A time as a form shows it, so that it is read again as the same: `6.30` is in the morning. */
export const typedTime = (time: string | null): string =>
  time !== null && 'ask' in readTime(time) ? `${time}am` : (time ?? '')

/** Why a time is not written down: the question, or an example. */
export const whyNoTime = (reading: TimeReading): string =>
  'ask' in reading ? reading.ask : TIME_EXAMPLE

interface Clock {
  hour: number
  minute: number
  /** Which half of the day, where it was said or can only be one. */
  half: 'am' | 'pm' | null
}

const fold = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/\b([ap])\.? ?m\b\.?/g, '$1m')
    .replace(/\s+/g, ' ')
    .replace(/^(?:from|at|starts?(?: at)?|around) /, '')
    .replace(/ (?:sharp|prompt|start)$/, '')
    .replace(/(?<![.,; ])[.,; ]+$/, '')
    .trim()

const HOURS = ['twelve', ...ONE_TO_TWENTY.slice(0, 11)]
const MINUTES: Record<string, number> = { 'half past': 30, 'quarter past': 15, 'quarter to': -15 }
const HALVES: [RegExp, 'am' | 'pm'][] = [
  [/ ?(?:am|(?:in|of) the morning|this morning)$/, 'am'],
  [/ ?(?:pm|(?:in|of) the (?:afternoon|evening)|this (?:afternoon|evening)|at night)$/, 'pm'],
]

/** @param assumes whether nine to twelve, said alone, are in the morning. */
const clockOf = (text: string, assumes = true): Clock | undefined => {
  if (/^(?:12 ?)?(?:noon|midday)$/.test(text)) return { hour: 12, minute: 0, half: 'pm' }
  const said = HALVES.find(([words]) => words.test(text))
  const bare = (said ? text.replace(said[0], '') : text).trim()
  const clock = inFigures(bare) ?? inWords(bare)
  return clock && within(clock, said?.[1] ?? null, assumes)
}

/** `7`, `7.30`, `19:30`, `1930`, `19:30hrs`, `1930h`. */
const inFigures = (text: string): (Clock & { is24: boolean }) | undefined => {
  const read =
    /^(\d{1,2})(?:[.:h ]([0-5]\d)|([0-5]\d))?(?:[:.]00)?( ?(?:hrs?|hours|h|o'?clock))?$/.exec(text)
  if (!read) return undefined
  const is24 =
    /^0\d/.test(read[1]!) ||
    (read[3] !== undefined && read[1]!.length === 2) ||
    /^ ?h(?!$)|^ ?hr/.test(read[4] ?? '')
  return { hour: Number(read[1]), minute: Number(read[2] ?? read[3] ?? 0), half: null, is24 }
}

/** `half past six`, `quarter to 7`, `six thirty`, `seven o'clock`. */
const inWords = (text: string): (Clock & { is24: boolean }) | undefined => {
  const read =
    /^(?:a )?(?:(half past|quarter past|quarter to) )?([a-z]+|\d{1,2})( thirty| fifteen| forty-five)?(?: o'?clock)?$/.exec(
      text,
    )
  if (!read) return undefined
  const named = HOURS.indexOf(read[2]!)
  const hour = named < 0 ? Number(read[2]) : named === 0 ? 12 : named
  if (Number.isNaN(hour)) return undefined
  const after = { ' thirty': 30, ' fifteen': 15, ' forty-five': 45 }[read[3] ?? ''] ?? 0
  const minutes = read[1] ? MINUTES[read[1]]! : after
  return minutes < 0
    ? { hour: hour === 1 ? 12 : hour - 1, minute: 60 + minutes, half: null, is24: false }
    : { hour, minute: minutes, half: null, is24: false }
}

const within = (
  { hour, minute, is24 }: Clock & { is24: boolean },
  half: 'am' | 'pm' | null,
  assumes: boolean,
): Clock | undefined => {
  if (minute > 59 || hour > 23) return undefined
  if (half)
    return hour >= 1 && hour <= 12
      ? { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute, half }
      : undefined
  if (hour > 12 || hour === 0 || is24) return { hour, minute, half: hour < 12 ? 'am' : 'pm' }
  if (hour === 12) return { hour, minute, half: 'pm' }
  // Nobody meets at nine in the evening, or before nine without saying that it is the morning.
  return { hour, minute, half: assumes && hour >= 9 ? 'am' : null }
}

const settle = (from: Clock, until: Clock | null): TimeReading => {
  const half = from.half ?? (until?.half ? halfBefore(from, until) : null)
  if (half === null) {
    const said = say(from)
    return {
      ask: `${said} in the morning, or in the ${from.hour < 5 ? 'afternoon' : 'evening'}? Write ${said}am or ${said}pm`,
      choices: [said, say({ ...from, hour: from.hour + 12 })],
    }
  }
  const start = from.half ? from : { ...from, hour: (from.hour % 12) + (half === 'pm' ? 12 : 0) }
  return { time: say(start), until: until && say(after(start, until)) }
}

/** `7-9pm` begins at seven in the evening; `11-1pm` in the morning. */
const halfBefore = (from: Clock, until: Clock): 'am' | 'pm' => {
  const evening = from.hour + 12
  return until.half === 'am' || evening * 60 + from.minute > until.hour * 60 + until.minute
    ? 'am'
    : 'pm'
}

/** An end that says no half of the day comes after the beginning. */
const after = (start: Clock, until: Clock): Clock =>
  until.hour * 60 + until.minute <= start.hour * 60 + start.minute && until.hour < 12
    ? { ...until, hour: until.hour + 12 }
    : until

const say = ({ hour, minute }: Pick<Clock, 'hour' | 'minute'>): string =>
  `${hour}.${String(minute).padStart(2, '0')}`
