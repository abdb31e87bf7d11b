import { headOf } from '../../domain/round-tables/bringing-in/columns.ts'
import { entriesOf, type ZipEntry } from './zip.ts'

/** The cells of one sheet of a workbook, and what to say of the others; or why there are none. */
export type Workbook = { cells: string[][]; notes: string[] } | { wrong: string }

const COPY = 'Save it as CSV, or copy the cells and paste them here'
/** How much of a workbook is unpacked, and as far as its sheets may reach. */
const MOST_UNPACKED = 8 * 1024 * 1024
const MOST_ROWS = 5000
const MOST_COLUMNS = 200
const MOST_CHARACTERS = 400_000

const NOT_WHOLE = { wrong: `This Excel workbook is damaged or locked. ${COPY}` }
const TOO_MUCH = { wrong: `This Excel workbook is damaged, or too large to read here. ${COPY}` }
const TOO_LARGE = { wrong: `This Excel workbook is too large to read here. ${COPY}` }

/** Files that are packed as a workbook is, and are none. */
const OTHERS: [RegExp, string][] = [
  [/^word\//, 'This is a Word document. Open it, copy the list or the table, and paste it here'],
  [/^ppt\//, 'This is a set of slides. Open it, copy the list or the table, and paste it here'],
  [/^content\.xml$/, `This is an OpenDocument file. ${COPY}`],
  [/^xl\/workbook\.bin$/, `This is a binary Excel workbook. ${COPY}`],
  [/^Index\//, `This is a file of Numbers or Pages. ${COPY}`],
]

export const isZip = (file: Uint8Array): boolean => file[0] === 0x50 && file[1] === 0x4b

/**
 * Reads an Excel workbook: the first sheet that holds a table. What it holds is measured before it
 * is read, so that a small file can unpack to nothing large.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<Workbook> => {
  const entries = entriesOf(Buffer.from(bytes))
  if (!entries) return NOT_WHOLE
  const names = entries.map((each) => each.name)
  if (!names.some((name) => /^xl\/workbook\.xml$/i.test(name))) {
    const other = OTHERS.find(([path]) => names.some((name) => path.test(name)))
    return { wrong: other?.[1] ?? `This is a packed file, and not a table. ${COPY}` }
  }
  const tooMuch = wrongSize(entries)
  return tooMuch ?? (await read(bytes))
}

/** Opens every part once, within bounds, and looks how far the sheets reach. */
const wrongSize = (entries: readonly ZipEntry[]): { wrong: string } | undefined => {
  let left = MOST_UNPACKED
  for (const { name, open } of entries) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    const part = open(left)
    // It is damaged, or there is more in it than may be: the one sentence fits both.
    if (!part) return TOO_MUCH
    left -= part.length
    if (/worksheets\//i.test(name) && reachesFar(part.toString('latin1'))) return TOO_LARGE
  }
  return undefined
}

const reachesFar = (sheet: string): boolean => {
  for (const [, column, row] of sheet.matchAll(/\sr="([A-Z]{0,3})(\d{1,9})"/g))
    if (Number(row) > MOST_ROWS || column!.length > 2 || columnNumber(column!) > MOST_COLUMNS)
      return true
  return false
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

const read = async (bytes: Uint8Array): Promise<Workbook> => {
  // Read only when someone brings a workbook.
  const { default: readSheets } = await import('read-excel-file/universal')
  let sheets: { sheet: string; data: readonly (readonly unknown[])[] }[]
  try {
    sheets = await readSheets(new Uint8Array(bytes).buffer)
  } catch {
    return NOT_WHOLE
  }
  const all = sheets.map(({ sheet, data }) => ({
    sheet,
    cells: data.map((row) => row.map(asTyped)),
  }))
  const filled = all.filter(({ cells }) => cells.some((row) => row.some(Boolean)))
  const chosen = filled.find(({ cells }) => headOf(cells.map(trimmed))) ?? filled[0]
  if (!chosen) return { wrong: 'This workbook is empty. Choose another, or paste the cells here' }
  const characters = chosen.cells.flat().reduce((sum, cell) => sum + cell.length, 0)
  if (characters > MOST_CHARACTERS) return TOO_LARGE
  const others = filled.filter((each) => each !== chosen).map((each) => `“${each.sheet}”`)
  return {
    cells: chosen.cells,
    notes: others.length
      ? [
          `We read the sheet “${chosen.sheet}”, and not ${others.slice(0, 8).join(', ')}. ` +
            'To bring in another, copy its cells and paste them',
        ]
      : [],
  }
}

const trimmed = (row: string[]): string[] => row.map((cell) => cell.replace(/\s+/g, ' ').trim())

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
