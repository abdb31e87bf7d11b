import { found, type Alert, type Passage } from './alert.ts'
import type { When } from '../../day.ts'
import { sayWhen } from '../../day.ts'
import { typedAt, type Reading, type Stretch } from './folding/reading.ts'

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
const YEAR = String.raw`(?:[.,]? ((?:19|20)\d\d)(?!\d))?`
const DATES: [RegExp, (match: RegExpExecArray) => Said][] = [
  [
    new RegExp(String.raw`(?<![\d/.-])(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\b${YEAR}`, 'giu'),
    ([, day, month, year]) => saidOf(year, month!, day),
  ],
  [
    new RegExp(String.raw`\b${MONTH}\.? (\d{1,2})(?:st|nd|rd|th)?(?![\d.:%])\b${YEAR}`, 'giu'),
    ([, month, day, year]) => saidOf(year, month!, day),
  ],
  [
    new RegExp(String.raw`(?<!\d ?(?:st|nd|rd|th)? ?)\b${MONTH} ((?:19|20)\d\d)\b`, 'giu'),
    ([, month, year]) => saidOf(year, month!, undefined),
  ],
  [
    /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/gu,
    ([, day, , month, year]) => ({ year, month: Number(month), day: Number(day) }),
  ],
  [
    /(?<![\d/.-])((?:19|20)\d\d)-(\d{2})-(\d{2})(?!\d)/gu,
    ([, year, month, day]) => ({ year, month: Number(month), day: Number(day) }),
  ],
]

/** A date as it is said: the year or the day may be left out. */
interface Said {
  year: string | undefined
  month: number
  day: number | undefined
}

/**
 * R12: a date in the words that is not the record’s. Where the right one stands there too, the
 * other is of something else; so is one that is ahead or a limit (“by 3 May”).
 */
export const otherDates = (part: Passage, reading: Reading): Alert[] => {
  const { when = [] } = part
  const all = when.length === 0 ? [] : datesIn(reading)
  if (all.some(({ said }) => when.some((each) => isSame(said, each)))) return []
  return all
    .filter((each) => !isOfSomethingElse(reading, each))
    .map((each) => {
      const text = typedAt(reading, each)
      // An entry, its raising and its action are often of one day: it is said once.
      const record = [...new Set(when.map(sayWhen))].join(' or ')
      return found(
        'date',
        part,
        text,
        `The words say ${text}. The record says ${record}. ` +
          'Put one of them right, or say why both are',
      )
    })
}

const datesIn = ({ text }: Reading): (Stretch & { said: Said })[] => {
  const taken = new Uint8Array(text.length)
  return DATES.flatMap(([pattern, make]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const stretch = { from: match.index, to: match.index + match[0].trimEnd().length }
      const said = make(match)
      const isDate =
        said.month >= 1 &&
        said.month <= 12 &&
        (said.day === undefined || (said.day >= 1 && said.day <= 31))
      if (!isDate || taken[stretch.from] === 1 || taken[stretch.to - 1] === 1) return []
      taken.fill(1, stretch.from, stretch.to)
      return [{ ...stretch, said }]
    }),
  ).toSorted((a, b) => a.from - b.from)
}

const saidOf = (year: string | undefined, month: string, day: string | undefined): Said => ({
  year,
  month: MONTHS.split('|').indexOf(month.toLowerCase().slice(0, 3)) + 1,
  day: day === undefined ? undefined : Number(day),
})

const isSame = ({ year, month, day }: Said, when: When): boolean => {
  const [y, m, d] = when.split('-')
  return (
    Number(m) === month &&
    (year === undefined || year === y) &&
    (day === undefined || d === undefined || Number(d) === day)
  )
}

const isOfSomethingElse = ({ low }: Reading, { from }: Stretch): boolean =>
  /(?:\bnext\b[^.!?]{0,30}|\b(?:by|before|until|till|since|from|after|between|to|with|than|version|survey|again|plan)\b[^.!?]{0,12})$/u.test(
    low.slice(Math.max(0, from - 36), from),
  )
