import type { Standing } from '../concerns/standing.ts'
import { addDays, dayOf } from '../day.ts'
import type { Board, Copy, Withdrawn } from '../publishing/board.ts'
import { themesIn, type EntryWords } from '../publishing/kinds/entry.ts'
import { hasMet, type TableWords } from '../publishing/kinds/round-table.ts'

/** What someone may follow: the whole board, one entry, one theme or one area. */
export const SCOPES = ['all', 'entry', 'theme', 'area'] as const
export type Scope = (typeof SCOPES)[number]

/** One letter a week at most, or one for each round table. */
export const HOW_OFTEN = ['week', 'table'] as const
export type HowOften = (typeof HOW_OFTEN)[number]

/** `of` is the address of an entry, or the code of a theme or an area; nothing for the board. */
export interface Choice {
  scope: Scope
  of: string
}

/** ... as a form and an address say it: `all`, `entry:2021-q3-4`, `theme:safety`. */
export const sayChoice = ({ scope, of }: Choice): string =>
  scope === 'all' ? scope : `${scope}:${of}`

/** A choice that is on the board now; nothing where it is not (R10). */
export const choiceOnBoard = (board: Board, said: string): Choice | undefined => {
  if (said === 'all') return { scope: 'all', of: '' }
  const [scope, of = ''] = said.split(/:(.*)/s)
  if (scope !== 'entry' && scope !== 'theme' && scope !== 'area') return undefined
  const choice = { scope, of } as const
  return board.entries.some((entry) => isOf(choice, entry)) ? choice : undefined
}

/** A choice that somebody said yes to, and when: what was told before then is no news to them. */
export interface Followed extends Choice {
  confirmedAt: string
}
/** The instants between which a letter tells: after the first, up to the second. */
export interface Between {
  since: string
  until: string
}
/** An entry that is told otherwise than it was, and where it stood then; null where it is new. */
export interface Moved {
  entry: Copy<EntryWords>
  stood: Standing | null
}
export interface News {
  moved: Moved[]
  gone: Withdrawn[]
  tables: Copy<TableWords>[]
}

/**
 * What is new for someone, from the Board alone (R10): each entry that was told anew, in the sense of
 * R28 or as a correction; what was taken down, without a word of it (R15); and for whoever follows
 * the whole board the pages of round tables. One letter begins where the last one ended, so that
 * nothing is told twice and nothing is left out.
 */
export const newsFor = (board: Board, follows: Followed[], { since, until }: Between): News => {
  const sinceOf = (each: Followed): string => (each.confirmedAt > since ? each.confirmedAt : since)
  const moved = board.entries.flatMap((entry): Moved[] => {
    const from = follows
      .filter((each) => isOf(each, entry))
      .map(sinceOf)
      .toSorted()[0]
    return from !== undefined && isToldAnew(entry, { since: from, until })
      ? [{ entry, stood: stoodAt(entry, from) }]
      : []
  })
  const all = follows.find((each) => each.scope === 'all')
  return {
    moved,
    gone: board.withdrawn.filter(
      ({ kind, slug, on }) =>
        kind === 'entry' &&
        follows.some(
          (each) =>
            (each.scope === 'all' || (each.scope === 'entry' && each.of === slug)) &&
            isWithin(on, { since: sinceOf(each), until }),
        ),
    ),
    tables: all
      ? board.tables.filter((table) => isToldAnew(table, { since: sinceOf(all), until }))
      : [],
  }
}

export const isNothing = ({ moved, gone, tables }: News): boolean =>
  moved.length + gone.length + tables.length === 0

/** The round table that met last of those told since an instant: one letter for each goes by it. */
export const lastMet = (board: Board, between: Between): Copy<TableWords> | undefined =>
  board.tables
    .filter((each) => hasMet(each.words) && isToldAnew(each, between))
    .toSorted((a, b) => a.words.heldOn.localeCompare(b.words.heldOn))
    .at(-1)

/**
 * Nothing more can come: all that they follow are entries that were taken down, and they know, from
 * a letter that told up to an instant or before they said yes.
 */
export const isOver = (board: Board, follows: Followed[], until: string): boolean =>
  follows.every(({ scope, of, confirmedAt }) =>
    board.withdrawn.some(
      ({ kind, slug, on }) =>
        kind === 'entry' &&
        scope === 'entry' &&
        slug === of &&
        (on < dayOf(confirmedAt) || addDays(on, 1) <= dayOf(until)),
    ),
  )

const isOf = ({ scope, of }: Choice, { slug, words }: Copy<EntryWords>): boolean =>
  ({
    all: true,
    entry: slug === of,
    theme: themesIn(words).some((each) => each.code === of),
    area: words.area?.code === of,
  })[scope]

/** A copy that was made for privacy is no news: a letter would point at what it hides. */
const isToldAnew = (copy: Copy<EntryWords | TableWords>, { since, until }: Between): boolean =>
  [...copy.earlier, copy].some(
    ({ publishedAt, change }) =>
      change.kind !== 'privacy' && publishedAt > since && publishedAt <= until,
  )

const stoodAt = (entry: Copy<EntryWords>, at: string): Standing | null =>
  entry.earlier.findLast(({ publishedAt }) => publishedAt <= at)?.standing ?? null

/** What was taken down has a day and no time of day: it is told from the day after. */
const isWithin = (on: string, { since, until }: Between): boolean =>
  on >= dayOf(since) && addDays(on, 1) <= dayOf(until)
