import type { Status } from '../../actions/action.ts'

/** What a brought row may become. */
export const BROUGHT_KINDS = ['action', 'standing', 'question', 'concern', 'skip'] as const
export type BroughtKind = (typeof BROUGHT_KINDS)[number]
export const SAY_BROUGHT: Record<BroughtKind, string> = {
  action: 'Action',
  standing: 'Action that keeps going',
  question: 'Question',
  concern: 'Concern',
  skip: 'Leave it out',
}

/**
 * One row of what was pasted, as it is understood: words as they came, and nothing filled in (R2).
 */
export interface BroughtRow {
  kind: BroughtKind
  text: string
  who: string
  by: string
  status: Status | ''
  said: string
  remarks: string[]
}

/** As many rows as are brought in at once. */
export const MOST_ROWS = 200

/**
 * Reads a list as people keep it: numbers or bullets, lines that run on, two points on one line,
 * footnote marks in the text. What was taken out of a line is said beside it.
 */
export const readList = (pasted: string): BroughtRow[] => {
  const lines = pasted.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  const isMarked = lines.some((line) => POINT.test(line))
  const points: string[] = []
  let goesOn = false
  for (const line of lines) {
    // A line without a mark goes on with the one right above it; what stands after an empty line is
    // a point of its own.
    if (line !== '' && isMarked && goesOn && !POINT.test(line))
      points[points.length - 1] += ` ${line}`
    else if (line !== '') points.push(line)
    goesOn = line !== ''
  }
  return points
    .flatMap(splitRunOn)
    .map((point) => withoutMarks(point.replace(POINT, '')))
    .filter((row) => row.text !== '')
}

/** `1.`, `2)`, `(3)`, a bullet or a dash. */
const POINT = /^(?:\(?\d{1,3}[.)]|[•·▪*–—-])\s+/

/**
 * "8. Youth activities. 9. Pop up stalls": the next number in the middle of a line begins a new
 * point.
 */
const splitRunOn = (point: string): string[] => {
  const number = /^\(?(\d{1,3})[.)]\s/.exec(point)
  if (!number) return [point]
  const next = new RegExp(`(?<=[\\s.;)])\\(?${Number(number[1]) + 1}[.)]\\s+(?=\\p{Lu})`, 'u').exec(
    point.slice(number[0].length),
  )
  if (!next) return [point]
  const at = number[0].length + next.index
  return [point.slice(0, at).trim(), ...splitRunOn(point.slice(at).trim())]
}

/**
 * A small figure after the end of a sentence, or in brackets, is a footnote mark and not a word.
 */
const withoutMarks = (point: string): BroughtRow => {
  const cut: string[] = []
  const drop = (mark: string): string => {
    cut.push(mark.trim())
    return ''
  }
  const text = point
    .replace(/\s?\(\d{1,2}\)(?=\s|$|\p{L})/gu, (mark) => drop(mark) + ' ')
    .replace(/(?:(?<=[.!?”"’])\s|(?<=[!?”"’]|(?<!\d)\.))\d{1,2}(?=\s*$|\s+\p{Lu})/gu, drop)
    .replace(/\s*[\u00b9\u00b2\u00b3\u2070-\u2079]+/g, drop)
    .replace(/\s+/g, ' ')
    .trim()
  return {
    kind: kindOf(text),
    text,
    who: '',
    by: '',
    status: '',
    said: '',
    remarks: cut.length
      ? [`We took out “${cut.join('”, “')}”, which looks like a footnote mark`]
      : [],
  }
}

const kindOf = (text: string): BroughtKind => (text.endsWith('?') ? 'question' : 'action')

const COLUMNS: [keyof Cells, RegExp][] = [
  ['concern', /concern|issue|you said|raised/i],
  ['text', /action|what|task|activit|we did|agreed|description|recommendation/i],
  ['who', /who|owner|lead|responsib|organi[sz]ation|officer/i],
  ['by', /\bby\b|when|due|date|deadline|target|timescale/i],
  ['status', /status|rag|state|stands|progress$/i],
  ['said', /update|comment|note|said|progress|outcome|result/i],
  ['kind', /kind|type/i],
]
interface Cells {
  concern: number
  text: number
  who: number
  by: number
  status: number
  said: number
  kind: number
}

