import type { Called, Paper } from '../../domain/round-tables/paper.ts'
import { USUAL_AGENDA } from '../../domain/round-tables/agenda/headings.ts'
import { cutoffOf } from '../../domain/round-tables/as-it-stood.ts'
import { dayOf, lastDayOf } from '../../domain/day.ts'
import { isHeldOn, type Organisation } from '../../domain/people/seat.ts'
import { may } from '../../domain/may.ts'
import {
  itemsOf,
  NOTHING_TOLD,
  type MinutesDepth,
  type ToldWords,
} from '../../domain/round-tables/minutes.ts'
import { gapsAt } from '../../domain/round-tables/gaps.ts'
import { reviewsOf } from '../../domain/round-tables/reviews.ts'
import { paperOf } from '../../domain/round-tables/minutes-paper.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Concern } from '../../domain/concerns/concern.ts'
import { prioritiesAt } from '../../domain/concerns/priorities.ts'
import { nextAfter } from '../../domain/round-tables/planning/next-after.ts'
import { isRepresented, missing, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import { say } from '../../domain/say.ts'
import type { Actor } from '../actor.ts'
import { namesOf } from '../names.ts'
import { agendaOfMinutes } from './agenda-of-minutes.ts'
import { heldGaps } from './held-gaps.ts'

/**
 * The paper for a reader, and whether the table has matters whose list they are on. At the deepest
 * depth each that it opens is a look, written before anything is drawn (R11).
 */
export const readPaper = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  depth: MinutesDepth,
): { paper: Paper; hasNamed: boolean } => {
  const records = recordsOf(store, table)
  const named = namedFor(store, records, table, actor.who)
  if (depth === 'named')
    for (const { noun, id } of named) store.journal.recordLook(actor.by, noun, id)
  return { paper: drawPaper(store, table, depth, records, actor), hasNamed: named.length > 0 }
}

/** The minutes as everyone at a depth reads them. */
export const paperFor = (store: Store, table: RoundTable, depth: MinutesDepth): Paper =>
  drawPaper(store, table, depth, recordsOf(store, table), null)

type Records = ReturnType<typeof recordsOf>
const recordsOf = (store: Store, table: RoundTable) => {
  const ids = store.roundTables.itemIds(table.id)
  const concerns = store.concerns.listUnfiltered(ids)
  return {
    here: ids.map((id) => concerns.find((each) => each.id === id)!),
    actions: store.actions.ofMinutes({
      id: table.id,
      since: finishedBefore(table, store.roundTables.list()),
      until: cutoffOf(table),
    }),
  }
}

/** The named matters that the deepest minutes open for this person: all of them, or a look is lost. */
const namedFor = (
  store: Store,
  { here, actions }: Records,
  table: RoundTable,
  who: Who,
): { noun: 'concern' | 'action'; id: number }[] => {
  const opens = (matter: { depth: string; list: number[] }) =>
    matter.depth === 'named' && matter.list.includes(who.personId)
  const since = finishedBefore(table, store.roundTables.list())
  const reviewed = reviewsOf(table, since, actions, 'named', opens).map(({ action }) => action)
  const agreedHere = actions.filter((each) => each.roundTableId === table.id)
  return [
    ...here.filter(opens).map(({ id }) => ({ noun: 'concern' as const, id })),
    ...[...agreedHere, ...reviewed]
      .filter(opens)
      .map(({ id }) => ({ noun: 'action' as const, id })),
  ]
}

