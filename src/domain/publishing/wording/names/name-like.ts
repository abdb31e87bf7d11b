import type { Knowledge } from '../alert.ts'
import { NUMBER_WORDS } from '../lists/counts.ts'
import { isEveryday } from '../lists/everyday.ts'
import { AMBIGUOUS, FIRST_NAMES, SURNAMES } from '../lists/first-names.ts'
import { HEADS, KNOWN_CAPITALS } from '../lists/places.ts'
import { MONTHS, STREET_WORDS } from '../lists/streets.ts'
import {
  gapAfter,
  isCapital,
  read,
  type Reading,
  type Stretch,
  type Token,
} from '../folding/reading.ts'

/** What a word is: surely a name, perhaps one where another stands beside it, or none. */
type Sort = 'name' | 'stranger' | 'perhaps' | 'no'

/** Words that look like the name of a person, in any case; those that touch belong together. */
export const nameLike = (reading: Reading, { known }: Knowledge): Stretch[] => {
  const { tokens } = reading
  const allowed = new Set(known.flatMap((each) => read(each).tokens.map(({ raw }) => raw)))
  const sorts = tokens.map((_, i) => sortOf(reading, i, allowed))
  return tokens.flatMap((token, i) =>
    isTold(reading, sorts, i) ? [{ from: token.from, to: token.from + bare(token).length }] : [],
  )
}

