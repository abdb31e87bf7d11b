import { BUSY, readApart } from './apart.ts'
import { cellsIn, fileCells } from './spreadsheets.ts'
import { readText } from './text-file.ts'
import { isZip, NOT_READ, readWorkbook } from './workbook.ts'

/** What someone brought, before it is understood: cells of a table, or a list; or why neither. */
export type Brought =
  | { cells: string[][]; notes: string[] }
  | { list: string; notes: string[] }
  | { wrong: string }

/** A file of words or cells may be this large, and a workbook, which may hold pictures, larger. */
export const MOST_TEXT_BYTES = 200 * 1024
export const MOST_WORKBOOK_BYTES = 1024 * 1024

const NOT_WHOLE =
  'This table could not be read: a quotation mark may be missing. ' +
  'Copy the cells and paste them here'

/** As much memory and time as reading one file may take. */
const LIMITS = { mostMs: 20_000, mostMemoryMb: 160, mostGrowthMb: 512 }

/** What a file holds: read in a thread of its own, whatever it is. */
export const readBroughtFile = async (file: Uint8Array): Promise<Brought> => {
  const came = await readApart<Brought>(
    new URL('./brought-thread.ts', import.meta.url),
    file,
    LIMITS,
  )
  if ('read' in came) return came.read
  if (came.failed === 'busy') return { wrong: BUSY }
  return isZip(file) ? NOT_READ : { wrong: NOT_WHOLE }
}

/** ... read here and now, in that thread. */
export const readHere = async (file: Uint8Array): Promise<Brought> => {
  if (isZip(file)) return readWorkbook(file)
  const read = readText(file)
  return 'wrong' in read ? read : listOrCells(read.text, fileCells)
}

/** What a pasted text holds. */
export const readPasted = (text: string): Brought => listOrCells(text, cellsIn)

const listOrCells = (text: string, cellsOf: (text: string) => string[][] | undefined): Brought => {
  try {
    const cells = cellsOf(text)
    return cells ? { cells, notes: [] } : { list: text, notes: [] }
  } catch {
    return { wrong: NOT_WHOLE }
  }
}
