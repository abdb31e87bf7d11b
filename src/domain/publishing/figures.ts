import type { EntryWords } from './kinds/entry.ts'
import type { Label } from './told.ts'
import type { Copy } from './board.ts'
import { daysBetween } from '../day.ts'
import { quarterOf } from '../quarter.ts'

/**
 * How many concerns were heard, how many of them have an answer (done, still going, or could not)
 * and how many have none, as the board counts them. All others are under way.
 */
export interface AnswerCount {
  heard: number
  answered: number
  unanswered: number
}
export interface Figures {
  /** By the quarter they were raised in, the oldest first. */
  quarters: (AnswerCount & { quarter: string })[]
  /** By theme, in the order of the alphabet; those without one last. */
  themes: (AnswerCount & { theme: Label | null })[]
  /**
   * How many took up to so many days from raised to answered; `days` is null for those that took
   * longer. `underWay` are not finished, and `unanswered` have no answer yet.
   */
  waits: { days: number | null; count: number }[]
  underWay: number
  unanswered: number
}

const STEPS = [30, 90, 180]

/** What the plots are drawn from: counts of concerns, not of people. */
export const figures = (entries: readonly Copy<EntryWords>[]): Figures => {
  const quarters = new Map<string, AnswerCount>()
  const themes = new Map<string, AnswerCount & { theme: Label | null }>()
  const waits = [...STEPS, null].map((days) => ({ days, count: 0 }))
  let underWay = 0
  let unanswered = 0
  for (const { words } of entries) {
    const answered = isAnswered(words)
    const quarter = quarterOf(words.raisedOn)
    const theme = words.theme?.code ?? ''
    add(quarters.get(quarter) ?? put(quarters, quarter, { ...NONE }), words)
    add(themes.get(theme) ?? put(themes, theme, { ...NONE, theme: words.theme }), words)
    if (words.standing === 'unanswered') unanswered += 1
    else if (!answered) underWay += 1
    else if (words.on !== null)
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
    underWay,
    unanswered,
  }
}

export const isAnswered = (words: EntryWords): boolean =>
  ['done', 'standing', 'could-not'].includes(words.standing)

const NONE: AnswerCount = { heard: 0, answered: 0, unanswered: 0 }
const add = (tally: AnswerCount, words: EntryWords): void => {
  tally.heard += 1
  if (isAnswered(words)) tally.answered += 1
  if (words.standing === 'unanswered') tally.unanswered += 1
}
const put = <T>(map: Map<string, T>, key: string, value: T): T => {
  map.set(key, value)
  return value
}
