import type { Status } from './action.ts'
import {
  COLOUR,
  DOUBT,
  DOUBT_AT_ONCE,
  LATER_OF_COULD_NOT,
  NONE_OF_IT,
  NOT_ALL_OF_IT,
  OTHER_OF_UNDER_WAY,
  SAYS_NO,
  SHARE,
  TAKEN_BEFORE,
  TAKES_AWAY,
  TICK,
  UNDECIDED,
  WORDS,
} from './status-lists.ts'

/** What the beginning of some words says of where an action stands. */
export interface StatusRead {
  /** Where it stands, where that is plain. */
  status: Status | null
  /** The word itself, small: `done`, `still going`. Empty where none stands there. */
  word: string
  /** What follows the word, as it was typed. */
  rest: string
  /** The day that stands with it, as it was typed: `12 January`. */
  on: string
  waitingFor: string | null
  /** Why it is asked and not taken. */
  question: string | null
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?)'
/** A day with nothing else in it, in the shapes that people write beside a word like “done”. */
const DAY = new RegExp(
  `^\\s*(?:\\(\\s*)?(?:(?:on|in)\\s+)?((?:${WEEKDAY},?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?[\\s/.-]+(?:\\d{1,2}|${MONTH})(?:[\\s/.,-]+(?:\\d{4}|\\d{2}))?|\\d{4}-\\d{2}(?:-\\d{2})?|${MONTH}[\\s-]+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|${MONTH}(?:[\\s’'-]+(?:\\d{4}|\\d{2}))?))(?:\\s*\\))?(?=\\s*(?:$|[:;,.–—-](?:\\s|$)))`,
  'iu',
)

/**
 * Reads where an action stands. A word counts only where it stands alone: at the end, or before a
 * colon, a stop, a comma or a dash; and nothing behind it takes it back. All else is asked (R2).
 */
export const readStatus = (typed: string): StatusRead => {
  const text = typed.trim().slice(0, 4000)
  const found = WORDS.map(([word, status]) => ({ status, word: word.exec(text)?.[0] })).find(
    (each) => each.word !== undefined,
  )
  if (!found || NONE_OF_IT.test(text)) return { ...NOTHING, rest: text, question: asked(text) }
  const word = found.word!.toLowerCase().replace(/\s+/g, ' ')
  const after = text.slice(found.word!.length)
  const day = DAY.exec(after)
  const follows = day ? after.slice(day[0].length) : after
  const rest = restAfter(follows, found.status)
  if (rest === undefined || isTakenBack(found.status, word, rest))
    return { ...NOTHING, word, rest: text, question: NOT_PLAIN(text) }
  if (found.status === 'waiting') return { ...NOTHING, ...waitsFor(after), status: 'waiting', word }
  return { ...NOTHING, status: found.status, word, rest, on: day?.[1] ?? '' }
}

const NOTHING = {
  status: null,
  word: '',
  rest: '',
  on: '',
  waitingFor: null,
  question: null,
} as const

/** What stands behind the word, where the word stands alone. */
const restAfter = (after: string, status: Status): string | undefined => {
  if (/^[\s.!]*$/.test(after)) return ''
  const parted = /^\s*(?:[:;,]|[.!]+(?=\s)|\s[–—-]+(?=\s)|[–—](?=\s)|-(?=\s))\s*/u.exec(after)
  if (parted) {
    const rest = after.slice(parted[0].length)
    return status === 'could-not' ? rest.replace(/^because(?: of)?\s+/iu, '') : rest
  }
  if (/^\s+and\s+(?:agreed\s+)?closed\s*(?:[:;,.–—-]|$)/iu.test(after)) return after.trim()
  const reason =
    status === 'could-not' && /^\s+(?:because(?: of)?|as|since|due to|(?=there (?:is|was)))\s*/iu
  const given = reason && reason.exec(after)
  if (given) return after.slice(given[0].length)
  const goesOn = /^\s+(?:with|since|at|through|via|led by)\s/iu.test(after)
  if (status === 'under-way' && goesOn) return after.trim()
  return status === 'waiting' ? after.trim() : undefined
}

const isTakenBack = (status: Status, word: string, rest: string): boolean => {
  const first = rest.split(/[,;:.!]/)[0]!
  if (SAYS_NO.test(rest)) return true
  if (status === 'could-not') return LATER_OF_COULD_NOT.test(rest)
  if (status === 'not-started') return /[?]|(?<![\p{L}])not(?![\p{L}])/iu.test(first)
  if (status !== 'done') return OTHER_OF_UNDER_WAY.test(first) && word !== 'waiting'
  return (
    DOUBT.test(rest) ||
    DOUBT_AT_ONCE.test(first) ||
    NOT_ALL_OF_IT.test(rest) ||
    /^from\s/i.test(rest)
  )
}

/** “awaiting the council: they meet in May” waits for the council. */
const waitsFor = (after: string): Pick<StatusRead, 'waitingFor' | 'rest'> => {
  const whom =
    /^\s*(?:[:,–—-]+\s*)?(?:(?:for|on|to hear from)(?![\p{L}])[\s:]*)?([^:;.]*)[:;.]?\s*/iu.exec(
      after,
    )!
  return { waitingFor: whom[1]!.trim() || null, rest: after.slice(whom[0].length).trim() }
}

const NOT_PLAIN = (text: string): string =>
  `“${short(text)}” does not say plainly where it stands. Choose`

/** Words that may say where it stands, and never by themselves. */
const asked = (text: string): string | null => {
  if (COLOUR.test(text))
    return `“${short(text)}” may mean late, at risk or on track, and not that it is done. Choose where it stands`
  if (UNDECIDED.test(text) && !/^(?:new|current|live|part|half|no|yes)\s+\p{L}/iu.test(text))
    return NOT_PLAIN(text)
  if (SHARE.test(text)) return NOT_PLAIN(text)
  if (TICK.test(text)) return `“${short(text)}” is a mark. Is it done? Choose where it stands`
  return (TAKES_AWAY.test(text) || NONE_OF_IT.test(text)) && TAKEN_BEFORE.test(text)
    ? NOT_PLAIN(text)
    : null
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 58)}…` : text)
