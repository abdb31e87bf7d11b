import readSheets from 'read-excel-file/universal'

/** A sheet of a workbook, each cell as a person would have typed it. */
export interface Sheet {
  sheet: string
  cells: string[][]
}

/** The sheets of a workbook. What cannot be read is thrown. */
export const sheetsIn = async (bytes: Uint8Array): Promise<Sheet[]> => {
  const sheets = await readSheets(new Uint8Array(bytes).buffer)
  return sheets.map(({ sheet, data }) => ({
    sheet,
    // Two sheets of one part: the second has nothing.
    cells: ((data as readonly (readonly unknown[])[] | undefined) ?? []).map((row) =>
      row.map(asTyped),
    ),
  }))
}

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
