import { isEveryday } from '../lists/everyday.ts'
import {
  LOOSE_STREET_WORDS,
  MONTHS,
  NAMES_STREETS,
  NOT_A_HOUSE,
  OF_THE_STREET,
  STREET_BREAKERS,
  STREET_WORDS,
} from '../lists/streets.ts'
import { NUMBER_WORDS } from '../lists/counts.ts'
import { gapAfter, isCapital, stretches, type Reading, type Stretch } from '../folding/reading.ts'

/** Where someone lives, as people type it (R12). */
export const addresses = (reading: Reading): Stretch[] => [
  ...reading.tokens.flatMap((_, i) => [
    ...numberBeforeStreet(reading, i),
    ...numberAfterStreet(reading, i),
  ]),
  ...FLOORS.flatMap((pattern) => stretches(reading.low, pattern)),
  ...stretches(reading.low, DOOR).filter((each) => !isArticle(reading, each)),
  ...numberAlone(reading),
  ...stretches(reading.low, NUMBERED_IN_WORDS),
]

/** The most words that the name of a street has. */
const LONGEST_NAME = 4

/** “12 church street”, “12a, St. John’s Wood Road”, “twelve Church Street”, “12-14 Bell St”. */
const numberBeforeStreet = (reading: Reading, i: number): Stretch[] => {
  const { tokens, low } = reading
  const number = tokens[i]!
  if (!isHouseNumber(reading, i)) return []
  let last = i
  for (let at = i + 1; at <= i + LONGEST_NAME + 1 && at < tokens.length; at += 1) {
    const { word } = tokens[at]!
    if (!isInOneLine(gapAfter(reading, at - 1), at - 1 === i, tokens[at - 1]!.word)) break
    // “12/3 Orchard Mansions”, “12-14 Edgware Rd”: the second number belongs to the first.
    if (
      at === i + 1 &&
      /^\d{1,4}[a-z]?$/u.test(word) &&
      /^[-/]$/u.test(low.slice(number.to, tokens[at]!.from))
    ) {
      if (isDayShape(low, number.from, tokens[at]!.to)) break
      continue
    }
    if (isStreetWord(reading, i, at)) last = at
    else if (breaks(reading, i, at)) break
  }
  if (last === i || isCountOf(reading, i, last)) return []
  return [{ from: number.from, to: tokens[last]!.to }]
}

const isHouseNumber = ({ tokens, low }: Reading, i: number): boolean => {
  const { word, from } = tokens[i]!
  const before = low.slice(Math.max(0, from - 2), from)
  if (/^\d{1,4}[a-z]?$/u.test(word))
    return (
      !/^(?:19|20)\d\d$/u.test(word) &&
      !/\d[.:,]$|[£$€]$/u.test(before) &&
      !NOT_A_HOUSE.has(tokens[i - 1]?.word ?? '')
    )
  return NUMBER_WORDS.has(word) && word !== 'a' && !NOT_A_HOUSE.has(tokens[i - 1]?.word ?? '')
}

const isInOneLine = (gap: string, isFirst: boolean, word: string): boolean =>
  (isFirst ? /^[ \n]?[,.\-/:]?[ \n]{0,2}$/u : /^(?:[ ]{1,2}|\n|[ ]?-[ ]?)$/u).test(gap) ||
  (/^(?:st|dr|rev|mt|gt)$/u.test(word) && /^\. ?$/u.test(gap))

const isDayShape = (low: string, from: number, to: number): boolean =>
  /^(?:\d{1,2}[-/]\d{1,2}[-/]\d{2,4})/u.test(low.slice(from, to + 5))

/** A word for streets with the name of one before it. */
const isStreetWord = ({ tokens }: Reading, i: number, at: number): boolean => {
  const { word } = tokens[at]!
  const named = tokens.slice(i + 1, at).filter((each) => !/^\d/u.test(each.word))
  if (named.length === 0) return false
  if (STREET_WORDS.has(word) && !(word === 'close' && !namesStreet(named))) return true
  return LOOSE_STREET_WORDS.has(word) && namesStreet(named)
}
const namesStreet = (named: Reading['tokens']): boolean =>
  named.every(
    (each) => isCapital(each) || NAMES_STREETS.has(bare(each.word)) || !isEveryday(bare(each.word)),
  )
