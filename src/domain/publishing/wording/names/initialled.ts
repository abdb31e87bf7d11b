import type { Knowledge } from '../alert.ts'
import { wordsOf } from '../folding/letters.ts'
import { gapAfter, isCapital, type Reading, type Stretch } from '../folding/reading.ts'
import { isEveryday } from '../lists/everyday.ts'
import { AMBIGUOUS } from '../lists/first-names.ts'
import { HEADS, KNOWN_CAPITALS } from '../lists/places.ts'
import { NOT_A_HOUSE, STREET_BREAKERS } from '../lists/streets.ts'
import { isInPlace } from './name-like.ts'
import { CAME, DOES } from './subjects.ts'

/** One initial and a surname, which may be an everyday word: “J. Brown”, “J Brown”, “Brown, J.” */
export const initialled = (reading: Reading, { known }: Knowledge): Stretch[] => {
  const open = new Set(known.flatMap(wordsOf))
  return reading.tokens.flatMap((token, i) =>
    token.raw.length !== 1 || !/^\p{L}$/u.test(token.raw)
      ? []
      : isBefore(reading, i, open)
        ? [{ from: token.from, to: reading.tokens[i + 1]!.to }]
        : isAfter(reading, i, open)
          ? [{ from: reading.tokens[i - 1]!.from, to: token.to + (stops(reading, i) ? 1 : 0) }]
          : [],
  )
}

/** How likely a word is a surname: everyday words are only where something else says so. */
type Surname = 'likely' | 'perhaps' | 'no'
const surnameAt = ({ tokens }: Reading, i: number, open: Set<string>): Surname => {
  const token = tokens[i]
  const word = token?.word.replace(/'s?$/u, '') ?? ''
  if (word.length < 2 || /\d/u.test(word) || STREET_BREAKERS.has(word)) return 'no'
  if (AMBIGUOUS.has(word)) return 'likely'
  if (KNOWN_CAPITALS.has(word)) return 'no'
  return isEveryday(word) || open.has(word) || HEADS.has(word) ? 'perhaps' : 'likely'
}

/** What stands before a letter that is no initial: “Block B. Residents”, “Vitamin C. Will it”. */
const LABELS = new Set([
  ...NOT_A_HOUSE,
  ...(
    'block blocks vitamin vitamins plan plans option options band bands category categories group groups unit ' +
    'wing entrance door doors floor room stair staircase staircases hepatitis team type size bay hall flat ' +
    'building buildings letter an'
  ).split(' '),
])
/** “Block B. Residents”, “from A to B. Residents”. */
const isLabelled = ({ tokens }: Reading, i: number): boolean => {
  const before = tokens[i - 1]?.word ?? ''
  return (
    LABELS.has(before) ||
    (/^(?:and|or|to)$/u.test(before) && /^\p{Lu}$/u.test(tokens[i - 2]?.raw ?? ''))
  )
}
/** Letters that a list begins with. */
const LISTED = /^[A-H]$/u
const BEFORE_PERSON =
  /^(?:by|from|with|for|ask|asked|contact|call|see|thank|thanks|to|and|met|told|name|mail)$/u

const stops = ({ low, tokens }: Reading, i: number): boolean => low[tokens[i]!.to] === '.'
/** Whether a letter or word goes on from the word before it, and does not begin something new. */
const goesOn = (reading: Reading, i: number): boolean =>
  i > 0 && /^(?: |\. ?)$/u.test(gapAfter(reading, i - 1)) && !endsSentence(reading, i - 1)
/** The stop after an initial or a short title ends no sentence. */
const endsSentence = (reading: Reading, i: number): boolean =>
  gapAfter(reading, i).startsWith('.') && reading.tokens[i]!.word.length > 4

/** “J. Brown asked”, “J.Brown”, “J Brown”. */
const isBefore = (reading: Reading, i: number, open: Set<string>): boolean => {
  const { tokens, low } = reading
  const [letter, name] = [tokens[i]!, tokens[i + 1]]
  if (!name || !/^(?:\.? |\.)$/u.test(gapAfter(reading, i))) return false
  const surname = surnameAt(reading, i + 1, open)
  const before = tokens[i - 1]?.word ?? ''
  const follows = goesOn(reading, i)
  if (surname === 'no' || (follows && isLabelled(reading, i))) return false
  const after = low.slice(name.to, name.to + 48)
  const says = DOES.test(after)
  const acts = says || CAME.test(after)
  if (!isCapital(letter) || !isCapital(name))
    return surname === 'likely' && acts && AMBIGUOUS.has(name.word) && /^[j-o]$/u.test(letter.raw)
  if (isInPlace(reading, i + 1)) return false
  // “A Green park”, “I May”: the word, and no initial.
  if (/^[AI]$/u.test(letter.raw) && !stops(reading, i)) return surname === 'likely' && acts
  const isReached = /^[,:;]? (?:on |at |tel\w*\.? )?[+(\d]/u.test(after)
  if (surname === 'perhaps')
    return (says || isReached || (follows && BEFORE_PERSON.test(before))) && isPerson(reading, i)
  // “C. Green spaces” in a list.
  const isListed = !follows && LISTED.test(letter.raw) && stops(reading, i)
  return !isListed || acts || !/^ \p{L}/u.test(after)
}

/** “B. Residents asked” is a line of a list, and “Team J Officers said” none of a person. */
const isPerson = ({ tokens }: Reading, i: number): boolean =>
  !tokens[i + 1]!.word.endsWith('s') || /^[J-Z]$/u.test(tokens[i]!.raw)

/** “Brown, J. asked”, “Brown, J: 020 …”. */
const isAfter = (reading: Reading, i: number, open: Set<string>): boolean => {
  const { tokens } = reading
  const name = tokens[i - 1]
  if (!name || !isCapital(name) || !isCapital(tokens[i]) || gapAfter(reading, i - 1) !== ', ')
    return false
  const isPlace = HEADS.has(name.word) && isCapital(tokens[i - 2]) && goesOn(reading, i - 1)
  if (isPlace || surnameAt(reading, i - 1, open) !== 'likely') return false
  const gap = gapAfter(reading, i)
  if (LISTED.test(tokens[i]!.raw) && gap.startsWith('. ') && isCapital(tokens[i + 1])) return false
  return i === tokens.length - 1 || /^[.,:;)]/u.test(gap)
}
