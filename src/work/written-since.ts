import type { Store } from '../store/store.ts'

/** Whether anything was written down at a table after an instant. */
export const hasWrittenSince = (store: Store, tableId: number, at: string): boolean =>
  store.notes.ofTable(tableId).some((note) => note.at > at) ||
  store.agendas.turns(tableId).some((turn) => turn.at > at) ||
  store.concerns
    .listUnfiltered(store.roundTables.itemIds(tableId))
    .some((concern) => concern.createdAt > at) ||
  store.actions
    .listUnfiltered()
    .some(
      (action) =>
        (action.roundTableId === tableId && action.agreedAt > at) ||
        action.terms.some((terms) => terms.at > at) ||
        action.updates.some((update) => update.roundTableId === tableId && update.at > at) ||
        action.closings.some((closing) => closing.roundTableId === tableId && closing.at > at),
    )
