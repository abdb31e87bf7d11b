import { parentPort, workerData } from 'node:worker_threads'
import readSheets from 'read-excel-file/universal'
import type { Sheet } from './workbook-apart.ts'

// The thread in which a workbook is read (see workbook-apart.ts). What fails here is answered there.

/** A cell as a person would have typed it: a day as a day, whatever it looks like there. */
const asTyped = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime())
      ? ''
      : cell
          .toISOString()
          .slice(0, 16)
          .replace(/T00:00$/, '')
          .replace('T', ' ')
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  return String(cell)
}

const sheets = await readSheets(new Uint8Array(workerData as Uint8Array).buffer)
const read: Sheet[] = sheets.map(({ sheet, data }) => ({
  sheet,
  // Two sheets of one part: the second has nothing.
  cells: ((data as readonly (readonly unknown[])[] | undefined) ?? []).map((row) =>
    row.map(asTyped),
  ),
}))
parentPort!.postMessage(read)
