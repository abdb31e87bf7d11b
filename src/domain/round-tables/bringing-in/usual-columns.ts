import { valuesOf, type Columns } from './columns.ts'
import { areDays, areOwners, isNumber, type Column } from './heads.ts'

/**
 * Without a head row: what, who, by when, where it stands, what was said; a column of numbers or
 * marks before them is theirs. A column of days is by when wherever it stands, and one of owners
 * before the words is who.
 */
export const usualColumns = (rows: readonly string[][]): Columns => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const values = Array.from({ length: width }, (_, i) => valuesOf(rows, i))
  const columns = values.map((cells): Column | undefined => (areDays(cells) ? 'by' : undefined))
  // A second column of days is no second “by when”.
  const by = columns.indexOf('by')
  const open = (i: number): boolean => i !== by && columns[i] !== 'number'
  for (let i = 0; i < width - 1 && (i === by || areMarks(values[i]!)); i++)
    if (i !== by) columns[i] = 'number'
  const places = values.flatMap((_, i) => (open(i) ? [i] : []))
  const [first, second] = places
  const isTurned =
    first !== undefined &&
    second !== undefined &&
    areOwners(values[first]!) &&
    values[second]!.length > 0 &&
    values[second]!.every((cell) => cell.includes(' ') && !areOwners([cell]))
  const usual: Column[] = isTurned ? ['who', 'text'] : ['text', 'who']
  usual.push(...(by < 0 ? (['by'] as const) : []), 'status', 'said')
  for (const [at, i] of places.entries()) columns[i] = usual[at] ?? 'unknown'
  return columns.map((column) => column ?? 'unknown')
}

const areMarks = (cells: readonly string[]): boolean =>
  cells.every((cell) => !areDays([cell]) && (isNumber(cell) || isBareMark(cell)))

/** A bullet or a box alone in its cell. */
export const isBareMark = (cell: string): boolean => cell.length <= 8 && !/[\p{L}\p{N}]/u.test(cell)