/**
 * Reads the cells of a spreadsheet. With a head row the columns are found by their names; without
 * one, what, who, by when, where it stands.
 */
export const readCells = (cells: string[][]): BroughtRow[] => {
  const rows = cells
    .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    .filter((row) => row.some(Boolean))
  const head = headOf(rows[0] ?? [])
  const at = head ?? { text: 0, who: 1, by: 2, status: 3, said: 4 }
  const cell = (row: string[], column: keyof Cells): string =>
    at[column] === undefined ? '' : (row[at[column]] ?? '')
  return (head ? rows.slice(1) : rows).map((row) => {
    const text = cell(row, 'text')
    const isConcern = text === '' && cell(row, 'concern') !== ''
    const stands = cell(row, 'status')
    const status = statusIn(stands)
    // “Done: 38 residents came” says more than where it stands, and those words are what was said
    // of it.
    const saysMore = status !== undefined && !PLAIN_STATUS.test(stands)
    const [told, left] =
      saysMore && cell(row, 'said') === ''
        ? [stands, '']
        : [cell(row, 'said'), saysMore ? stands : '']
    const unread = [
      ...row.filter((_cell, i) => !Object.values(at).includes(i)),
      ...(text !== '' ? [cell(row, 'concern')] : []),
      ...(/^$|stand|ongoing|question|concern|action|one-off/i.test(cell(row, 'kind'))
        ? []
        : [cell(row, 'kind')]),
      left,
    ].filter(Boolean)
    return {
      kind: isConcern
        ? 'concern'
        : /stand|ongoing/i.test(cell(row, 'kind'))
          ? 'standing'
          : /question/i.test(cell(row, 'kind'))
            ? 'question'
            : /concern/i.test(cell(row, 'kind'))
              ? 'concern'
              : kindOf(text),
      text: isConcern ? cell(row, 'concern') : text,
      who: cell(row, 'who'),
      by: cell(row, 'by'),
      status: status ?? '',
      said: told,
      remarks: [
        ...(head && row === rows[1]
          ? [
              `We read the first line, “${rows[0]!.filter(Boolean).join('”, “')}”, as the names of the columns`,
            ]
          : []),
        ...(status === undefined && stands !== ''
          ? [`We do not know the status “${stands}”. Choose one`]
          : []),
        ...(unread.length
          ? [`We left out “${unread.join('”, “')}”. Write it where it belongs`]
          : []),
      ],
    }
  })
}

/** The head row, where the first row is one: at least two of its cells are the names of columns. */
const headOf = (row: string[]): Partial<Cells> | undefined => {
  const at: Partial<Cells> = {}
  row.forEach((name, i) => {
    const column =
      name.length <= 40
        ? COLUMNS.find(([key, word]) => at[key] === undefined && word.test(name))?.[0]
        : undefined
    if (column) at[column] = i
  })
  if (Object.keys(at).length < 2) return undefined
  return at.text === undefined && at.concern === undefined ? undefined : at
}

/** Where it stands, and nothing more. */
const PLAIN_STATUS =
  /^(done|completed?|closed|green|answered|still going|under ?way|in progress|ongoing|started|amber|on track|not started|open|to do|red|outstanding|could not|cannot|cancelled|dropped|not possible|waiting)\W*$/i

const statusIn = (text: string): Status | undefined => {
  if (/^(done|complete[d]?|closed|green|answered|still going)\b/i.test(text)) return 'done'
  if (/^(under ?way|in progress|ongoing|started|amber|on track)\b/i.test(text)) return 'under-way'
  if (/^(not started|open|to do|red|outstanding)\b/i.test(text)) return 'not-started'
  if (/^(could not|cannot|cancelled|dropped|not possible)\b/i.test(text)) return 'could-not'
  return /^waiting\b/i.test(text) ? 'waiting' : undefined
}

/** The same words, however they are typed: the same paste twice makes nothing twice. */
export const sameWords = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
