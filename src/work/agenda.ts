import { isFinished as isSettled, termsOf, type Action } from '../domain/actions/action.ts'
import type { Concern } from '../domain/concerns/concern.ts'
import type { Day } from '../domain/day.ts'
import type { AgendaSources, Arrangement, Slot } from '../domain/round-tables/agenda.ts'
import { agendaOf } from '../domain/round-tables/agenda.ts'
import { forEveryTable } from '../domain/round-tables/agenda/arrange.ts'
import {
  topicsAt,
  type AgendaOutcome,
  type Reachable,
  type TopicAt,
} from '../domain/round-tables/agenda/reached.ts'
import { carriedTo } from '../domain/round-tables/minutes.ts'
import { isTouchedAt } from '../domain/round-tables/reviews.ts'
import { isFinished, type RoundTable } from '../domain/round-tables/round-table.ts'
import type { ConcernGlance } from '../store/glance/glance.ts'
import type { Store } from '../store/store.ts'

/**
 * How the agenda of a table is arranged: as someone did there, else by the order that is kept for
 * every new one, else as that of the table before it. A table that has begun takes no new order.
 */
export const arrangementOf = (store: Store, table: RoundTable): Arrangement => {
  const { agendas, roundTables } = store
  const own = agendas.arranged(table.id)
  if (own) return own.slots
  const begun = table.openedAt ?? '9999'
  const kept = agendas.standingOrder(begun)
  if (kept) return kept.slots
  const arranged = agendas.tablesArranged(begun)
  const before = roundTables
    .list()
    .find((each) => each.id !== table.id && each.heldOn <= table.heldOn && arranged.has(each.id))
  return forEveryTable(before ? agendas.arranged(before.id, begun)!.slots : [])
}

/** R4: the topics of a table, with those that tables before it did not reach. */
export const topicsOf = (store: Store, table: RoundTable, today: Day): TopicAt[] => {
  // What this table itself speaks of stays on its agenda; what it drops does not.
  const isElsewhere = ({ roundTableId }: { roundTableId: number }) => roundTableId !== table.id
  const outcomes = store.agendas
    .outcomes()
    .filter((each) => each.outcome === 'dropped' || isElsewhere(each))
  const turned = new Set(
    store.agendas
      .turns()
      .filter(isElsewhere)
      .map(({ slotKey }) => slotKey),
  )
  return topicsAt(
    table,
    store.roundTables.list(),
    store.agendas.allTopics(),
    ({ id }) => hasOutcome(outcomes, { of: 'topic', id }) || turned.has(`topic-${id}`),
    today,
  )
}

const hasOutcome = (outcomes: AgendaOutcome[], { of, id }: Reachable, tableId?: number): boolean =>
  outcomes.some(
    (each) =>
      each.of === of && each.id === id && (tableId === undefined || each.roundTableId === tableId),
  )

/** The slots of an agenda without what stands under them: for headings. */
export const slotsWithoutLines = (store: Store, table: RoundTable, today: Day): Slot[] =>
  agendaOf({ ...namesOn(store, table, today), lines: {} }, arrangementOf(store, table))

/** What an agenda is called by: who is expected, and what people ask to talk about. */
export const namesOn = (
  store: Store,
  table: RoundTable,
  today: Day,
): Pick<AgendaSources, 'organisations' | 'topics'> => ({
  organisations: store.organisations.list().filter(({ id }) => table.expectedIds.includes(id)),
  topics: topicsOf(store, table, today),
})

/**
 * The concerns that stand on the agenda of a table: new since the one before, brought to this one,
 * or on an agenda before without anyone coming to them (R4). What is held in private never does.
 */
export const concernsOn = (store: Store, table: RoundTable): Concern[] => {
  const here = store.roundTables.concernIds(table.id)
  const tables = store.roundTables.list()
  const since = openedBefore(table, tables)
  const outcomes = store.agendas.outcomes().filter((each) => each.roundTableId !== table.id)
  const stands = (each: ConcernGlance): boolean => {
    if (each.mergedIntoId !== null || each.depth === 'named' || each.isTakenOut) return false
    if (here.includes(each.id)) return true
    if (each.roundTableId !== null) return false
    if (each.createdAt <= since) {
      if (each.hasComeUp || !passedBy(table, tables, each.createdAt)) return false
    }
    return !hasOutcome(outcomes, { of: 'concern', id: each.id })
  }
  const ids = [...store.glances.concerns()].filter(stands).map((each) => each.id)
  return store.concerns.listUnfiltered(ids).toSorted((a, b) => a.id - b.id)
}

/** When the table before this one began. */
const openedBefore = (table: RoundTable, tables: RoundTable[]): string =>
  tables.find((each) => each.openedAt !== null && each.heldOn < table.heldOn)?.openedAt ?? ''

/** The last table that had this on its agenda and finished without coming to it. */
export const passedBy = (
  table: RoundTable,
  tables: RoundTable[],
  since: string,
): RoundTable | undefined =>
  tables.find(
    (each) =>
      each.id !== table.id &&
      each.heldOn <= table.heldOn &&
      isFinished(each) &&
      each.openedAt !== null &&
      each.openedAt > since,
  )

/** Questions that stand open, as the agenda has them; those that a table dropped do not come. */
export const questionsOn = (store: Store, table: RoundTable, actions: Action[]): Action[] => {
  const dropped = store.agendas
    .outcomes()
    .filter(({ outcome, roundTableId }) => outcome === 'dropped' && roundTableId !== table.id)
  return actions.filter(
    (action) => isAsked(action) && !hasOutcome(dropped, { of: 'question', id: action.id }),
  )
}

/** A question that has no answer yet. */
export const isAsked = (action: Action): boolean =>
  termsOf(action).kind === 'question' && !isSettled(action)

/**
 * R4: what stands on the agenda of a table that is open, and nobody has come to so far. It comes to
 * the next agenda by itself. Nothing that is held in private is among it.
 */
export const notReachedAt = (store: Store, table: RoundTable, today: Day): Reachable[] => {
  const outcomes = store.agendas.outcomes()
  const turned = new Set(store.agendas.turns().map(({ slotKey }) => slotKey))
  const isOut = (reachable: Reachable): boolean =>
    hasOutcome(outcomes, reachable, reachable.of === 'question' ? table.id : undefined)
  const open = carriedTo(table, store.actions.openUnfiltered()).filter(
    (action) => action.depth !== 'named',
  )
  return [
    ...topicsOf(store, table, today)
      .filter(({ id }) => !turned.has(`topic-${id}`))
      .map(({ id }): Reachable => ({ of: 'topic', id })),
    ...concernsOn(store, table)
      .filter(({ id }) => !store.glances.concern(id)!.hasComeUp)
      .map(({ id }): Reachable => ({ of: 'concern', id })),
    ...questionsOn(store, table, open)
      .filter((action) => !isTouchedAt(table, action))
      .map(({ id }): Reachable => ({ of: 'question', id })),
  ].filter((each) => !isOut(each))
}
