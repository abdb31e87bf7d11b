import type { Status } from '../../../../domain/actions/action.ts'
import type { BroughtRow } from '../../../../domain/round-tables/bringing-in/brought.ts'
import {
  readTable,
  type ReadTable,
  type Told,
} from '../../../../domain/round-tables/bringing-in/cells.ts'
import { readList } from '../../../../domain/round-tables/bringing-in/list.ts'

/** What was brought, as the page of its rows carries it: a list as it stands, or cells with tabs. */
export type Source = { cells: string[][] } | { list: string }

/** It goes with the rows, so that it can be read again with other columns. */
export const writeSource = (source: Source): string =>
  'list' in source
    ? `list\n${source.list}`
    : `cells\n${source.cells
        .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t'))
        .filter((line) => line.trim() !== '')
        .join('\n')}`

export const sourceFrom = (written: string): Source | null => {
  const at = written.indexOf('\n')
  const rest = written.slice(at + 1)
  if (at < 0) return null
  if (written.startsWith('list\n')) return { list: rest }
  return written.startsWith('cells\n')
    ? { cells: rest.split('\n').map((line) => line.split('\t')) }
    : null
}

export const NOTHING_TOLD: Told = { columns: null, meanings: new Map<string, Status>() }

/** Its rows, and the table that they stand in, where it is one. */
export const readSource = (
  source: Source,
  told: Told = NOTHING_TOLD,
): { rows: BroughtRow[]; table: ReadTable | null } => {
  if ('list' in source) return { rows: readList(source.list), table: null }
  const table = readTable(source.cells, told)
  return { rows: table.rows, table }
}
