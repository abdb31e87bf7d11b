import { headOf } from '../../domain/round-tables/bringing-in/columns.ts'
import { measure, type Hidden } from './workbook-size.ts'
import { entriesOf } from './zip.ts'

/** The cells of one sheet of a workbook, and what to say of the others; or why there are none. */
export type Workbook = { cells: string[][]; notes: string[] } | { wrong: string }

const COPY = 'Save it as CSV, or copy the cells and paste them here'
const MOST_CHARACTERS = 400_000

const NOT_WHOLE = { wrong: `This Excel workbook is damaged or locked. ${COPY}` }
const TOO_MUCH = { wrong: `This Excel workbook is damaged, or too large to read here. ${COPY}` }
export const NOT_READ = { wrong: `We could not read this workbook. ${COPY}` }
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
 * is read, so that a small file can unpack to nothing large. This runs in a thread of its own, so that
 * whatever is in it can only fail to be read.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<Workbook> => {
  const entries = entriesOf(Buffer.from(bytes))
  if (!entries) return NOT_WHOLE
  const names = entries.map((each) => each.name)
  if (!names.some((name) => /^xl\/workbook\.xml$/i.test(name))) {
    const other = OTHERS.find(([path]) => names.some((name) => path.test(name)))
    return { wrong: other?.[1] ?? `This is a packed file, and not a table. ${COPY}` }
  }
  const measured = measure(entries)
  if (measured === 'damaged') return TOO_MUCH
  if (measured === 'far') return TOO_LARGE
  return read(bytes, measured)
}

const read = async (bytes: Uint8Array, hidden: Hidden): Promise<Workbook> => {
  // Read only where a workbook comes, in the thread that reads it.
  const { sheetsIn } = await import('./workbook-sheets.ts')
  const sheets = await sheetsIn(bytes)
  const filled = sheets.filter(({ cells }) => cells.some((row) => row.some(Boolean)))
  const isHidden = (sheet: string): boolean => hidden.sheets.includes(sheet)
  const seen = filled.filter(({ sheet }) => !isHidden(sheet))
  const isTable = ({ cells }: { cells: string[][] }): boolean =>
    headOf(cells.map(trimmed)) !== undefined
  const chosen = seen.find(isTable) ?? seen[0] ?? filled.find(isTable) ?? filled[0]
  if (!chosen) return { wrong: 'This workbook is empty. Choose another, or paste the cells here' }
  const characters = chosen.cells.flat().reduce((sum, cell) => sum + cell.length, 0)
  if (characters > MOST_CHARACTERS) return TOO_LARGE
  const others = filled
    .filter((each) => each !== chosen)
    .map(({ sheet }) => `“${sheet}”${isHidden(sheet) ? ' (hidden)' : ''}`)
  return {
    cells: chosen.cells,
    notes: [
      ...(others.length
        ? [
            `We read the sheet “${chosen.sheet}”, and not ${others.slice(0, 8).join(', ')}. ` +
              'To bring in another, copy its cells and paste them',
          ]
        : []),
      ...(isHidden(chosen.sheet) ? [`The sheet “${chosen.sheet}” is hidden in the workbook`] : []),
      ...(hidden.rows ? [HIDDEN_ROWS] : []),
    ],
  }
}

const HIDDEN_ROWS =
  'This workbook has hidden rows or columns. What is hidden is read as well: look through each row'

const trimmed = (row: string[]): string[] => row.map((cell) => cell.replace(/\s+/g, ' ').trim())
