import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

/**
 * Cells as they are copied from a spreadsheet (tabs), or from a CSV file (commas or semicolons,
 * whichever its first line has more of).
 */
export const readSheet = (text: string): string[][] => {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const count = (sign: string): number => first.split(sign).length - 1
  const delimiter = ['\t', ';', ','].toSorted((a, b) => count(b) - count(a))[0]!
  return parse(text, {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as string[][]
}

/** A tab after a number or a bullet alone is how a word processor writes a list. */
export const isSheet = (text: string): boolean =>
  /^[^\n]*\t/.test(text.trimStart().replace(/^(?:\(?\d{1,3}[.)]|[•·▪*–—-])\s+/, ''))

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

/** The words of an uploaded file: UTF-8, or else what older spreadsheets on Windows write. */
export const readText = (file: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}
