/** A row of a file for a translator: the English, and what it says in the other language. */
export interface HandedRow {
  english: string
  text: string
  /** A machine's, or not sure: the translator takes the mark away (`fuzzy`). */
  isDoubtful: boolean
}

/** ... as it is handed out: with where it stands, for who translates it. */
export type RowOut = HandedRow & { stands: string[] }

/** What a file holds: the language of its head, and its rows; or why it cannot be read. */
export type HandedIn = { language: string | null; rows: HandedRow[] } | { wrong: string }

/** Rows as a PO file (GNU gettext), which every program of translators opens. */
export const writePo = (language: string, remark: string, rows: RowOut[]): string =>
  [
    `# ${remark}`,
    'msgid ""',
    'msgstr ""',
    quoted('Project-Id-Version: Round Table\n'),
    quoted(`Language: ${language}\n`),
    quoted('MIME-Version: 1.0\n'),
    quoted('Content-Type: text/plain; charset=UTF-8\n'),
    quoted('Content-Transfer-Encoding: 8bit\n'),
    ...rows.flatMap(({ english, text, isDoubtful, stands }) => [
      '',
      ...stands.map((where) => `#. ${where.replace(/\s+/g, ' ')}`),
      ...(isDoubtful ? ['#, fuzzy'] : []),
      field('msgid', english),
      field('msgstr', text),
    ]),
    '',
  ].join('\n')

const field = (name: string, text: string): string => {
  const lines = text.split(/(?<=\n)/)
  return lines.length > 1
    ? [`${name} ""`, ...lines.map(quoted)].join('\n')
    : `${name} ${quoted(text)}`
}

const ESCAPES: Record<string, string> = { '\n': 'n', '\t': 't', '\r': 'r', '"': '"', '\\': '\\' }
const quoted = (text: string): string =>
  `"${text.replace(/[\n\t\r"\\]/g, (letter) => `\\${ESCAPES[letter]!}`)}"`

/**
 * Reads such a file, whichever program saved it. Strict: a line that is none of its lines, a row
 * that stands twice or is cut off is said with its number, and nothing is guessed.
 */
export const readPo = (file: string): HandedIn => {
  const rows: HandedRow[] = []
  let language: string | null = null
  const seen = new Set<string>()
  for (const { line, fields, flags } of entriesIn(file.split('\n'))) {
    if (typeof fields === 'string') return { wrong: `Line ${line}: ${fields}` }
    const { msgid: english, msgstr: text } = fields
    if (english === undefined || text === undefined)
      return { wrong: `Line ${line}: this row has no end, or no beginning` }
    if (seen.has(english)) return { wrong: `Line ${line}: this row stands twice in the file` }
    seen.add(english)
    if (english === '') language = /^Language:[ \t]*(\S+)/m.exec(text)?.[1] ?? null
    else rows.push({ english, text, isDoubtful: flags.includes('fuzzy') })
  }
  return rows.length > 0 ? { language, rows } : { wrong: 'There are no rows in this file' }
}

type FieldName = 'msgid' | 'msgstr' | 'msgctxt'
interface Entry {
  line: number
  /** The texts of a row, or what is wrong with it. */
  fields: Partial<Record<FieldName, string>> | string
  flags: string[]
}

/** The rows of a file, the first that cannot be read being the last. */
function* entriesIn(lines: string[]): Generator<Entry> {
  let entry = emptyAt(1)
  let last: FieldName | null = null
  for (const [i, written] of lines.entries()) {
    const line = written.trim()
    const begins = last === 'msgstr' && /^(#(?!~)|msgid|msgctxt)/.test(line)
    if ((line === '' || begins) && hasAny(entry)) {
      yield entry
      entry = emptyAt(i + 1)
      last = null
    }
    if (line === '' || /^#(?!,)/.test(line)) continue
    if (!hasAny(entry)) entry.line = i + 1
    if (line.startsWith('#,')) {
      entry.flags.push(
        ...line
          .slice(2)
          .split(',')
          .map((flag) => flag.trim()),
      )
      continue
    }
    const [, name, string]: (string | undefined)[] =
      /^(?:(msgid|msgstr|msgctxt)\s+)?("(?:[^"\\]|\\.)*")$/.exec(line) ?? []
    const text = string === undefined ? null : unquoted(string)
    const into: FieldName | null = (name as FieldName | undefined) ?? last
    const fields = entry.fields as Partial<Record<FieldName, string>>
    if (text === null || into === null || (name && fields[into] !== undefined)) {
      yield { ...entry, line: i + 1, fields: `“${line.slice(0, 60)}” could not be read` }
      return
    }
    fields[into] = (fields[into] ?? '') + text
    last = into
  }
  if (hasAny(entry)) yield entry
}

const emptyAt = (line: number): Entry => ({ line, fields: {}, flags: [] })
const hasAny = ({ fields }: Entry): boolean => Object.keys(fields).length > 0

/** The text between the marks; null where something stands behind a stroke that means nothing. */
const unquoted = (string: string): string | null => {
  const inside = string.slice(1, -1)
  if (/\\[^ntr"\\]/.test(inside.replaceAll('\\\\', ''))) return null
  const meant = Object.fromEntries(Object.entries(ESCAPES).map(([letter, mark]) => [mark, letter]))
  return inside.replace(/\\(.)/g, (_, mark: string) => meant[mark]!)
}