const bare = (word: string): string => word.replace(/'s?$/u, '')

const breaks = (reading: Reading, i: number, at: number): boolean => {
  const { word } = reading.tokens[at]!
  const first = reading.tokens[i + 1]!
  return (
    STREET_BREAKERS.has(word) ||
    /^\d/u.test(word) ||
    isPluralOfThings(word) ||
    // “4 bins Church Street”: the name begins later than the words after the number.
    (at > i + 1 && isCapital(reading.tokens[at]) !== isCapital(first) && !/^\d/u.test(first.word))
  )
}
const isPluralOfThings = (word: string): boolean =>
  /[^s]s$/u.test(word) && !NAMES_STREETS.has(word) && isEveryday(word.slice(0, -1))

/** “two Church Street ward officers” are officers, and no house. */
const isCountOf = ({ tokens }: Reading, i: number, last: number): boolean =>
  NUMBER_WORDS.has(tokens[i]!.word) && OF_THE_STREET.has(tokens[last + 1]?.word ?? '')

/** “Kennet House, 12” and “Bell Street 19”, where the number ends what is said. */
const numberAfterStreet = (reading: Reading, i: number): Stretch[] => {
  const { tokens, low } = reading
  const street = tokens[i]!
  const isNo = /^(?:no|nr|number)$/u.test(tokens[i + 1]?.word ?? '')
  const number = tokens[isNo ? i + 2 : i + 1]
  const isStreet =
    (STREET_WORDS.has(street.word) || LOOSE_STREET_WORDS.has(street.word)) &&
    i > 0 &&
    isInOneLine(gapAfter(reading, i - 1), false, tokens[i - 1]!.word) &&
    namesStreet([tokens[i - 1]!]) &&
    !STREET_BREAKERS.has(tokens[i - 1]!.word)
  if (!isStreet || !number || !/^\d{1,3}[a-z]?$/u.test(number.word)) return []
  const after = low.slice(number.to, number.to + 2)
  const ends = /^(?:[.,;:!?)\n]?(?:[\s]|$)|$)/u.test(after) && !after.startsWith(' ')
  return ends &&
    /^[,:]?[ ]?(?:no\.? ?)?$/u.test(gapAfter(reading, i)) &&
    !MONTHS.has(tokens[i + 2]?.word ?? '')
    ? [{ from: tokens[i - 1]!.from, to: number.to }]
    : []
}

/** “flat12”, “Flat C”, “apartment 5”, “Room no. 14”, “block D”. */
const DOOR = new RegExp(
  String.raw`\b(?:flats?|apartments?|apt|unit|room|block|studio|maisonette|bedsit)\.?[ -]{0,2}` +
    String.raw`(?:(?:no\.?|number|nr\.?|#) ?)?(?:\d{1,4}[a-z]?|\b[a-z]|\b(?:${[...NUMBER_WORDS].join('|')}))(?![\p{L}\p{N}'])`,
  'gu',
)
const FLOORS = [
  // “3rd floor, Kennet House”
  /\b(?:\d{1,2}(?:st|nd|rd|th)|ground|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top) floor,? (?:of |at |in )?[\p{L}']{2,20} (?:house|court|tower|mansions|buildings|lodge|point)\b/gu,
  // “next door to 12”, “the house at 12”
  /\b(?:next door to|house at|door of|outside|opposite|lives? at|live at) \d{1,3}[a-z]?(?=\s*[.,;!?)]\s|\s*[.,;!?)]?$)/gu,
  // “7 The Mall”, “5 the grove”
  /(?<![\p{L}\p{N}.:£])\d{1,3}[a-z]?,? the (?:grove|mall|drive|avenue|close|mews|terrace|crescent|lane|green|parade|rise|square|broadway|strand|high street)(?=\s*[.,;!?)]|\s*$)/gu,
]
/** “the flat a fire began in”: a small a before a word is no letter of a flat. */
const isArticle = ({ text }: Reading, { from, to }: Stretch): boolean =>
  /[ ]a$/u.test(text.slice(from, to)) && /^ \p{L}/u.test(text.slice(to, to + 2))

const NUMBERED =
  /(?:\bnumber|\bnumbers|\bno\.|\bno|\bnr\.?|\bnos\.?|#) ?\d{1,4}[a-z]?(?![\p{L}\p{N}.:,%]\d|[\p{L}\p{N}%])/gu
/** “at number twenty-two” */
const NUMBERED_IN_WORDS = new RegExp(
  String.raw`\b(?:at|in|from|outside|near|opposite|to) (?:number|no\.) (?:${[...NUMBER_WORDS].join('|')})(?:[- ](?:${[...NUMBER_WORDS].join('|')}))?(?![\p{L}])(?! (?:priority|concern|issue|on the list))`,
  'gu',
)
/** “number 12” by itself, unless it is the number of something else or one that everyone calls. */
const numberAlone = (reading: Reading): Stretch[] =>
  stretches(reading.low, NUMBERED).filter(({ from, to }) => {
    const before = reading.low.slice(Math.max(0, from - 24), from)
    const after = reading.low.slice(to, to + 16)
    const [word] = /(?<![\p{L}£])[\p{L}£]+$/u.exec(before.trimEnd()) ?? ['']
    return (
      !NOT_A_HOUSE.has(word) &&
      !/^(?:phone|telephone|call|ring|dial|text|contact|emergency|freephone)$/u.test(word) &&
      !/^ ?(?:bus|buses|route|on the list|priority|concern|issue|in the)/u.test(after) &&
      !/\d{4}/u.test(reading.low.slice(from, to)) &&
      !/(?:101|999|111|112|105)$/u.test(reading.low.slice(from, to)) &&
      // “no 3” without a dot is an answer or a count as often as a house.
      (!/^no ?\d/u.test(reading.low.slice(from, to)) ||
        /\b(?:at|of|from|outside|to|near|in) $/u.test(before))
    )
  })
