import type { Presence } from '../../round-table.ts'

/** A word for how someone is here, and what it may speak of. */
export interface How {
  raw: string
  presence: Presence
  side: 'before' | 'after' | 'either'
  /** It speaks of all who follow it, until the next word. */
  holds: boolean
  /** Only a `no` or a `yes`: it counts where nothing else stands beside the names. */
  isBare: boolean
}

const COME =
  '(?:(?:be |been |being )?(?:here|there|present|represented|with us|able to (?:attend|come|be here|make it))|be able to (?:attend|come|be here|make it)|in attendance|coming|come|came|attend(?:ing|ed)?|join(?:ing|ed)?(?: us)?|make it|show(?:n|ed)?(?: up)?|turn(?:ed)? up)'
const NOT = "(?:\\s+not|n['’]t)"

/** The words for how someone is here. The first that fits counts. */
const WORDS: [string, Presence, How['side'], boolean][] = [
  [
    '(?:has |have )?(?:sends?|sent|gave|gives|with) (?:(?:their|her|his) )?(?:apologies|apols|regrets)',
    'apologies',
    'after',
    false,
  ],
  [
    '(?:apologies|apols|apology|regrets)(?: (?:were |was )?(?:received|given|sent))? (?:from|for)',
    'apologies',
    'before',
    true,
  ],
  ['(?:apologies|apols?|apology|regrets|sorry)(?: received)?', 'apologies', 'either', true],
  [
    "(?:(?:has |have )?apologi[sz]ed|apologi[sz]es|(?:is |are |was |were )?(?:off sick|off ill|sick|ill|unwell|poorly|away|on (?:annual |sick )?leave|on holiday)|(?:could(?:\\s+not|n['’]t)|can(?:\\s?not|['’]t)) (?:be (?:here|present|with us)|join us))",
    'apologies',
    'after',
    false,
  ],
  [
    '(?:nobody|no one|no-one|none)(?: (?:came|was here|is here|here))? (?:from|for)',
    'absent',
    'before',
    false,
  ],
  ['neither', 'absent', 'before', false],
  [
    `(?:is |are |was |were )?(?:not ${COME}|absent|missing|unable to (?:attend|come))|(?:is|are|was|were|did|does|do|will|would|could|has|have)${NOT} ${COME}|(?:wo|ca)n['’]t ${COME}|can ?not ${COME}|(?:a )?no[- ]shows?|sent (?:no one|nobody|no-one)`,
    'absent',
    'either',
    true,
  ],
  ['sent (?:someone|somebody)(?: else)?', 'sent-someone', 'after', false],
  [
    '(?:is |are |was |were )?(?:also )?(?:present|here|in attendance|attending)|attended|came',
    'present',
    'either',
    true,
  ],
  ['no|not', 'absent', 'either', false],
  ['yes|[✓✔☑✅]', 'present', 'after', false],
]
const TODAY = '(?: (?:today|tonight|this (?:time|morning|afternoon|evening)))?'
const AT_ONCE = WORDS.map(
  ([words, ...rest]) =>
    [new RegExp(`^(?:${words})${TODAY}(?![\\p{L}\\p{N}])`, 'iu'), ...rest] as const,
)

/** How someone is here, where the text begins with a word for it. */
export const howAt = (rest: string): How | undefined => {
  for (const [words, presence, side, holds] of AT_ONCE) {
    const found = words.exec(rest)?.[0]
    if (!found) continue
    const colon = /^\s*:/.exec(rest.slice(found.length))?.[0] ?? ''
    const isBare = /^(?:not?|yes|[✓✔☑✅])(?!\p{L})/iu.test(found) && !/\p{L} \p{L}/u.test(found)
    return { raw: found + colon, presence, side: colon ? 'before' : side, holds, isBare }
  }
  return undefined
}

const NOBODY = '(?:none|nil|nobody|no one|no-one|n/a)'
const AWAY = '(?:apologies|apols|regrets|absent|absences?|absentees?)'
const NONE_AWAY = new RegExp(
  `^(?:${AWAY}(?: received)?\\s{0,9}[:=([–—-]?\\s{0,9}${NOBODY}(?: received)?\\s?[)\\]]?|(?:no|nil) (?:apologies|apols|regrets|absences|absentees)(?: (?:were )?received)?|(?:nobody|no one|no-one|none) (?:is |was |were |are )?(?:absent|missing|away|sent apologies))(?![\\p{L}\\p{N}]|\\s{1,9}(?:came |is here |was here |here )?(?:from|for)(?!\\p{L}))`,
  'iu',
)
/** “apologies: none”: nobody is away, and it is said of nobody who follows. */
export const noneAwayAt = (rest: string): string | undefined => NONE_AWAY.exec(rest)?.[0]

const DOUBT =
  /^(?:[?✗✘✕✖❌☒]+|(?:n\/a|x|(?:apologies|apols|apology|sorry)(?: for)? (?:the |being |running |arriving )?late(?:ness)?|(?:apologies|apols|apology|sorry) (?:in advance|if)|no (?:apologies|word|answer|news)(?: (?:from|for))?|not (?:sure|known|clear|confirmed|yet)|unsure|unclear|unknown|unconfirmed|maybe|perhaps|possibly|probably|hopefully|might|may (?:be|come|attend|join)|tbc|tba|to (?:be )?confirm(?:ed)?|invited|a?waiting(?: (?:for|on))?|expected|late|delayed|left early|except(?:ing)?(?: for)?|excluding|apart from|aside from|(?:all|everyone|everybody|anyone) but|other than|but not|without|minus|save for|(?:was |were |is )?replaced by|replacing|replaces|(?:was |were |is )?represented by|represent(?:ing|s|ed)|covered by|cc['’]?d?|rather than|hopes? to|hoping to|will (?:be|come|join|attend|try|send|not))(?![\p{L}\p{N}]))/iu
const NEGATION =
  /^(?:(?:is|are|was|were|did|does|do|will|would|could|can|has|have|had|should) ?not|(?:is|are|was|were|did|does|do|would|could|ca|has|have|had|should|wo)n['’]?t|never|none|nobody|no one|no-one|nor just|only)(?![\p{L}\p{N}])/iu

/** Words that make it unsure whether those beside them are here: it is asked. */
export const doubtAt = (rest: string): string | undefined => DOUBT.exec(rest)?.[0]
/** A negation that no word for how someone is here has read. */
export const negationAt = (rest: string): string | undefined => NEGATION.exec(rest)?.[0]

/** What no role has in it: a verb, a pronoun, a sign. */
const NO_ROLE =
  /[?✓✗✘✕✖❌☒]|(?<![\p{L}\p{N}’'-])(?:is|are|was|were|be|been|being|am|will|would|could|can|may|might|must|should|has|have|had|do|does|did|not?|never|but|if|when|until|unless|because|since|by|from|to|left|leaves|leaving|arrived|arrives|arriving|joined|joins|coming|came|come|comes|went|gone|sick|ill|leave|away|holiday|apolog\p{L}*|absent|present|here|there|who|whom|she|he|they|it|we|instead|again|yet|still|only|said|says|told|asked|dialled|online|phone|today|tomorrow|later|early|soon|residents?|cancelled|dropped|withdrew|declined|busy|unavailable|unable|tried|trying|both)(?![\p{L}\p{N}’'-])|^\d|^(?:in|on|at|via|with|of|as|after|before|till|because)(?!\p{L})|\p{L}n['’]t(?!\p{L})/iu
export const isNoRole = (words: string): boolean => NO_ROLE.test(words)
