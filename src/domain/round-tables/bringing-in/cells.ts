import type { Status } from '../../actions/action.ts'
import { kindOf, sameWords, wordsAlone, type BroughtKind, type BroughtRow } from './brought.ts'
import { headOf, type Columns, type Head } from './columns.ts'
import { type Column } from './heads.ts'
import { boxBeside } from './list-marks.ts'
import { isStruck, plainWords, withoutDirections } from './marked-words.ts'
import { WE_DID } from './said-and-did.ts'
import { readStands, sameStatus } from './stands.ts'
import { withSecondOwners, type OwnedRow } from './second-owners.ts'
import { isBareMark, usualColumns } from './usual-columns.ts'
import { CROSSED, STRUCK, TICKED } from './list.ts'

/** What a person said of a table: which column is which, and what its words for a status mean. */
export interface Told {
  columns: Columns | null
  meanings: ReadonlyMap<string, Status>
}

/** A table as it was read. */
export interface ReadTable {
  rows: BroughtRow[]
  columns: Columns
  /** The names of the columns as they stand in the head row; none where there is no such row. */
  names: string[] | null
  /** The first cells of each column, to tell them apart by. */
  examples: string[][]
  /** Words for a status that are in doubt, and in how many rows they stand. */
  asked: [string, number][]
}

/**
 * Reads the cells of a table. With a head row, which may stand under a title, the columns are found
 * by their names; without one, what, who, by when, where it stands. What a person says goes first.
 */
export const readTable = (
  cells: readonly string[][],
  told: Told = { columns: null, meanings: new Map() },
): ReadTable => {
  const rows = cells.map((row) => row.map(unquoted)).filter((row) => row.some(Boolean))
  const head = headOf(rows)
  const names = head?.names ?? null
  const below = (head ? rows.slice(head.end) : rows).filter((row) => !isSameRow(row, names))
  const columns = told.columns ?? head?.columns ?? usualColumns(below)
  const read = withSecondOwners(below, columns).map((row) =>
    readRow(row, { columns, names, meanings: told.meanings }),
  )
  const [first] = read
  if (first && head) first.remarks.unshift(...remarksOnHead(rows, head))
  return {
    rows: read,
    columns: Array.from({ length: widthOf(below, columns) }, (_, i) => columns[i] ?? 'unknown'),
    names,
    examples: examplesOf(below, widthOf(below, columns)),
    asked: askedIn(below, columns, told.meanings),
  }
}

/** The rows of a table alone. */
export const readCells = (cells: readonly string[][]): BroughtRow[] => readTable(cells).rows

/** One space between words, and without the sign that keeps a spreadsheet from running a cell. */
const unquoted = (cell: string): string =>
  withoutDirections(cell)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/, '')

const isSameRow = (row: string[], names: string[] | null): boolean =>
  names !== null && sameWords(row.join(' ')) === sameWords(names.join(' '))

const widthOf = (rows: readonly string[][], columns: Columns): number =>
  rows.reduce((most, row) => Math.max(most, row.length), columns.length)

const examplesOf = (rows: readonly string[][], width: number): string[][] =>
  Array.from({ length: width }, (_, i) =>
    rows
      .map((row) => row[i] ?? '')
      .filter(Boolean)
      .slice(0, 3),
  )

const remarksOnHead = (rows: readonly string[][], { at, end }: Head): string[] => {
  const above = rows.slice(0, at).flatMap((row) => row.filter(Boolean))
  const said = (cells: string[]): string => cells.filter(Boolean).join('”, “')
  return [
    `We read the line “${said(rows.slice(at, end).flat())}” as the names of the columns`,
    ...(above.length ? [`We left out what stands above them: “${said(above)}”`] : []),
  ]
}

interface Reading {
  columns: Columns
  names: string[] | null
  meanings: ReadonlyMap<string, Status>
}

