import type { RoundTable } from '../domain/round-tables/round-table.ts'
import type { Store } from '../store/store.ts'

/** Whether anything was written down at a table after an instant. */
export const hasWrittenSince = (store: Store, tableId: number, at: string): boolean =>
  store.notes.ofTable(tableId).some((note) => note.at > at) ||
  store.agendas.turns(tableId).some((turn) => turn.at > at) ||
  store.concerns
    .listUnfiltered(store.roundTables.itemIds(tableId))
    .some((concern) => concern.createdAt > at) ||
  store.actions
    .touchedAt({ id: tableId, openedAt: at })
    .some(
      (action) =>
        (action.roundTableId === tableId && action.agreedAt > at) ||
        action.terms.some((terms) => terms.at > at) ||
        action.updates.some((update) => update.roundTableId === tableId && update.at > at) ||
        action.closings.some((closing) => closing.roundTableId === tableId && closing.at > at),
    )

/**
 * What stands at a table and would stand nowhere if there had been none, in words (R5): nothing
 * where it is only a plan, or only begun.
 */
export const whatStandsAt = (store: Store, table: RoundTable): string | null => {
  const { id, openedAt, attendance } = table
  if (attendance.length > 0) return 'Who is here is written down already'
  if (store.roundTables.itemIds(id).length > 0) return 'Concerns stand on it'
  if (store.roundTables.list().some((each) => each.agreedAtTableId === id))
    return 'Minutes were agreed at it'
  if (store.agendas.outcomesAt(id).length > 0) return 'It says what became of its agenda'
  const concerns = store.concerns.prioritiesAt(table)
  if (concerns.some((each) => each.priorities.some((said) => said.roundTableId === id)))
    return 'It says what comes first'
  return openedAt !== null && hasWrittenSince(store, id, openedAt)
    ? 'Something was written down at it already'
    : null
}
