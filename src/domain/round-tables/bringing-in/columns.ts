import { COLUMNS, fitsOf, type Column } from './heads.ts'

/** Which columns of a table are read as what. */
export type Columns = readonly Column[]

/** What a head row was found to be: where it stands, and what each of its columns is. */
export interface Head {
  at: number
  /** Where the rows below it begin. */
  end: number
  names: string[]
  columns: Columns
}

/** The head row stands under a title and a day, and rarely further down. */
const FAR = 12

/** The head row, where there is one: the row in which most cells are names of columns. */
export const headOf = (rows: readonly string[][]): Head | undefined => {
  let best: (Head & { score: number }) | undefined
  for (const [at, row] of rows.slice(0, FAR).entries()) {
    if (!isLikeHead(row)) continue
    const second = isSecondLine(row, rows[at + 1])
    const end = at + (second ? 2 : 1)
    const names = second ? joined(row, rows[at + 1]!) : row
    const { columns, score } = columnsOf(names, rows.slice(end))
    if (!isHead(names, columns, rows)) continue
    if (!best || score > best.score) best = { at, end, names, columns, score }
  }
  return best
}

/** A head of two lines: the second names what the first leaves empty, and holds names alone. */
const isSecondLine = (first: string[], second: string[] | undefined): boolean => {
  const named = second?.filter(Boolean) ?? []
  return (
    named.length > 1 &&
    second!.some((name, i) => name !== '' && !first[i]) &&
    first.filter(Boolean).length > 1 &&
    named.every((name) => name.length <= 30 && fitsOf(name, []).length > 0)
  )
}
const joined = (first: string[], second: string[]): string[] =>
  Array.from({ length: Math.max(first.length, second.length) }, (_, i) =>
    [first[i], second[i]].filter(Boolean).join(' '),
  )

const isLikeHead = (row: string[]): boolean => {
  const names = row.filter(Boolean)
  return names.length > 0 && names.length <= 40 && names.every((name) => name.length <= 60)
}

/**
 * Two names at least, one of them of words, and most of the row. One name alone is a head above one
 * column.
 */
const isHead = (row: string[], columns: Columns, rows: readonly string[][]): boolean => {
  const names = row.filter(Boolean).length
  const known = columns.filter((column) => column !== 'unknown').length
  const isWorded = columns.some((column) => column === 'text' || column === 'concern')
  if (!isWorded) return false
  const isAlone = names === 1 && rows.every((each) => each.filter(Boolean).length <= 1)
  return isAlone ? rows.length > 1 && row.length <= 2 : known >= 2 && known * 2 >= names
}

/**
 * What each column is: the best for all of them together, and not the first that fits. Every field
 * is one column; what was said may be several.
 */
export const columnsOf = (
  names: readonly string[],
  below: readonly string[][],
): { columns: Columns; score: number } => {
  const width = names.length
  const fits = names.map((name, i) => fitsOf(name, valuesOf(below, i)))
  const taken = new Set<number>()
  const columns: Column[] = Array.from({ length: width }, () => 'unknown')
  const used = new Set<Column>()
  let score = 0
  // The surest pairs first. A pair that is surer for another column leaves this one its next best.
  const pairs = fits
    .flatMap((each, i) => each.map(([column, worth]) => ({ i, column, worth })))
    .toSorted((a, b) => b.worth - a.worth || a.i - b.i)
  for (const { i, column, worth } of pairs) {
    const isMore = SEVERAL.includes(column) || (column === 'who' && worth >= 8)
    if (taken.has(i) || (used.has(column) && !isMore)) continue
    columns[i] = column
    taken.add(i)
    used.add(column)
    score += worth
  }
  return { columns, score }
}

/** Columns that a table may have more than one of. */
const SEVERAL: readonly Column[] = ['number', 'other', 'said', 'helpers']

/** The first cells of a column. */
export const valuesOf = (rows: readonly string[][], i: number): string[] =>
  rows
    .slice(0, 60)
    .map((row) => row[i] ?? '')
    .filter(Boolean)

/** Columns as a form sends them back, or nothing where one is not known. */
export const columnsFrom = (names: readonly string[]): Columns | null =>
  names.length > 0 && names.every((name) => (COLUMNS as readonly string[]).includes(name))
    ? (names as Column[])
    : null
