import { found, type Alert, type Passage } from './alert.ts'
import { countedOtherwise } from './counted-otherwise.ts'
import { NOT_COUNTED, NUMBER_WORDS, ONE_PERSON, PEOPLE, SAID_OF_PEOPLE } from './lists/counts.ts'
import { ETHNIC, INJURED } from './lists/persons.ts'
import { NOT_A_HOUSE } from './lists/streets.ts'
import { folding } from './folding/letters.ts'
import { gapAfter, stretches, typedAt, type Reading, type Stretch } from './folding/reading.ts'

/** A translation counts what the English counts, and nothing else (R17). */
export const otherNumbers = (part: Passage, english: string): Alert[] => {
  const inEnglish = new Set(numbersIn(english))
  return [...new Set(numbersIn(part.text))]
    .filter((each) => !inEnglish.has(each))
    .map((number) =>
      found(
        'people',
        part,
        number,
        `“${number}” does not stand in the English. ` +
          'Put in the number that stands there, or say why it is right',
      ),
    )
}
const numbersIn = (text: string): string[] => folding(text).match(/\d+/g) ?? []

/** R17: a number beside a word for people is stopped until someone gives a reason. */
export const people = (part: Passage, reading: Reading): Alert[] =>
  counted(reading).map((each) => {
    const text = typedAt(reading, each)
    return found(
      'people',
      part,
      text,
      `“${text}” counts people. Take the number from “Numbers of people that you can put in”, ` +
        'or say why it is safe: no group is small, and nobody can be worked out',
    )
  })

const counted = (reading: Reading): Stretch[] => {
  let reached = -1
  return [
    ...reading.tokens.flatMap((_, i) => countAt(reading, i)),
    ...stretches(reading.low, OLDS),
    ...countedOtherwise(reading),
  ]
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ to }) => {
      const isNew = to > reached
      if (isNew) reached = to
      return isNew
    })
}
/** “two 14-year-olds” */
const OLDS = new RegExp(
  String.raw`\b(?:\d{1,3}|both|${[...NUMBER_WORDS].join('|')}) (?:\d{1,2}[- ]year[- ]olds|(?:under|over)[- ]\d{1,2}s)\b`,
  'gu',
)

const countAt = (reading: Reading, i: number): Stretch[] => {
  const { tokens } = reading
  const end =
    (isNumber(reading, i) || isPart(reading, i)) && !isPlace(reading, i)
      ? (percentOf(reading, i) ??
        beforePeople(reading, i) ??
        ofThem(reading, i) ??
        outOf(reading, i))
      : undefined
  const whole = end === undefined ? afterPeople(reading, i) : end
  return whole === undefined
    ? []
    : [{ from: tokens[i]!.from, to: tokens[whole]!.to + closing(reading, whole) }]
}
const closing = ({ low, tokens }: Reading, at: number): number =>
  low[tokens[at]!.to] === ')' ? 1 : 0

const isFigure = (word: string | undefined): boolean =>
  word !== undefined && /^\d{1,6}$/u.test(word) && !/^(?:19|20)\d\d$/u.test(word)
const isNumber = ({ tokens, low }: Reading, i: number): boolean => {
  const { word, from } = tokens[i]!
  if (/^\d{1,3}pc$/u.test(word)) return true
  if (isFigure(word)) return !/(?:\d[.:]|[£$€])$/u.test(low.slice(Math.max(0, from - 2), from))
  return NUMBER_WORDS.has(word) || word === 'both'
}
/** “half”, “a third”, “a handful”. */
const isPart = ({ tokens }: Reading, i: number): boolean =>
  PARTS.has(tokens[i]!.word) && (tokens[i]!.word === 'half' || tokens[i + 1]?.word === 'of')
const PARTS = new Set(
  'half third thirds quarter quarters fifth fifths tenth couple handful pair trio'.split(' '),
)

/** “section 60”, “no one”, “number one”: the number of something else, or no number. */
const isPlace = ({ tokens }: Reading, i: number): boolean => {
  const before = tokens[i - 1]?.word ?? ''
  return (
    NOT_A_HOUSE.has(before) ||
    (tokens[i]!.word === 'one' &&
      /^(?:no|number|any|each|every|this|that|the|some|another)$/u.test(before))
  )
}

/** The most words that stand between a number and the people it counts: “4 of the Somali boys”. */
const FAR = 4

