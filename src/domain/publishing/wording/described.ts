import { found, type Alert, type Passage } from './alert.ts'
import { NUMBER_WORDS } from './lists/counts.ts'
import { ANYONE, ETHNIC, INJURED, PERSON, PLACE, RELATIVE, TRADE } from './lists/persons.ts'
import { ONE_OF_THEM } from './one-of-them.ts'
import { stretches, typedAt, type Reading, type Stretch } from './folding/reading.ts'

/** What points at one person without a name: people nearby would know who it is (R12). */
export const described = (part: Passage, reading: Reading): Alert[] => {
  let reached = -1
  return descriptions(reading)
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      const isNew = from >= reached
      if (isNew) reached = to
      return isNew
    })
    .map((each) => {
      const text = typedAt(reading, each)
      return found(
        'described',
        part,
        text,
        `“${text}” may point at one person, even without a name. ` +
          'Say it so that it fits many, such as “some residents”, or leave it out',
      )
    })
}

/** A few words at most: no pattern below looks further than this. */
const few = (most: number): string => String.raw`(?:[\p{L}'-]{1,20} ){0,${most}}`
const ARTICLE = '(?:a|an|the|one|this|that|another)'
const NUMBER = String.raw`(?:\d{1,2}|${[...NUMBER_WORDS].join('|')})`
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const NEAR =
  '(?:above|below|over|opposite|next|near|behind|beside|under|across|on|at|in|by|with|alone|upstairs|downstairs|round|around|down|up)'
const REST = String.raw`[^.!?,;\n]{0,32}`

const PATTERNS = [
  // the only Somali mother on the estate
  `the only ${few(3)}(?:${PERSON}|${TRADE}|person|resident|one|officer)(?![\\p{L}'])(?: (?:who|from|on|in|at) ${REST})?`,
  // who lives above the chemist; she works at the corner
  `(?:${PERSON}|resident|he|she),? (?:who |that )?(?:still |now )?(?:lives|works|stays|sleeps|lived|worked|stayed) ${NEAR}\\b${REST}`,
  `(?:${PERSON}|resident),? (?:living|staying|sleeping|working) ${NEAR}\\b${REST}`,
  `(?:who|that) (?:still |now )?(?:lives|stays|sleeps) ${NEAR}\\b${REST}`,
  // who runs the corner shop
  `(?:who|he|she) (?:runs|owns|keeps) (?:the|a|an|our|his|her) ${few(3)}[\\p{L}'-]{1,20}`,
  `who has (?:the|a) ${few(2)}(?:stall|shop|cafe|dog|van|market)\\b`,
  `the (?:owner|tenant|landlord|cleaner) of the ${few(2)}(?:shop|cafe|takeaway|restaurant|pub|bakery|chemist|pharmacy|stall|salon|launderette|gym|flat|house)\\b`,
  // the boy from the club who was stopped
  `(?:${PERSON}),? ${REST}\\b(?:who|that) (?:was|got|had been|has been) (?:${INJURED})`,
  // a 14-year-old boy; a girl, 15,; who is 14
  `(?:a|an|the|one|his|her|my|our) ${few(2)}${NUMBER}[- ](?:year|yr)s?[- ]old(?!s)(?: [\\p{L}]{1,20})?`,
  `\\d{1,2} ?(?:yo|y/o)(?![\\p{L}])(?: [\\p{L}]{1,20})?`,
  `(?:${PERSON}),? \\(?(?:aged? )?\\d{1,2}\\)?(?=[,.;)]|\\)| who| was| is|$)`,
  `born (?:(?:on|in) )?(?:\\d|${MONTH})[^.!?\\n]{0,16}|dob\\b|date of birth`,
  `(?:who|he|she) (?:is|was) (?:only |just |now )?${NUMBER}(?=[,.;)]|$| years| and )`,
  // her son; my daughter, who; the imam’s wife
  `(?:his|her) ${few(1)}(?:${RELATIVE}|partner|child|baby)(?![\\p{L}'])`,
  `(?:my|our|their) ${few(1)}(?:${RELATIVE}|child|neighbour),? (?:who|aged|\\(|was|is \\d)`,
  `(?!wo|children|people|men|to|every|mother|father|parent)[\\p{L}]{2,20}'s? ${few(1)}(?:${RELATIVE})(?![\\p{L}'])(?! and)`,
  `the ${few(1)}(?:${PERSON}) (?:who|that) (?:won|died|fell|called|lost|jumped|drowned|fainted)\\b`,
  `whose (?:${RELATIVE})(?![\\p{L}'])`,
  `the (?:victim|survivor) of `,
  `(?:the|two) twins\\b`,
  // a pregnant woman; the Kurdish barber
  `${ARTICLE} ${few(1)}(?:${ETHNIC}) ${few(1)}(?:${PERSON}|${TRADE})(?![\\p{L}'])(?! and)`,
  // a boy from the academy; the family on the third floor
  `${ARTICLE} ${few(2)}(?:${PERSON}) (?:from|at|in|of|on|above|below|opposite|outside|behind|next to|near) (?:the|a|our|his|her) ${few(2)}(?:${PLACE})(?![\\p{L}])`,
  `${ARTICLE} ${few(2)}(?:${PERSON}) (?:from|at) (?!primary|secondary|nursery|high|junior|infant|a |the )${few(2)}[\\p{L}'-]{2,20} (?:academy|school|college|mosque|club|hostel)(?![\\p{L}])`,
  `the ${few(2)}(?:man|woman|boy|girl|lady|lad|mother|mum|father|dad|gentleman) (?:with|in) (?:the|a|her|his) ${few(2)}[\\p{L}-]{2,20}`,
  `the (?:${PERSON}|people|neighbours?) (?:upstairs|downstairs|next door|opposite)`,
  `(?:mother|father|mum|dad|parent|family)[ -]of[ -](?:${NUMBER}|twins|triplets)`,
  `${ARTICLE} ${few(1)}(?:${TRADE}) (?:on|in|at|from|of|above) `,
  // a woman at the bus stop on Church Street on Tuesday
  `${ARTICLE} ${few(2)}(?:${PERSON}) [^.!?\\n]{0,60}?\\b(?:at|outside|near|on|opposite|behind) [^.!?\\n]{1,60}?\\b(?:(?:on|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last night|this morning)`,
  `(?:nicknamed|known (?:locally |here )?as|whose name is|is called) [\\p{L}"(]`,
].map((each) => new RegExp(String.raw`(?<![\p{L}\p{N}'])${each}`, 'gu'))

/** What was cut in the midst of a word is shown with the whole word. */
const restOfWord = (low: string, to: number): number =>
  /^[\p{L}\p{N}'-]{1,30}/u.exec(
    /[\p{L}\p{N}]/u.test(low[to - 1] ?? '') ? low.slice(to, to + 30) : '',
  )?.[0].length ?? 0

const descriptions = (reading: Reading): Stretch[] => {
  const low = reading.low.replaceAll('\n', ' ')
  return [...PATTERNS, ...ONE_OF_THEM]
    .flatMap((pattern) => stretches(low, pattern))
    .filter(({ from }) => !ANYONE.test(low.slice(Math.max(0, from - 24), from + 1).trimEnd()))
    .map(({ from, to }) => ({ from, to: to + restOfWord(low, to) }))
}