/** One row, with all its cells: what has no place is said. */
const readRow = ({ cells: typed, more }: OwnedRow, reading: Reading): BroughtRow => {
  const { columns, names, meanings } = reading
  const row = typed.map(plainWords)
  const cell = (column: Column): string =>
    row
      .filter((value, i) => columns[i] === column && value !== '')
      .join(column === 'who' || column === 'helpers' ? ', ' : '. ')
  const number = cell('number')
  const { words, ...box } = boxBeside(cell('text'), number)
  const concern = cell('concern')
  const kind = cell('kind')
  const stands = readStands(cell('status'), cell('said'), meanings, isDoneColumn(columns, names))
  const isAlone = columns.length > 2 && row.filter(Boolean).length === 1
  const isHeading = words === '' && concern === '' && isAlone
  const text = words || concern || (isHeading ? row.find(Boolean)! : '')
  const left = (column: Column): string[] =>
    row.flatMap((value, i) =>
      value !== '' && (columns[i] ?? 'unknown') === column ? [named(value, names?.[i])] : [],
    )
  const unread = [
    ...(isHeading ? [] : left('unknown')),
    ...(KIND_WORDS.test(kind) ? [] : [`“${kind}”`]),
  ]
  const isHeld = /^held in private\b/i.test(text)
  return {
    ...wordsAlone(text),
    kind:
      isHeading || isHeld
        ? 'skip'
        : words === '' && concern !== ''
          ? 'concern'
          : (kindIn(kind || kindAbove(columns, names)) ?? kindOf(text)),
    concern: words === '' ? '' : concern,
    who: [emptyWhere(NO_OWNER, cell('who')), ...more].filter(Boolean).join(', '),
    seat: cell('seat'),
    helpers: cell('helpers'),
    by: emptyWhere(NO_DATE, cell('by')),
    ...stands.read,
    on: cell('on') || stands.on,
    closed: /^(?:y|yes|closed|true|✓|✔|x)$/i.test(cell('closed')),
    typed: {
      number: isBareMark(number) ? '' : number,
      status: cell('status'),
      aside: left('other').join(', '),
    },
    remarks: [
      ...more.map((owner) => `“${owner}” stands alone below it, and is read as one more who leads`),
      ...(isAlone ? remarksAlone(isHeading, words) : []),
      ...(isHeld ? ['It is held in private, and its words are not in this file'] : []),
      ...stands.remarks,
      ...(unread.length ? [`We left out ${unread.join(', ')}. Write it where it belongs`] : []),
    ],
    question:
      stands.question ??
      (stands.read.status === ''
        ? askedBeside(typed, box, isWeDid(columns, names) && words !== '')
        : null),
  }
}

const remarksAlone = (isHeading: boolean, words: string): string[] => {
  if (isHeading) return ['It stands alone in its row, so it may be a heading. It is left out']
  return words === '' ? [] : ['It stands alone in its row. If it is a heading, leave it out']
}

/** What a row asks about where it stands, where no column says it. */
const askedBeside = (
  typed: string[],
  box: { isTicked: boolean; isCrossed: boolean },
  isPast: boolean,
): string | null => {
  if (box.isTicked) return TICKED
  if (box.isCrossed) return CROSSED
  if (typed.some(isStruck)) return STRUCK
  return isPast ? WE_DID : null
}

const NO_OWNER = /^(?:(?:owner )?not agreed yet|none|n\/a|tb[cad]|[-–—?]+)$/i
const NO_DATE = /^(?:no (?:end )?date(?: agreed)?(?: yet)?|none|n\/a|tb[cad]|[-–—?]+)$/i
const emptyWhere = (nothing: RegExp, cell: string): string => (nothing.test(cell) ? '' : cell)

/** “Ward “Church Street””: what was left out, with the name of its column. */
const named = (value: string, name: string | undefined): string =>
  name ? `${name} “${value}”` : `“${value}”`

const KIND_WORDS = /^$|stand|keeps going|ongoing|question|concern|action|one-off|task/i
const kindIn = (kind: string): BroughtKind | undefined =>
  /stand|ongoing|keeps going/i.test(kind)
    ? 'standing'
    : /question/i.test(kind)
      ? 'question'
      : /concern/i.test(kind)
        ? 'concern'
        : undefined

const nameOf = (columns: Columns, names: string[] | null, column: Column): string =>
  names?.[columns.indexOf(column)] ?? ''
/** What stands under “Question” is one, with or without its sign. */
const kindAbove = (columns: Columns, names: string[] | null): string =>
  /^questions?\b/i.test(nameOf(columns, names, 'text')) ? 'question' : ''
const isDoneColumn = (columns: Columns, names: string[] | null): boolean =>
  /^(?:is it |is this |action |task )?(?:done|completed?|finished|actioned)\b/i.test(
    nameOf(columns, names, 'status'),
  )
const isWeDid = (columns: Columns, names: string[] | null): boolean =>
  !columns.includes('status') &&
  /^(?:what )?we(?:’ve|'ve)? (?:did|have|done|delivered|made|changed|fixed)\b/i.test(
    nameOf(columns, names, 'text'),
  )

const askedIn = (
  rows: readonly string[][],
  columns: Columns,
  meanings: ReadonlyMap<string, Status>,
): [string, number][] => {
  const at = columns.indexOf('status')
  const counts = new Map<string, [string, number]>()
  for (const row of at < 0 ? [] : rows) {
    const cell = row[at] ?? ''
    const isShort = cell !== '' && cell.length <= 40
    const isAsked = isShort && readStands(cell, '', new Map(), false).question !== null
    if (!isAsked && !(isShort && meanings.has(sameStatus(cell)))) continue
    const key = sameStatus(cell)
    counts.set(key, [counts.get(key)?.[0] ?? cell, (counts.get(key)?.[1] ?? 0) + 1])
  }
  return [...counts.values()].toSorted((a, b) => b[1] - a[1]).slice(0, 12)
}