const KINDS = new RegExp(`^(?:${ETHNIC})$`, 'u')
/** The word for people that a number stands before. */
const beforePeople = (reading: Reading, i: number): number | undefined => {
  const { tokens } = reading
  const first = tokens[i]!.word
  const isOne = first === 'one' || first === '1'
  for (let at = i + 1; at <= i + FAR && at < tokens.length; at += 1) {
    const { word } = tokens[at]!
    if (
      !/^[\s\-'/(")+]{1,3}$/u.test(gapAfter(reading, at - 1)) ||
      /\n\s*\n/u.test(gapAfter(reading, at - 1))
    )
      return
    const isOf = tokens[i + 1]!.word === 'of'
    if (isFigure(word) && at > i + 1) return
    if (isOf && /^(?:them|us|you)$/u.test(word)) return at
    const bare = word.replace(/'s?$/u, '')
    if (bare !== word && at === i + 1) return
    if (
      isOne
        ? isOf
          ? PEOPLE.has(word)
          : ONE_PERSON.has(word)
        : PEOPLE.has(word) || word === 'male' || word === 'female'
    )
      return first === 'both' && tokens[at + 1]?.word === 'and' ? undefined : at
    if (NOT_COUNTED.has(word) && !(word === 'and' && KINDS.test(tokens[at - 1]!.word))) return
  }
  return undefined
}

/** “60% of residents”, “sixty per cent said”. */
const percentOf = (reading: Reading, i: number): number | undefined => {
  const { tokens } = reading
  const gap = gapAfter(reading, i)
  const next = tokens[i + 1]?.word
  const sign =
    /^ ?%/u.test(gap) || tokens[i]!.word.endsWith('pc')
      ? i
      : next === 'percent'
        ? i + 1
        : next === 'per' && tokens[i + 2]?.word === 'cent'
          ? i + 2
          : -1
  if (sign < 0) return undefined
  const after = tokens[sign + 1]?.word ?? ''
  if (!/^ ?%? $/u.test(gapAfter(reading, sign))) return undefined
  if (SAYING.has(after) || SAID_OF_PEOPLE.has(after)) return sign + 1
  for (let at = sign + 1; at <= sign + FAR + 1 && at < tokens.length; at += 1) {
    const { word } = tokens[at]!
    if (PEOPLE.has(word) || /^(?:them|those|us|male|female|respondents)$/u.test(word)) return at
    if (word !== 'of' && (NOT_COUNTED.has(word) || /[.!?;:\n]/u.test(gapAfter(reading, at))))
      return undefined
  }
  return undefined
}
const SAYING = new Set(
  'want wanted agree agreed think thought feel trust trusted know knew live believe believed report reported'.split(
    ' ',
  ),
)

/** “3 were under 18”, “two of them”, “12 took part”. */
const ofThem = (reading: Reading, i: number): number | undefined => {
  const { tokens } = reading
  if (gapAfter(reading, i) !== ' ') return undefined
  const [one, two, three] = [1, 2, 3].map((step) => tokens[i + step]?.word ?? '')
  if (SAID_OF_PEOPLE.has(one!)) return tokens[i]!.word === 'both' ? undefined : i + 1
  if ((one === 'took' && two === 'part') || (one === 'signed' && two === 'up')) return i + 2
  if (one === 'of' && /^(?:them|us|those|you)$/u.test(two!)) return i + 2
  if (!/^(?:was|were|is|are)$/u.test(one!)) return undefined
  const isOf = (word: string): boolean =>
    HURT.test(word) ||
    PEOPLE.has(word) ||
    ONE_PERSON.has(word) ||
    /^(?:under|over|aged|pregnant|disabled)$/u.test(word)
  return isOf(two!) ? i + 2 : isOf(three!) ? i + 3 : undefined
}

const HURT = new RegExp(`^(?:${INJURED})$`, 'u')

/** “one in five said”, “9 out of 10.” */
const outOf = (reading: Reading, i: number): number | undefined => {
  const { tokens } = reading
  const at =
    tokens[i + 1]?.word === 'in'
      ? i + 2
      : tokens[i + 1]?.word === 'out' && tokens[i + 2]?.word === 'of'
        ? i + 3
        : -1
  if (at < 0 || !tokens[at] || !isNumber(reading, at)) return undefined
  const after = tokens[at + 1]?.word ?? ''
  return SAID_OF_PEOPLE.has(after) || SAYING.has(after) || /^\s*[.!?]/u.test(gapAfter(reading, at))
    ? at
    : undefined
}

/** “Mothers (3) came”, “Mothers: 3”, “Fathers - 4”. An age or a day that follows is none. */
const afterPeople = (reading: Reading, i: number): number | undefined => {
  const { tokens, low } = reading
  const times = tokens[i + 1]?.word === 'x' ? 1 : 0
  const number = tokens[i + 1 + times]
  if (!number || !(PEOPLE.has(tokens[i]!.word) || ONE_PERSON.has(tokens[i]!.word))) return undefined
  const gap = gapAfter(reading, i)
  if (
    !/^ ?[(:=-]{1,2} ?\(?$/u.test(gap) ||
    !(isFigure(number.word) || NUMBER_WORDS.has(number.word))
  )
    return undefined
  const after = low.slice(number.to, number.to + 12)
  if (gap.includes('('))
    return /^(?:\)| of | in all| came| people)/u.test(after) ? i + 1 + times : undefined
  return /^(?:\s*(?:[.,;)\n]|$)|\s+and\b)/u.test(after) && !/^[.,]\d/u.test(after)
    ? i + 1
    : undefined
}
