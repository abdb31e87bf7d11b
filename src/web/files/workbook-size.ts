import type { ZipEntry } from './zip.ts'

/** What a workbook hides: the names of its hidden sheets, and whether rows or columns are hidden. */
export interface Hidden {
  sheets: string[]
  rows: boolean
}

/** How much of a workbook is unpacked, how many sheets it has, and how far they may reach. */
const MOST_UNPACKED = 8 * 1024 * 1024
const MOST_SHEETS = 60
const MOST_ROWS = 5000
const MOST_COLUMNS = 200

/**
 * Opens every part once, within bounds, and looks how far it reaches: any part may be a sheet,
 * whatever its name. What is damaged and what holds too much look the same.
 */
export const measure = (entries: readonly ZipEntry[]): Hidden | 'damaged' | 'far' => {
  let left = MOST_UNPACKED
  const hidden: Hidden = { sheets: [], rows: false }
  for (const { name, open } of entries) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    const bytes = open(left)
    if (!bytes) return 'damaged'
    left -= bytes.length
    const part = bytes.toString('utf8')
    if (reachesFar(part)) return 'far'
    if (/(?:^|\/)workbook\.xml$/i.test(name)) {
      const sheets = tagsOf(part, SHEET)
      if (sheets.length > MOST_SHEETS) return 'far'
      hidden.sheets.push(...sheets.filter(isHiddenSheet).map((tag) => valueOf(tag, 'name')))
    }
    hidden.rows ||= tagsOf(part, ROW_OR_COLUMN).some((tag) =>
      /^(?:1|true)$/.test(valueOf(tag, 'hidden')),
    )
  }
  return hidden
}

// A tag may have a prefix. What stands in it ends at the next one: a value holds no “<”.
const PLACE = /<(?:[^\s<>:/]{1,40}:)?(?:row|c|dimension)(?=[\s/])([^<]*)/g
const SHEET = /<(?:[^\s<>:/]{1,40}:)?sheet(?=[\s/])([^<]*)/g
const ROW_OR_COLUMN = /<(?:[^\s<>:/]{1,40}:)?(?:row|col)(?=[\s/])([^<]*)/g
const tagsOf = (part: string, tag: RegExp): string[] =>
  [...part.matchAll(tag)].map(([, inside]) => inside!)

const isHiddenSheet = (tag: string): boolean => /hidden/i.test(valueOf(tag, 'state'))

/** The values that are written in a tag, in quotation marks of either kind. */
const VALUES = /(?<![^\s"'])([\w:.-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const valuesOf = (tag: string): [string, string][] =>
  [...tag.matchAll(VALUES)].map(([, name, double, single]) => [name!, double ?? single ?? ''])

const valueOf = (tag: string, name: string): string =>
  (valuesOf(tag).find(([each]) => each === name)?.[1] ?? '')
    .replace(/&(lt|gt|quot|apos);/g, (_, sign: string) => SIGNS[sign]!)
    .replaceAll('&amp;', '&')
const SIGNS: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'" }

const reachesFar = (part: string): boolean => {
  for (const [, tag] of part.matchAll(PLACE))
    for (const [name, value] of valuesOf(tag!))
      if ((name === 'r' || name === 'ref') && value.split(':').some(isFar)) return true
  return false
}

/** What is written in another way than `A1` or `1` is as good as far. */
const isFar = (place: string): boolean => {
  const [, column, row] = /^\s*\$?([a-z]{0,2})\$?(\d{1,7})\s*$/i.exec(place) ?? []
  return row === undefined || Number(row) > MOST_ROWS || columnNumber(column!) > MOST_COLUMNS
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
