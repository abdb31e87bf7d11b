import { roomLines, type RoomLine } from '../../domain/round-tables/room/room-lines.ts'
import { roomNow, type RoomNow } from '../../domain/round-tables/room/room-now.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'

/** What the whole room may see of a table that meets: nothing of it is held in private (R11). */
export const roomAt = (store: Store, table: RoundTable): RoomNow => {
  const turn = store.agendas.turns(table.id).at(-1) ?? null
  return roomNow(linesAt(store, table), turn)
}

/** What it agreed, for the end: the actions alone, as they stand now. */
export const agreedAt = (store: Store, table: RoundTable): RoomLine[] =>
  linesAt(store, table).filter(({ what }) => what === 'Action' || what === 'Question')

const linesAt = (store: Store, table: RoundTable): RoomLine[] => {
  const ids = store.roundTables.itemIds(table.id)
  return roomLines({
    table,
    concerns: store.concerns.listUnfiltered(ids),
    actions: store.actions.touchedAt(table),
    notes: store.notes.ofTable(table.id),
  })
}
