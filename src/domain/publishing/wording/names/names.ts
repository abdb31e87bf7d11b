import { found, type Alert, type Knowledge, type Passage } from '../alert.ts'
import { closedIn, formsOf } from '../folding/closed.ts'
import { AMBIGUOUS } from '../lists/first-names.ts'
import { MONTHS } from '../lists/streets.ts'
import { isEveryday } from '../lists/everyday.ts'
import { initialled } from './initialled.ts'
import { nameLike } from './name-like.ts'
import { isCapital, typedAt, type Reading, type Stretch } from '../folding/reading.ts'
import { otherScripts, subjects } from './subjects.ts'
import { titled } from './titles.ts'

/** Names of people, and words that look like one (R14). */
export const names = (part: Passage, reading: Reading, knowledge: Knowledge): Alert[] =>
  said(part, reading, [
    ...peopleIn(reading, knowledge),
    ...titled(reading, knowledge),
    ...initialsOf(reading),
    ...initialled(reading, knowledge),
    ...nameLike(reading, knowledge),
    ...subjects(reading, knowledge),
    ...otherScripts(reading),
  ])

/** ... and only those of people who sign in, in any script that writes them as we do. */
export const knownNames = (part: Passage, reading: Reading, knowledge: Knowledge): Alert[] =>
  said(part, reading, peopleIn(reading, knowledge))

/** ... and those that are sure to be a person’s, for a file that someone else set in type. */
export const sureNames = (part: Passage, reading: Reading, knowledge: Knowledge): Alert[] =>
  said(part, reading, [
    ...peopleIn(reading, knowledge),
    ...titled(reading, knowledge),
    ...initialled(reading, knowledge),
    ...nameLike(reading, knowledge).filter(({ from, to }) =>
      /\S\s+\S/u.test(reading.low.slice(from, to)),
    ),
  ])

const said = (part: Passage, reading: Reading, all: Stretch[]): Alert[] =>
  [...new Set(together(reading, all).map((each) => typedAt(reading, each)))].map((name) =>
    found(
      'names',
      part,
      name,
      `“${name}” looks like a name. Use the role, such as “a local officer”`,
    ),
  )

/** Names that touch are one name. */
const together = ({ low }: Reading, all: Stretch[]): Stretch[] => {
  const joined: Stretch[] = []
  for (const each of all.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1)
    if (last && (each.from <= last.to || /^(?:\.? |-)$/u.test(low.slice(last.to, each.from))))
      last.to = Math.max(last.to, each.to)
    else joined.push({ ...each })
  }
  return joined
}

/**
 * Names of people who sign in, with or without their marks. One that is an everyday word is a name
 * where it has a capital.
 */
const peopleIn = (reading: Reading, { names: people, known }: Knowledge): Stretch[] => {
  const common = new Set(known.flatMap((each) => formsOf(each).flatMap((form) => form.words)))
  const forms = people
    .flatMap((name) => name.split(/\s+/u))
    .filter((each) => /^\p{Lu}/u.test(each) && each.length > 2)
    .flatMap(formsOf)
    .filter(
      ({ closed }) =>
        closed.length > 2 && !MONTHS.has(closed) && !OFFICES.has(closed) && !common.has(closed),
    )
  const whole = people
    .flatMap(formsOf)
    .filter(({ words }) => words.length > 1 && !words.some((each) => OFFICES.has(each)))
  const starts = new Map(reading.tokens.map((each) => [each.from, each]))
  return [
    // “grace bell”: together they are the name, whatever the case.
    ...closedIn(reading, whole),
    ...closedIn(reading, forms).filter(({ from, form }) => {
      const isWord = AMBIGUOUS.has(form.closed) || isEveryday(form.closed)
      return !isWord || isCapital(starts.get(from))
    }),
  ]
}
const OFFICES = new Set(
  (
    'police council metropolitan service city community trust road street section act black asian muslim ' +
    'christian jewish hindu sikh london westminster britain england ramadan eid christmas easter crimestoppers'
  ).split(' '),
)

/** “the boy, J.S.,” stands for a name. */
const initialsOf = ({ text }: Reading): Stretch[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}.])(?:\p{Lu}\. ?){2,3}(?![\p{L}\p{N}]{2})/gu)]
    .filter(
      ([letters]) =>
        !/^(?:U\.? ?K|U\.? ?S|P\.? ?C|M\.? ?P|N\.? ?B|A\.? ?M|P\.? ?M|E\.? ?U)\b/u.test(letters),
    )
    .map((match) => ({ from: match.index, to: match.index + match[0].trimEnd().length }))
