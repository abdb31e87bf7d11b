import { cellsIn, fileCells } from './spreadsheets.ts'
import { readText } from './text-file.ts'
import { isZip, readWorkbook } from './workbook.ts'

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

/** What a file holds. */
export const readBroughtFile = async (file: Uint8Array): Promise<Brought> => {
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
