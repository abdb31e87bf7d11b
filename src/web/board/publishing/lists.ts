import type { Standing } from '../../../domain/concerns/standing.ts'
import { voices, type Voice } from '../../../domain/publishing/voices.ts'
import {
  choices,
  count,
  inState,
  longestWaiting,
  matching,
  type BoardQuery,
} from '../../../domain/publishing/board-query.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import { type Board, type Copy } from '../../../domain/publishing/board.ts'
import type { Day } from '../../../domain/day.ts'
import { figures } from '../../../domain/publishing/figures.ts'
import { plotsOf, type Plots } from '../../files/plots.ts'
import type { Found } from './search.ts'

/** All that a query comes to, whichever page or order of it is read. */
export interface List {
  counts: Record<Standing | 'heard', number>
  plots: Plots
  voices: Voice[]
  /** True where nothing has the words that were asked for, and these come near. */
  close: boolean
  /** Other pages that have the words. */
  pages: readonly Copy[]
  /** The entries in a state and an order, all pages of them. */
  entries: (state: BoardQuery['state'], order: BoardQuery['order']) => readonly Copy<EntryWords>[]
}

const MOST_KEPT = 200

/**
 * Lists by what is asked for, worked out once for each Board and day: a reader pays for a page and
 * not for the whole board.
 */
export const keepLists = (search: (board: Board, q: string | undefined) => Found | null) => {
  let of: { board: Board; today: Day } | undefined
  const kept = new Map<string, List>()
  return (board: Board, today: Day, { theme, area, by, quarter, q }: BoardQuery): List => {
    if (of?.board !== board || of.today !== today) {
      kept.clear()
      of = { board, today }
    }
    const key = JSON.stringify([theme, area, by, quarter, q])
    const there = kept.get(key)
    if (there) return there
    const found = search(board, q)
    const list = listOf(
      matching(board, { theme, area, by, quarter, page: 1 } as BoardQuery, found?.slugs ?? null),
      today,
      found,
    )
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
    kept.set(key, list)
    return list
  }
}

const listOf = (all: readonly Copy<EntryWords>[], today: Day, found: Found | null): List => {
  const ordered = new Map<string, readonly Copy<EntryWords>[]>()
  return {
    close: found?.close ?? false,
    pages: found?.pages ?? [],
    counts: count(all),
    plots: plotsOf(figures(all)),
    voices: voices(all, today),
    entries: (state, order) => {
      const key = `${state} ${order}`
      const there =
        ordered.get(key) ??
        (order === 'waiting' ? longestWaiting(inState(all, state)) : inState(all, state))
      ordered.set(key, there)
      return there
    },
  }
}

/** What there is to choose from in the filters, worked out once for each Board. */
export const keepChoices = () => {
  const offered = new WeakMap<Board, ReturnType<typeof choices>>()
  return (board: Board): ReturnType<typeof choices> => {
    const there = offered.get(board) ?? choices(board)
    offered.set(board, there)
    return there
  }
}