const drawPaper = (
  store: Store,
  table: RoundTable,
  depth: MinutesDepth,
  { here, actions }: Records,
  actor: Actor | null,
): Paper => {
  const who = actor?.who ?? null
  const today = actor?.today ?? null
  const mayRead = (matter: { depth: 'public' | 'table' | 'named'; list: number[] }) =>
    who !== null && may.see(who, matter)
  const organisations = store.organisations.listAt(cutoffOf(table))
  const tables = store.roundTables.list()
  const notes = store.notes.ofTable(table.id)
  const priorities = prioritiesAt(table, store.concerns.prioritiesAt(table))
  const spokenOf = [
    ...here.map((each) => each.id),
    ...actions.flatMap((each) => each.concernIds),
    ...Object.values(priorities).flatMap((each: Concern[]) => each.map(({ id }) => id)),
  ]
  const told = depth === 'public' ? toldWords(store, spokenOf) : NOTHING_TOLD
  return paperOf(
    {
      table,
      depth,
      items: itemsOf(table, here, actions, notes, depth, mayRead, told),
      told,
      reviews: reviewsOf(table, finishedBefore(table, tables), actions, depth, mayRead),
      gaps: depth === 'public' ? [] : gapsAt(table, heldGaps(store)),
      notes,
      priorities,
      missing: missing(table, organisations),
      runs: runsAt(table, organisations, tables),
      agreedHere: tables.filter((each) => each.agreedAtTableId === table.id),
      agreedAt: tables.find((each) => each.id === table.agreedAtTableId),
      next: nextAfter(table, tables),
      seal: store.sealing.now(),
      agenda: depth === 'public' ? USUAL_AGENDA : agendaOfMinutes(store, table, today),
    },
    {
      ...calledIn(store, cutoffOf(table)),
      wasHere: (id) => isRepresented(table, id),
      ...(depth === 'named' && { holder: holderAt(store, table) }),
    },
  )
}

/** What residents read of these concerns now, by their ids. */
const toldWords = (store: Store, concernIds: number[]): ToldWords => {
  const { entries } = store.published.board()
  const at = new Map([...store.publications.entriesAt(concernIds)].map(([id, slug]) => [slug, id]))
  return new Map(
    entries.flatMap(({ slug, words }): [number, string][] =>
      at.has(slug) ? [[at.get(slug)!, words.said]] : [],
    ),
  )
}

/** What ids and statuses are called in minutes: organisations by their names of that day (R5). */
export const calledIn = (store: Store, at?: string): Called => {
  const names = namesOf(store, at)
  const people = new Map(store.people.list().map((each) => [each.id, each]))
  return {
    organisation: names.organisation,
    seat: names.seat,
    status: say.statusOf,
    writer: (id) => names.organisation(people.get(id)?.organisationId ?? null),
  }
}

/** Who held a seat on the day that a table met; of a month, on the day that it was opened. */
const holderAt = (store: Store, table: RoundTable): ((seatId: number) => string) => {
  const { heldOn, openedAt } = table
  const opened = openedAt === null ? '' : dayOf(openedAt)
  const day = heldOn.length > 7 ? heldOn : opened.startsWith(heldOn) ? opened : lastDayOf(heldOn)
  const seats = new Map(store.organisations.seats().map((each) => [each.id, each]))
  const names = new Map(store.people.listAt(cutoffOf(table)).map((each) => [each.id, each.name]))
  return (seatId) =>
    (seats.get(seatId)?.holders ?? [])
      .filter((holding) => isHeldOn(holding, day))
      .map((holding) => names.get(holding.personId) ?? '')
      .filter(Boolean)
      .join(', ')
}

/** When the table before this one was finished; all that came before the first is before it. */
const finishedBefore = (table: RoundTable, tables: RoundTable[]): string =>
  tables
    .map(({ finishedAt }) => finishedAt ?? '')
    .filter((at) => at < (table.openedAt ?? '9999'))
    .toSorted()
    .at(-1) ?? ''

/** R6: "the police present at 9 of the last 10", for each organisation that was expected. */
const runsAt = (
  table: RoundTable,
  organisations: Organisation[],
  tables: RoundTable[],
): string[] => {
  const soFar = tables.filter((each) => each.openedAt && each.heldOn <= table.heldOn)
  return organisations
    .filter((each) => table.expectedIds.includes(each.id))
    .map(({ id, publicName }) => {
      const held = soFar.filter((each) => each.expectedIds.includes(id)).slice(0, 10)
      const here = held.filter((each) => isRepresented(each, id))
      return `${publicName} present at ${here.length} of the last ${held.length}`
    })
}
