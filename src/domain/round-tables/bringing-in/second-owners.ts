import type { Columns } from './columns.ts'

/** A row of a table, and the owners that stood alone in the rows below it. */
export interface OwnedRow {
  cells: string[]
  more: string[]
}

/** A row that holds an owner and no more belongs to the row above it. */
export const withSecondOwners = (
  rows: readonly string[][],
  columns: Columns,
): readonly OwnedRow[] => {
  const owned: OwnedRow[] = []
  for (const cells of rows) {
    const filled = cells.flatMap((cell, i) => (cell === '' ? [] : [i]))
    const above = owned.at(-1)
    const isOwner = filled.length > 0 && filled.every((i) => columns[i] === 'who')
    const isOwned = above?.cells.some((cell, i) => cell !== '' && columns[i] === 'who')
    if (above && isOwner && isOwned) above.more.push(...filled.map((i) => cells[i]!))
    else owned.push({ cells, more: [] })
  }
  return owned
}
