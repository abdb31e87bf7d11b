import { addDays, type Day, type When } from '../day.ts'
import { dayAt, easterOf, mondayOf, monthAt, monthOf, yearOf } from './calendar.ts'
import { EXAMPLE, type DateReading, type Reckoning } from './reading.ts'

const OCCASIONS: [RegExp, (year: number) => Day][] = [
  [/^(christmas|xmas|christmas day|xmas day)$/, (year) => dayAt(year, 12, 25)!],
  [/^christmas eve$/, (year) => dayAt(year, 12, 24)!],
  [/^boxing day$/, (year) => dayAt(year, 12, 26)!],
  [/^(new year|new year'?s day)$/, (year) => dayAt(year, 1, 1)!],
  [/^new year'?s eve$/, (year) => dayAt(year, 12, 31)!],
  [/^(halloween|hallowe'en)$/, (year) => dayAt(year, 10, 31)!],
  [/^(bonfire night|guy fawkes)$/, (year) => dayAt(year, 11, 5)!],
  [/^(easter|easter sunday)$/, easterOf],
  [/^good friday$/, (year) => addDays(easterOf(year), -2)],
  [/^easter monday$/, (year) => addDays(easterOf(year), 1)],
  [/^august bank holiday$/, (year) => mondayOf(dayAt(year, 8, 31)!)],
  [/^(the )?end of (the )?(financial|tax|council) year$/, (year) => dayAt(year, 3, 31)!],
]
/** Days we do not know: they move with the moon, or are each school’s own. */
const UNKNOWN =
  /^(?:(?:the |before |after |end of |by |in |during |over )+)?(?:(?:spring|summer|autumn|winter|easter|christmas|may|february|october|school|next|this) )*(half[- ]?term|term|terms|school year|academic year|school holidays?|holidays|hols|bank holiday|ramadan|eid|diwali|hanukkah|vaisakhi)$/
const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 }
const NO_DAY =
  /^(asap|a\.s\.a\.p|as soon as (possible|we can)|urgent(ly)?|immediate(ly)?|now|straight away|soon|tbc|t\.b\.c|tba|tbd|to be (agreed|confirmed|decided|arranged)|ongoing|on-going|on going|rolling|continuous|continuing|when possible|n\/a|none|no date|not (yet )?agreed( yet)?|not set|next year|long term|short term|medium term|-+|\?+)$/

/** `before Christmas`, `by Easter`, `spring`, `Q2`, `half-term`; and what is said for want of a day. */
export const byOccasion = (text: string, reckoning: Reckoning): DateReading | undefined => {
  if (NO_DAY.test(text)) return { unread: `It names no day. ${EXAMPLE}` }
  return ofFeast(text, reckoning) ?? bySeason(text, reckoning) ?? byQuarter(text, reckoning)
}

const ofFeast = (text: string, { today, lean }: Reckoning): DateReading | undefined => {
  const said = /^(before |after )?(.*)$/.exec(text)!
  const occasion = OCCASIONS.find(([name]) => name.test(said[2]!))?.[1]
  if (!occasion) {
    if (!UNKNOWN.test(text)) return undefined
    return { unread: 'We do not know which days these are this year. Write a day or a month' }
  }
  if (said[1] === 'after ') return { unread: `It does not say until when. ${EXAMPLE}` }
  const days = [-1, 0, 1, 2].map((each) =>
    addDays(occasion(yearOf(today) + each), said[1] ? -1 : 0),
  )
  const when =
    lean === 'behind' ? days.findLast((day) => day <= today) : days.find((day) => day >= today)
  return { when: when! }
}

const bySeason = (text: string, { today, lean }: Reckoning): DateReading | undefined => {
  const said =
    /^(?:the |this |next |late |early |end of |mid |mid-)*(spring|summer|autumn|winter)(?: (\d{4}))?$/.exec(
      text,
    )
  if (!said) return undefined
  const first = SEASONS[said[1]!]!
  const year = said[2] === undefined ? seasonYear(first, today, lean) : Number(said[2])
  return {
    ask: `Write which month of the ${said[1]}`,
    choices: [0, 1, 2].map((each) => monthAt(year, first + each)),
  }
}

/** The season that is now, or the next, or of what has been the last one. */
const seasonYear = (first: number, today: Day, lean: string): number => {
  const year = yearOf(today)
  const now = today.slice(0, 7)
  return lean === 'behind'
    ? monthAt(year, first) <= now
      ? year
      : year - 1
    : monthAt(year - 1, first + 2) >= now
      ? year - 1
      : monthAt(year, first + 2) >= now
        ? year
        : year + 1
}

/** Ours are those of the calendar, and the council’s begin in April: which is asked. */
const byQuarter = (text: string, { today }: Reckoning): DateReading | undefined => {
  const said = /^(?:the )?(?:end of )?q([1-4])(?:[ /-]*(\d{4}))?$/.exec(text)
  if (said) {
    const month = Number(said[1]) * 3
    const year = said[2] === undefined ? yearOf(today) : Number(said[2])
    const ahead = (when: When): boolean => said[2] !== undefined || when >= today.slice(0, 7)
    const choices = [monthAt(year, month), monthAt(year, month + 3), monthAt(year + 1, month)]
      .filter(ahead)
      .slice(0, 2)
    return { ask: 'Write the last month of the quarter you mean', choices }
  }
  if (/^(the )?end of (the|this) quarter$/.test(text))
    return { when: monthAt(yearOf(today), Math.ceil(monthOf(today) / 3) * 3) }
  return /^(the )?(end of (the |this )?year|year[- ]end|this year)$/.test(text)
    ? { when: monthAt(yearOf(today), 12) }
    : undefined
}
