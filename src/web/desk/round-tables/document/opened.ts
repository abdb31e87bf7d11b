import { randomUUID } from 'node:crypto'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { lineOf, type LineNoun } from '../../../../work/put-right/line-of.ts'
import { readOver } from '../../../../work/put-right/rewrite-line.ts'
import { to, type Path } from '../../../to.ts'
import type { OpenedLine } from '../../../views/desk/round-tables/document.ts'
import type { Visit } from '../../visit.ts'

/** What was typed over a line and refused, and why. */
export interface Retyped {
  text: string
  errors: string[]
}

/** A line of the minutes, opened to be typed better where it stands. */
export const openedLine = (
  visit: Visit,
  table: RoundTable,
  asked: string,
  retyped?: Retyped,
): OpenedLine | null => {
  const { store } = visit
  const line = lineOf(store, visit, table, asked)
  if (!line) return null
  const text = retyped?.text ?? line.text
  return {
    ...line,
    text,
    key: randomUUID(),
    takeOut: takeOutOf(table, line.noun, line.id),
    reads: text === null ? [] : readOver(store, visit, table, line, text),
    errors: retyped?.errors ?? [],
  }
}

/** Where it is sent to be taken out. */
const takeOutOf = ({ slug }: RoundTable, noun: LineNoun, id: number): Path =>
  noun === 'concern' || noun === 'action' || noun === 'note'
    ? to('/desk/round-tables', slug, `${noun}s`, id, 'taking-out')
    : to('/desk/round-tables', slug, 'lines', `${noun}-${id}`, 'taking-out')
