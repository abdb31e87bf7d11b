import type { Status } from '../../actions/action.ts'
import { readStatus } from '../../actions/status-words.ts'
import { sameWords, type BroughtRow } from './brought.ts'

interface Stands {
  read: Pick<BroughtRow, 'status' | 'said'>
  on: string
  question: string | null
  remarks: string[]
}

/** Where it stands, and what was said of it: a cell of a status that says more keeps its words. */
export const readStands = (
  stands: string,
  said: string,
  meanings: ReadonlyMap<string, Status>,
  isDone: boolean,
): Stands => {
  const nothing = { on: '', question: null, remarks: [] }
  if (stands === '') return { ...nothing, read: { status: '', said } }
  const meant = meanings.get(sameStatus(stands))
  if (meant) return { ...nothing, read: { status: meant, said } }
  if (/^not yet accepted\b/i.test(stands))
    return { ...nothing, read: { status: 'not-started', said } }
  if (isDone && /^(?:y|yes|true|✓|✔|x)$/i.test(stands))
    return { ...nothing, read: { status: 'done', said } }
  const { status, rest, on, waitingFor, question } = readStatus(stands)
  // “Done: 38 residents came” says more than where it stands.
  const saysMore =
    status === null ? stands.split(' ').length > 3 : Boolean(rest || on || waitingFor)
  const both = saysMore ? [stands, said].filter(Boolean).join('. ') : said
  return {
    read: { status: status ?? '', said: both },
    on,
    question:
      status !== null
        ? null
        : (question ?? `We do not know the status “${stands.slice(0, 80)}”. Choose one`),
    remarks: [],
  }
}

/** The same word for a status, however it is typed. */
export const sameStatus = (cell: string): string => sameWords(cell) || cell.trim()
