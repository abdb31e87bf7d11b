import type { Day, When } from '../day.ts'
import { isAbout, type ToldAnswers } from '../residents/told-answers.ts'
import { questionOf } from '../residents/verdict.ts'
import { mayBeShown } from '../evidence/consent.ts'
import { lastOf, type Board, type Copy } from './board.ts'
import type { Words } from './kinds/kinds.ts'
import type { EntryWords } from './kinds/entry.ts'
import type { EventWords } from './kinds/event.ts'
import type { LeafletWords } from './kinds/leaflet.ts'
import type { PhotoWords } from './kinds/photo.ts'
import type { ProgrammeWords } from './kinds/programme.ts'
import type { QuoteWords } from './kinds/quote.ts'
import { hasMet, type TableWords } from './kinds/round-table.ts'

/** What people said of an entry, as far as they still agree to it on this day (R18). */
export const quotesOf = (board: Board, slug: string, today: Day): QuoteWords[] =>
  (board.quotes.get(slug) ?? [])
    .map((copy) => copy.words)
    .filter((words) => mayBeShown(words, today))

/** Photos beside an entry, as far as whoever can be recognised still agrees on this day (R18). */
export const photosOf = (board: Board, slug: string, today: Day): Copy<PhotoWords>[] =>
  (board.photos.get(slug) ?? []).filter(({ words }) => mayBeShown(words, today))

/** The events that an entry came from, or that carried it out. */
export const eventsOf = (board: Board, slug: string): Copy<EventWords>[] =>
  board.events.filter(
    ({ words }) =>
      words.entries.includes(slug) || words.findings.some((each) => each.entries.includes(slug)),
  )

/** The round table where it was raised, as far as that is told. */
export const tableOf = (board: Board, { raisedAt }: EntryWords): Copy<TableWords> | undefined =>
  board.tables.find(({ slug }) => slug === raisedAt)

/** The other round tables whose pages speak of an entry, the oldest first. */
export const tablesOf = (board: Board, { slug, words }: Copy<EntryWords>): Copy<TableWords>[] =>
  board.tables
    .filter((table) => table.words.entries?.includes(slug) && table.slug !== words.raisedAt)
    .toReversed()

/** The entries that an event, a round table or a programme speaks of, as far as they are public now. */
export const entriesIn = (board: Board, words: Words): Copy<EntryWords>[] => {
  const slugs = [
    ...('findings' in words
      ? [...words.entries, ...words.findings.flatMap((each) => each.entries)]
      : []),
    ...('gaps' in words || 'files' in words ? (words.entries ?? []) : []),
    ...('opportunities' in words ? words.opportunities.flatMap((each) => each.entry ?? []) : []),
  ]
  return board.entries.filter((entry) => slugs.includes(entry.slug))
}

/** The entries of a round table: those its page speaks of, and those that were raised there. */
export const entriesOfTable = (board: Board, table: Copy<TableWords>): Copy<EntryWords>[] => {
  const spokenOf = new Set(entriesIn(board, table.words))
  return board.entries.filter((entry) => spokenOf.has(entry) || entry.words.raisedAt === table.slug)
}

/** The leaflet that stands in the place of this one by now, as far as it is told. */
export const successor = (board: Board, slug: string): Copy<LeafletWords> | undefined =>
  board.replacedBy.has(slug)
    ? board.leaflets.find((each) => each.slug === lastOf(board.replacedBy, slug))
    : undefined
/** Leaflets that answer what an entry asks, none that another has taken the place of. */
export const leafletsOf = (board: Board, slug: string): Copy<LeafletWords>[] =>
  currentLeaflets(board).filter(({ words }) => words.entries?.includes(slug))

export const currentLeaflets = (board: Board): Copy<LeafletWords>[] =>
  board.leaflets.filter(({ slug }) => !board.replacedBy.has(slug))

/** Programmes that an entry came from. */
export const programmesOf = (board: Board, slug: string): Copy<ProgrammeWords>[] =>
  board.programmes.filter(({ words }) => words.opportunities.some((each) => each.entry === slug))

/** The last round table that met, as it is told. */
export const lastTable = (board: Board): Copy<TableWords> | undefined =>
  board.tables.find(({ words }) => hasMet(words))

export const nextTable = (board: Board, today: Day): Copy<TableWords> | undefined =>
  board.tables
    .filter(
      ({ words }) =>
        words.state === 'planned' && words.heldOn >= today.slice(0, words.heldOn.length),
    )
    .at(-1)

/**
 * The copy since which an entry tells the same: news begins anew, and a correction does not wipe
 * out what readers said of it.
 */
export const toldSince = (entry: Copy): number =>
  [...entry.earlier, entry].findLast(
    (each) => each.change.kind === 'first' || each.change.kind === 'news',
  )?.version ?? entry.version

/** What readers answered to the question that is asked of an entry now, as it is told (R17). */
export const answersTo = (board: Board, entry: Copy<EntryWords>): ToldAnswers | undefined =>
  board.answers?.entries.find((each) =>
    isAbout(each, {
      slug: entry.slug,
      since: toldSince(entry),
      question: questionOf(entry.words.standing),
    }),
  )

/** R6: how often each organisation was at the last ten round tables told up to this one. */
export const runOf = (
  board: Board,
  code: string,
  heldOn: When,
): { present: number; of: number } => {
  const held = board.tables
    .filter(({ words }) => hasMet(words) && words.heldOn <= heldOn)
    .slice(0, 10)
  const expected = held.filter(({ words }) =>
    words.organisations.some((each) => each.code === code),
  )
  const came = expected.filter(({ words }) =>
    words.organisations.some(
      (each) =>
        each.code === code && (each.presence === 'present' || each.presence === 'sent-someone'),
    ),
  )
  return { present: came.length, of: expected.length }
}