const bare = ({ word }: Token): string => word.replace(/'s?$/u, '')

const sortOf = (reading: Reading, i: number, allowed: Set<string>): Sort => {
  const token = reading.tokens[i]!
  const word = bare(token)
  if (word.length < 3 || /\d/u.test(word)) return 'no'
  const capital = isCapital(token)
  if (capital && (allowed.has(token.raw) || allowed.has(token.raw.slice(0, word.length))))
    return 'no'
  if (isAfterSaint(reading, i) || (capital && HEADS.has(word))) return 'no'
  if (AMBIGUOUS.has(word)) return MONTHS.has(word) && !capital ? 'no' : 'perhaps'
  if (FIRST_NAMES.has(word) || SURNAMES.has(word))
    return isInPlace(reading, i) || (!capital && isEveryday(word)) ? 'no' : 'name'
  if (isFamilyName(reading, i) && !isEveryday(word) && !KNOWN_CAPITALS.has(word)) return 'name'
  return capital &&
    isWritten(token) &&
    !isEveryday(word) &&
    !KNOWN_CAPITALS.has(word) &&
    !isCounted(reading, i) &&
    !isInPlace(reading, i)
    ? 'stranger'
    : 'no'
}

/** “Four Feathers”: a house or a club, and nobody. */
const isCounted = ({ tokens }: Reading, i: number): boolean =>
  NUMBER_WORDS.has(tokens[i - 1]?.word ?? '') &&
  isCapital(tokens[i - 1]) &&
  tokens[i]!.word.endsWith('s')

/** One capital and small letters, or a long word in capitals: initials are looked at elsewhere. */
const isWritten = ({ raw }: Token): boolean =>
  /^\p{Lu}\p{Ll}/u.test(raw) || /^\p{Lu}'\p{Lu}\p{Ll}/u.test(raw) || /^\p{Lu}{7}/u.test(raw)

const isTold = (reading: Reading, sorts: Sort[], i: number): boolean => {
  const sort = sorts[i]!
  if (sort !== 'perhaps') return sort !== 'no'
  const [before, after] = [touches(reading, i - 1), touches(reading, i)]
  const token = reading.tokens[i]!
  const beside = [before ? i - 1 : -1, after ? i + 1 : -1].filter((each) => each >= 0)
  if (!isCapital(token))
    return after && sorts[i + 1] === 'name' && !isCapital(reading.tokens[i + 1])
  if (isInPlace(reading, i)) return false
  return (
    beside.some((each) => ['name', 'stranger'].includes(sorts[each]!)) ||
    beside.some((each) => isPair(reading, sorts, i, each)) ||
    isAlone(reading, i)
  )
}

/** “Rose Green”: two words that may each be a name, both with a capital. */
const isPair = ({ tokens }: Reading, sorts: Sort[], i: number, other: number): boolean =>
  sorts[other] === 'perhaps' &&
  isCapital(tokens[other]) &&
  [tokens[i]!, tokens[other]!].every((each) => !MONTHS.has(bare(each)) || bare(each) === 'may') &&
  (FIRST_NAMES.has(bare(tokens[Math.min(i, other)]!)) ||
    GIVEN.has(bare(tokens[Math.min(i, other)]!)))
/** Everyday words that are first names as well. */
export const GIVEN = new Set(
  (
    'will mark rose grace faith joy amber ruby pearl jade crystal ivy lily daisy heather iris holly olive violet poppy robin jack bill bob pat sue ' +
    'drew frank grant guy dean rob nick gene miles ray chase dale glen hunter mason carter victoria florence georgia jordan sydney ashley penny ' +
    'carol harmony gordon albert stanley clement clarence hazel gloria viola carmen kim lee gill kay irene max scott austin roy rory'
  ).split(' '),
)

/** “Thanks to Grace for the food”: a capital in the midst of small letters. */
const isAlone = (reading: Reading, i: number): boolean => {
  const { tokens } = reading
  return (
    !MONTHS.has(bare(tokens[i]!)) &&
    !KNOWN_CAPITALS.has(bare(tokens[i]!)) &&
    touches(reading, i - 1) &&
    i > 0 &&
    !isCapital(tokens[i - 1]) &&
    !/^\d/u.test(tokens[i - 1]!.word) &&
    !isCapital(tokens[i + 1])
  )
}

/** Nothing but a blank or a hyphen stands between a word and the next. */
const touches = (reading: Reading, i: number): boolean =>
  i >= 0 && i + 1 < reading.tokens.length && /^(?:\.? |\n|-)$/u.test(gapAfter(reading, i))

const isAfterSaint = (reading: Reading, i: number): boolean =>
  /^(?:st|saint|king|queen|prince|princess|lord|operation|project)$/u.test(
    reading.tokens[i - 1]?.word ?? '',
  ) &&
  isCapital(reading.tokens[i - 1]) &&
  isCapital(reading.tokens[i]) &&
  /^\.? $/u.test(gapAfter(reading, i - 1))

/** The words that a phrase with capitals has at most. */
const LONGEST_PHRASE = 5

/** A part of the name of a place or an organisation: “Ashmill Street”, “the Seymour Leisure Centre”. */
export const isInPlace = (reading: Reading, i: number): boolean => {
  const { tokens } = reading
  const first = tokens[i]!
  for (let at = i + 1; at <= i + LONGEST_PHRASE && at < tokens.length; at += 1) {
    if (!/^(?:\.? | ?& ?|-|')$/u.test(gapAfter(reading, at - 1))) break
    const { word } = tokens[at]!
    const single = word.replace(/s$/u, '')
    // “Sarah Jones House” is the name of a person all the same.
    if (at === i + 1 && FIRST_NAMES.has(bare(first)) && SURNAMES.has(bare(tokens[at]!)))
      return false
    if (isCapital(tokens[at]) && isCapital(first) && (HEADS.has(word) || HEADS.has(single)))
      return true
    if (at === i + 1 && (isCapital(first) ? AFTER_NAME : STREET_WORDS).has(word)) return true
    if (!isCapital(tokens[at])) break
  }
  // “the Society of Quills”
  const before = tokens[i - 1]?.word === 'the' ? i - 2 : i - 1
  return (
    tokens[before]?.word === 'of' &&
    HEADS.has(tokens[before - 1]?.word ?? '') &&
    isCapital(tokens[before - 1])
  )
}
const AFTER_NAME = new Set([
  ...STREET_WORDS,
  ...(
    'school college academy park ward library centre market house hall station mosque church hospital path ' +
    'project club hub programme'
  ).split(' '),
])

const isFamilyName = (reading: Reading, i: number): boolean =>
  /^(?:family|household|boys|brothers|sisters|twins)$/u.test(reading.tokens[i + 1]?.word ?? '') &&
  reading.tokens[i - 1]?.word === 'the' &&
  gapAfter(reading, i) === ' '
