import { daysBetween, type When } from '../../domain/day.ts'
import { markup, type Markup } from '../markup.ts'
import { intl, type Language } from './languages.ts'
import { markOf, type Mark } from './made-up.ts'
import type { Sentences } from './sentences.ts'

/** Days, months, quarters and how long something took, in one language. */
export const timesOf = (
  language: Language,
  { text, say }: Sentences,
  mark: Mark = markOf(null),
) => {
  const bare = datesIn(language)
  const date = (when: When): string => mark.plain(when, bare(when))
  return {
    /** A day or a month. Words or days beside it that are marked as made up speak for it too. */
    when: (when: When, ...beside: (string | null)[]): Markup => {
      const time = markup`<time datetime="${when}">${bare(when)}</time>`
      const isMarked = mark.is(when) && !beside.some((each) => each && mark.isIn(each))
      return isMarked ? markup`${mark.said(when, time)}` : time
    },
    date,
    /** How long something has waited, in the unit a person would use. */
    days: (days: number): string | Markup => {
      if (days < 60) return say('time.days', { n: days })
      const months = Math.floor(days / 30.44)
      return months < 24
        ? say('time.months', { n: months })
        : say('time.years', { n: Math.floor(months / 12) })
    },
    daysSince: (from: When, today: When): number => daysBetween(from, today),
    /**
     * `July to September 2021`, for a page; `quarter` is the same as text, for titles and
     * attributes.
     */
    quarterName: (quarter: string): string | Markup =>
      say(`quarter.${quarter.slice(6)}`, { year: quarter.slice(0, 4) }),
    quarter: (quarter: string): string =>
      text(`quarter.${quarter.slice(6)}`, { year: quarter.slice(0, 4) }),
    /** `July 2021 round table`, for a page; `table` is the same as text. */
    tableTitle: (heldOn: When, apart?: string | null): string | Markup => {
      const title = mark.said(heldOn, say('table.title', { month: bare(heldOn.slice(0, 7)) }))
      return apart ? markup`${title} (<bdi>${apart}</bdi>)` : title
    },
    table: (heldOn: When, apart?: string | null): string => {
      const title = mark.plain(heldOn, text('table.title', { month: bare(heldOn.slice(0, 7)) }))
      return apart ? `${title} (${apart})` : title
    },
  }
}

const datesIn = (language: Language) => {
  const locale = intl(language)
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  // A month among a date may be spelt otherwise than one that stands alone.
  const monthOf = (date: Date): string =>
    day.formatToParts(date).find(({ type }) => type === 'month')!.value
  return (when: When): string => {
    const date = new Date(when.length === 7 ? `${when}-01` : when)
    if (!language.dates) return (when.length === 7 ? month : day).format(date)
    const written = when.length === 7 ? language.dates.month : language.dates.day
    return written
      .replace('{day}', String(date.getUTCDate()))
      .replace('{month}', monthOf(date))
      .replace('{year}', String(date.getUTCFullYear()))
  }
}
