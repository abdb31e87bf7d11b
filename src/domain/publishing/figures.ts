import type { EntryWords } from './kinds/entry.ts'
import type { Label } from './told.ts'
import type { Copy } from './board.ts'
import { daysBetween } from '../day.ts'
import { quarterOf } from '../quarter.ts'

/**
 * How many concerns were heard, and how many of them have an answer: done, still going, or could
 * not.
 */
export interface AnswerCount {
  heard: number
  answered: number
}
export interface Figures {
  /** By the quarter they were raised in, the oldest first. */
  quarters: (AnswerCount & { quarter: string })[]
  /** By theme, in the order of the alphabet; those without one last. */
  themes: (AnswerCount & { theme: Label | null })[]
  /**
   * How many took up to so many days from raised to answered; `days` is null for those that took
   * longer. `open` have no answer yet.
   */
  waits: { days: number | null; count: number }[]
  open: number
}

const STEPS = [30, 90, 180]

/** What the plots are drawn from: counts of concerns, not of people. */
export const figures = (entries: readonly Copy<EntryWords>[]): Figures => {
  const quarters = new Map<string, AnswerCount>()
  const themes = new Map<string, AnswerCount & { theme: Label | null }>()
  const waits = [...STEPS, null].map((days) => ({ days, count: 0 }))
  let open = 0
  for (const { words } of entries) {
    const answered = isAnswered(words)
    const quarter = quarterOf(words.raisedOn)
    const theme = words.theme?.code ?? ''
    add(quarters.get(quarter) ?? put(quarters, quarter, { heard: 0, answered: 0 }), answered)
    add(
      themes.get(theme) ?? put(themes, theme, { heard: 0, answered: 0, theme: words.theme }),
      answered,
    )
    if (!answered || words.on === null) open += answered ? 0 : 1
    else
      (
        waits.find(
          (each) => each.days !== null && daysBetween(words.raisedOn, words.on!) <= each.days,
        ) ?? waits.at(-1)!
      ).count += 1
  }
  return {
    quarters: [...quarters]
      .map(([quarter, tally]) => ({ quarter, ...tally }))
      .toSorted((a, b) => a.quarter.localeCompare(b.quarter)),
    themes: [...themes.values()].toSorted(
      (a, b) =>
        Number(a.theme === null) - Number(b.theme === null) ||
        (a.theme?.name ?? '').localeCompare(b.theme?.name ?? ''),
    ),
    waits,
    open,
  }
}

export const isAnswered = (words: EntryWords): boolean =>
  ['done', 'standing', 'could-not'].includes(words.standing)

const add = (tally: AnswerCount, answered: boolean): void => {
  tally.heard += 1
  if (answered) tally.answered += 1
}
const put = <T>(map: Map<string, T>, key: string, value: T): T => {
  map.set(key, value)
  return value
}
