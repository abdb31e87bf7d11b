import { STANDINGS, type Standing } from '../concerns/standing.ts'
import { holds, quarterOf } from '../quarter.ts'
import type { Board, Copy } from './board.ts'
import { themesIn, type EntryWords } from './kinds/entry.ts'
import type { Label } from './told.ts'

export interface BoardQuery {
  theme?: string
  by?: string
  area?: string
  quarter?: string
  state?: Standing
  q?: string
  order?: 'waiting'
  page: number
}

export const PAGE_SIZE = 20

/**
 * The entries a query asks for, without their state: what the five counts are made of.
 * @param found the slugs that its words were found in, where it has words.
 */
export const matching = (
  board: Board,
  query: BoardQuery,
  found: ReadonlySet<string> | null = null,
): readonly Copy<EntryWords>[] => {
  const { theme, area, by, quarter } = query
  if (!theme && !area && !by && !quarter && !found) return board.entries
  return board.entries.filter(
    ({ slug, words }) =>
      (!found || found.has(slug)) &&
      (!theme || themesIn(words).some((each) => each.code === theme)) &&
      (!area || words.area?.code === area) &&
      (!by ||
        words.who.some((who) => who.code === by) ||
        words.actions.some((action) => action.who?.code === by)) &&
      (!quarter || holds(quarter, words.raisedOn)),
  )
}

/**
 * Longest waiting first: what has no full answer, by the day it was raised; then the rest, as on
 * the board.
 */
export const longestWaiting = (entries: readonly Copy<EntryWords>[]): Copy<EntryWords>[] => {
  const waits = ({ words }: Copy<EntryWords>): boolean =>
    words.standing === 'unanswered' || words.standing === 'under-way'
  return [
    ...entries.filter(waits).toSorted((a, b) => a.words.raisedOn.localeCompare(b.words.raisedOn)),
    ...entries.filter((each) => !waits(each)),
  ]
}

export const inState = (
  entries: readonly Copy<EntryWords>[],
  state: Standing | undefined,
): readonly Copy<EntryWords>[] =>
  state ? entries.filter((entry) => entry.words.standing === state) : entries

/** How many stand where. Heard is their sum: each concern counts once. */
export const count = (entries: readonly Copy<EntryWords>[]): Record<Standing | 'heard', number> => {
  const counts = {
    heard: entries.length,
    ...Object.fromEntries(STANDINGS.map((each) => [each, 0])),
  } as Record<Standing | 'heard', number>
  for (const entry of entries) counts[entry.words.standing] += 1
  return counts
}

/** Everything there is to choose from in the filters, by code. */
export const choices = (board: Board) => {
  const unique = (labels: Label[]) =>
    [...new Map(labels.map((label) => [label.code, label])).values()].toSorted((a, b) =>
      a.name.localeCompare(b.name),
    )
  const all = board.entries.map((entry) => entry.words)
  return {
    themes: unique(all.flatMap(themesIn)),
    areas: unique(all.flatMap((words) => words.area ?? [])),
    organisations: unique(
      all.flatMap((words) => [
        ...words.who,
        ...words.actions.flatMap((action) => action.who ?? []),
      ]),
    ),
    quarters: [...new Set(all.map((words) => quarterOf(words.raisedOn)))].toSorted().toReversed(),
  }
}
