import type { Status } from './action.ts'

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

const WORDS: [RegExp, Status][] = [
  [
    /^(?:(?:it[’']s|(?:it|this) (?:is|was|has been)|ha(?:s|ve) been|was|were|we[’']ve|we have)\s+)?(?:(?:all|now|fully|already)\s+)?(?:done|completed?|finished|finali[sz]ed|accomplished|achieved|actioned|delivered|discharged|resolved|fulfilled|implemented|answered)(?![\p{L}\p{N}])/iu,
    'done',
  ],
  [/^(?:closed|still going)(?![\p{L}\p{N}])/iu, 'done'],
  [
    /^(?:under ?way|(?:work )?in progress|on-?going|in hand|in train|on track|progressing|started|begun|doing|being done)(?![\p{L}\p{N}])/iu,
    'under-way',
  ],
  [
    /^(?:not (?:yet )?(?:started|begun|answered)(?: yet)?|yet to (?:start|begin)|no progress(?: (?:yet|made|to date|to report))?|to do|to start)(?![\p{L}\p{N}])/iu,
    'not-started',
  ],
  [
    /^(?:could not|couldn[’']?t|could[’']nt|can ?not|can[’']?t|cancell?ed|dropped|abandoned|withdrawn|(?:no longer|not) (?:possible|feasible|achievable))(?![\p{L}\p{N}])/iu,
    'could-not',
  ],
  [
    /^(?:still )?(?:a?waiting(?!\s+(?:lists?|rooms?|times?|areas?|periods?)(?![\p{L}]))|on hold)(?![\p{L}\p{N}])/iu,
    'waiting',
  ],
]

const COLOUR =
  /^(?:(?:b?rag|status)\s*[:=–-]?\s*)?(?:(?:green|amber|red|blue|yellow|orange|gr[ae]y|black|white)(?![\p{L}\p{N}])|[\u{1F534}\u{1F535}\u{1F7E0}-\u{1F7E4}\u26AA\u26AB]|[bragy]$)/iu
const UNDECIDED =
  /^(?:open|outstanding|live|active|current|pending|overdue|new|paused|parked|deferred|delayed|postponed|carried (?:forward|over)|c\/f|cfwd|rolled (?:forward|over)|incomplete|uncompleted|unfinished|part(?:ly|ial|ially)?|half|nearly|almost|mostly|largely|yes|no|y|n|not yet)(?![\p{L}\p{N}])|^(?:unable(?: to)?|failed|refused|impossible|won[’']?t|stopped|halted)(?=\s*(?:$|[:;,.–—-]))/iu
const SHARE = /^\d{1,3}(?:[.,]\d)?\s?(?:%|per ?cent(?![\p{L}]))/iu
const TICK = /^[☑✅✓✔☒✗✘❌❎\u{1F5F8}\u{1F5F9}]|^\[[xX✓✔]\]/u
/** “nearly done”, “to be completed”: a word that is there, and that something takes away before it. */
const TAKEN_BEFORE =
  /^(?:[\p{L}’']{1,30}\s+){1,4}(?:done|completed?|finished|closed|answered|resolved|started|delivered|achieved)(?![\p{L}\p{N}])/iu
const TAKES_AWAY =
  /^(?:not|nearly|almost|partly|partially|part|half|mostly|largely|to|will|would|should|must|could|may|might|yet|all but|as good|soon|about|hope|hopefully|maybe|perhaps|probably|never|nothing|isn[’']t|wasn[’']t|hasn[’']t|won[’']t|if|when|once|until|unless|can|cannot|can[’']t|needs?|waiting|due|expected|aim|being|still)(?![\p{L}\p{N}])/iu

/**
 * What takes a word back wherever it stands behind it, and what does so only in the words right
 * after it: what was done may well be told with a “not”.
 */
const DOUBT =
  /[?]|(?<![\p{L}\p{N}])(?:in part|in parts|part(?:ly|ial|ially)?|part[- ]?(?:done|complete)|most(?:ly)?|nearly|almost|half|except|excluding|apart from|aside from|subject to|pending|the rest|rest of|remaining|remainder|remains?|outstanding|not (?:all|yet|quite|fully|sure|entirely|completely|done|finished|complete|closed|started)|unsure|un(?:finished|certain|clear|done|confirmed)|i think|we think|i (?:believe|hope)|we hope|supposedly|apparently|allegedly|probably|perhaps|maybe|possibly|hopefully|tbc|to be (?:done|confirmed|completed|finished)|to follow|to do|so far|for now|in theory|in principle|more to (?:do|come)|still to|yet to|on-?going|in progress|under ?way|but not|bar(?= )|minus|should be|will be|would be|might be|may be|or not|or so)(?![\p{L}\p{N}])/iu
const DOUBT_AT_ONCE =
  /(?<![\p{L}\p{N}])(?:no|nope|not|never|n[’']t|isn[’']t|wasn[’']t|hasn[’']t|don[’']t|but|only|some|if|when|once|until|till|unless|before|soon|still|yet|a?waiting|needs?|due|awaited|next|later|tomorrow|cancell?ed|could not|couldn[’']t|cannot|can[’']t|impossible|failed|abandoned|dropped|withdrawn|open|reopened|red|amber)(?![\p{L}\p{N}])/iu
const LATER_OF_COULD_NOT =
  /[?]|(?<![\p{L}\p{N}])(?:moved to|rearranged|rescheduled|re-?booked|new date|again|delayed|postponed|until|unless|half|only|some of|ask|removed|did it|duplicate|yet|not sure|unsure|for now|at the moment|at present|right now|so far|in part|partly|all of it|maybe|perhaps)(?![\p{L}\p{N}])/iu

/** “Completed: no”, “Done: N”, “done: ❌”: the word is a heading, and what stands behind it the answer. */
const SAYS_NO = /^\s*(?:no|n|n\/a|none|nil|not|x|[❌✗✘☒])\s*[.!]?\s*(?:$|[,;:–—-])/iu
/** “3 of 5”, “2 left”, “phase 1”, “50%”, “ordered, not fitted”: some of it, or something that came since. */
const NOT_ALL_OF_IT = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:' +
    [
      String.raw`\d+\s*(?:of|out of|/)\s*\d+`,
      String.raw`(?:\d+|one|two|three|some|a few|more) (?:left|to go|missing)`,
      String.raw`(?:phase|stage|step) (?:\d|one|two|three)`,
      String.raw`\d{1,2}(?:[.,]\d)?\s?(?:%|per ?cent)`,
      String.raw`one of (?:the|our|them|two|three|\d)`,
      String.raw`(?:the )?others?(?: one| two|s)? .{0,30}(?:in|by|next|to)`,
      String.raw`to (?:be )?(?:check|confirm|verif|sign|approve|agree|fit|test|finish|complet|chase|review)\p{L}*`,
      'check with|chas(?:ed|ing)|ordered|fitting|on order|save for|disput(?:ed|es)|reversed|undone|duplicate',
      'transferred|referred|passed (?:on|to)|handed (?:on|to)|no (?:answers?|repl(?:y|ies)|response|news)',
      String.raw`not [\p{L}]{2,20}(?:ed|en|wn)`,
      '(?:broke|broken|failed|stopped|closed|out|gone|open) again',
    ].join('|') +
    ')(?![\\p{L}\\p{N}])|^from\\s',
  'iu',
)
const OTHER_OF_UNDER_WAY =
  /[?]|(?<![\p{L}\p{N}])(?:not|no|done|completed?|finished|cancelled|stopped)(?![\p{L}\p{N}])/iu
/** “None done”, “no longer done” */
const NONE_OF_IT = /^(?:none|no longer|nothing|hardly|barely) /iu

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
  return DOUBT.test(rest) || DOUBT_AT_ONCE.test(first) || NOT_ALL_OF_IT.test(rest)
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
