import type { Status } from './action.ts'

// What people write of where an action stands, and what takes it back.

/** Whole words wherever they stand; with a question mark where that counts as well. */
const anywhere = (words: string[], orAsked = false): RegExp =>
  new RegExp(
    `${orAsked ? '[?]|' : ''}(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  )
/** ... and at the beginning alone. */
const atBegin = (words: string[]): RegExp =>
  new RegExp(`^(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu')

/** The words that say where it stands, where nothing takes them back. */
export const WORDS: [RegExp, Status][] = [
  [
    atBegin([
      String.raw`(?:(?:it[’']s|(?:it|this) (?:is|was|has been)|ha(?:s|ve) been|was|were|we[’']ve|we have)\s+)?` +
        String.raw`(?:(?:all|now|fully|already)\s+)?` +
        '(?:done|completed?|finished|finali[sz]ed|accomplished|achieved|actioned|delivered|discharged|' +
        'resolved|fulfilled|implemented|answered)',
    ]),
    'done',
  ],
  [atBegin(['closed|still going']), 'done'],
  [
    atBegin([
      'under ?way|(?:work )?in progress|on-?going|in hand|in train|on track|progressing|started|begun',
      'doing|being done',
    ]),
    'under-way',
  ],
  [
    atBegin([
      'not (?:yet )?(?:started|begun|answered)(?: yet)?|yet to (?:start|begin)',
      'no progress(?: (?:yet|made|to date|to report))?|to do|to start',
    ]),
    'not-started',
  ],
  [
    atBegin([
      "could not|couldn[’']?t|could[’']nt|can ?not|can[’']?t|cancell?ed|dropped|abandoned|withdrawn",
      '(?:no longer|not) (?:possible|feasible|achievable)',
    ]),
    'could-not',
  ],
  [
    atBegin([
      String.raw`(?:still )?(?:a?waiting(?!\s+(?:lists?|rooms?|times?|areas?|periods?)(?![\p{L}]))|on hold)`,
    ]),
    'waiting',
  ],
]

/** Colours mean something else at every table. */
export const COLOUR = new RegExp(
  String.raw`^(?:(?:b?rag|status)\s{0,9}[:=–-]?\s{0,9})?(?:` +
    String.raw`(?:green|amber|red|blue|yellow|orange|gr[ae]y|black|white)(?![\p{L}\p{N}])|` +
    String.raw`[\u{1F534}\u{1F535}\u{1F7E0}-\u{1F7E4}\u26AA\u26AB]|[bragy]$)`,
  'iu',
)
/** Words that say something of where it stands, and not what. */
export const UNDECIDED = atBegin([
  'open|outstanding|live|active|current|pending|overdue|new|paused|parked|deferred|delayed|postponed',
  String.raw`carried (?:forward|over)|c\/f|cfwd|rolled (?:forward|over)|incomplete|uncompleted|unfinished`,
  'part(?:ly|ial|ially)?|half|nearly|almost|mostly|largely|yes|no|y|n|not yet',
  String.raw`(?:unable(?: to)?|failed|refused|impossible|won[’']?t|stopped|halted)(?=\s*(?:$|[:;,.–—-]))`,
])
export const SHARE = /^\d{1,3}(?:[.,]\d)?\s?(?:%|per ?cent(?![\p{L}]))/iu
export const TICK = /^[☑✅✓✔☒✗✘❌❎\u{1F5F8}\u{1F5F9}]|^\[[xX✓✔]\]/u
/** “nearly done”, “to be completed”: a word that is there, and that something takes away before it. */
export const TAKEN_BEFORE =
  /^(?:[\p{L}’']{1,30}\s+){1,4}(?:done|completed?|finished|closed|answered|resolved|started|delivered|achieved)(?![\p{L}\p{N}])/iu
export const TAKES_AWAY = atBegin([
  String.raw`not|nearly|almost|partly|partially|part|half|mostly|largely|to|will|would|should`,
  String.raw`must|could|may|might|yet|all but|as good|soon|about|hope|hopefully|maybe|perhaps`,
  String.raw`probably|never|nothing|isn[’']t|wasn[’']t|hasn[’']t|won[’']t|if|when|once|until`,
  String.raw`unless|can|cannot|can[’']t|needs?|waiting|due|expected|aim|being|still`,
])

/**
 * What takes a word back wherever it stands behind it, and what does so only in the words right
 * after it: what was done may well be told with a “not”.
 */
export const DOUBT = anywhere(
  [
    String.raw`in part|in parts|part(?:ly|ial|ially)?|part[- ]?(?:done|complete)|most(?:ly)?|nearly`,
    String.raw`almost|half|except|excluding|apart from|aside from|subject to|pending|the rest`,
    String.raw`rest of|remaining|remainder|remains?|outstanding`,
    String.raw`not (?:all|yet|quite|fully|sure|entirely|completely|done|finished|complete|closed|started)`,
    String.raw`unsure|un(?:finished|certain|clear|done|confirmed)|i think|we think`,
    String.raw`i (?:believe|hope)|we hope|supposedly|apparently|allegedly|probably|perhaps|maybe`,
    String.raw`possibly|hopefully|tbc|to be (?:done|confirmed|completed|finished)|to follow|to do`,
    String.raw`so far|for now|in theory|in principle|more to (?:do|come)|still to|yet to|on-?going`,
    String.raw`in progress|under ?way|but not|bar(?= )|minus|should be|will be|would be|might be`,
    String.raw`may be|or not|or so`,
  ],
  true,
)
export const DOUBT_AT_ONCE = anywhere([
  String.raw`no|nope|not|never|n[’']t|isn[’']t|wasn[’']t|hasn[’']t|don[’']t|but|only|some|if|when`,
  String.raw`once|until|till|unless|before|soon|still|yet|a?waiting|needs?|due|awaited|next|later`,
  String.raw`tomorrow|cancell?ed|could not|couldn[’']t|cannot|can[’']t|impossible|failed`,
  String.raw`abandoned|dropped|withdrawn|open|reopened|red|amber`,
])
export const LATER_OF_COULD_NOT = anywhere(
  [
    String.raw`moved to|rearranged|rescheduled|re-?booked|new date|again|delayed|postponed|until`,
    String.raw`unless|half|only|some of|ask|removed|did it|duplicate|yet|not sure|unsure|for now`,
    String.raw`at the moment|at present|right now|so far|in part|partly|all of it|maybe|perhaps`,
  ],
  true,
)

/** “Completed: no”, “Done: N”, “done: ❌”: the word is a heading, and what stands behind it the answer. */
export const SAYS_NO =
  /^\s{0,9}(?:no|n|n\/a|none|nil|not|x|[❌✗✘☒])\s{0,9}[.!]?\s{0,9}(?:$|[,;:–—-])/iu
/** “3 of 5”, “2 left”, “phase 1”, “50%”, “ordered, not fitted”: some of it, or something that came since. */
export const NOT_ALL_OF_IT = anywhere([
  String.raw`\d+\s*(?:of|out of|/)\s*\d+|\d{1,2}(?:[.,]\d)?\s?(?:%|per ?cent)`,
  String.raw`(?:\d+|one|two|three|some|a few|more) (?:left|to go|missing)`,
  String.raw`(?:phase|stage|step) (?:\d|one|two|three)|one of (?:the|our|them|two|three|\d)`,
  String.raw`(?:the )?others?(?: one| two|s)? .{0,30}(?:in|by|next|to)`,
  String.raw`to (?:be )?(?:check|confirm|verif|sign|approve|agree|fit|test|finish|complet|chase|review)\p{L}*`,
  'check with|chas(?:ed|ing)|ordered|fitting|on order|save for|disput(?:ed|es)|reversed|undone',
  'duplicate|transferred|referred|passed (?:on|to)|handed (?:on|to)',
  String.raw`no (?:answers?|repl(?:y|ies)|response|news)|not [\p{L}]{2,20}(?:ed|en|wn)`,
  '(?:broke|broken|failed|stopped|closed|out|gone|open) again',
])
/** What takes “under way” back. */
export const OTHER_OF_UNDER_WAY = anywhere(
  ['not|no|done|completed?|finished|cancelled|stopped'],
  true,
)
/** “None done”, “no longer done” */
export const NONE_OF_IT = /^(?:none|no longer|nothing|hardly|barely) /iu
