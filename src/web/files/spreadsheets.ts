import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { headOf } from '../../domain/round-tables/bringing-in/columns.ts'
import { markOf, marksIn } from '../../domain/round-tables/bringing-in/list-marks.ts'
import { pipeCells } from '../../domain/round-tables/bringing-in/pipe-table.ts'

/**
 * Cells as they are copied from a spreadsheet (tabs), or from a CSV file (commas or semicolons,
 * whichever more of its lines have; the line `sep=;` says it).
 */
export const readSheet = (text: string): string[][] => {
  const said = SEP.exec(text)
  return parse(said ? text.slice(said[0].length) : text, {
    delimiter: said?.[1] ?? signOf(text),
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as string[][]
}

const SEP = /^\uFEFF?\s*"?sep=([;,\t|])"?[ \t]*(?:\r\n?|\n|$)/i

const signOf = (text: string): string => {
  const lines = text
    .split(/\r\n?|\n/, 60)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
  const worth = (sign: string): number => {
    const counts = lines.map((line) => line.split(sign).length - 1)
    const most = counts.reduce((a, b) => Math.max(a, b), 0)
    return counts.filter((count) => count > 0).length * 1000 + most
  }
  return ['\t', ';', ','].toSorted((a, b) => worth(b) - worth(a))[0]!
}

/** What was pasted, as cells; nothing where it is a list. */
export const cellsIn = (text: string): string[][] | undefined => {
  const drawn = pipeCells(text)
  if (drawn) return drawn
  if (SEP.test(text) || isTabbed(text)) return readSheet(text)
  // A CSV file that was opened and copied has a head row; a sentence with commas has none.
  if (!text.includes('\n') || !/[,;]/.test(text)) return undefined
  const cells = tried(text)
  return cells && cells.length > 1 && headOf(cells.map(trimmed)) ? cells : undefined
}

/** ... and of a file: cells, unless it holds a list. */
export const fileCells = (text: string): string[][] | undefined => {
  const drawn = pipeCells(text)
  if (drawn) return drawn
  const cells = readSheet(text)
  if (SEP.test(text) || headOf(cells.map(trimmed))) return cells
  if (cells.every((row) => row.length < 2)) return undefined
  const lines = linesOf(text)
  const marks = marksIn(lines)
  return lines.some((line) => markOf(line, marks) !== undefined) && !isTabbed(text)
    ? undefined
    : cells
}

const tried = (text: string): string[][] | undefined => {
  try {
    return readSheet(text)
  } catch {
    return undefined
  }
}

const trimmed = (row: string[]): string[] => row.map((cell) => cell.replace(/\s+/g, ' ').trim())

const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)

/** A tab after a number or a bullet alone is how a word processor writes a list. */
const isTabbed = (text: string): boolean => {
  const lines = linesOf(text)
  const marks = marksIn(lines)
  return lines.some((line) => (markOf(line, marks)?.rest ?? line).includes('\t'))
}

/**
 * A file that a spreadsheet opens: with a byte-order mark, and no cell that it would run as a
 * formula.
 */
export const writeSheet = (head: string[], rows: string[][]): string =>
  stringify([head, ...rows.map((row) => row.map((cell) => cell.replace(/\r\n?|\n/g, ' ')))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
