import type { Refusal } from '../../../../domain/decision.ts'
import { GROUNDS } from '../../../../domain/depth.ts'
import { SAY_BROUGHT } from '../../../../domain/round-tables/bringing-in/brought.ts'
import type { ReadTable } from '../../../../domain/round-tables/bringing-in/cells.ts'
import { SAY_COLUMN } from '../../../../domain/round-tables/bringing-in/heads.ts'
import { stateOf } from '../../../../domain/round-tables/round-table.ts'
import { sayDay, type ReviewRow } from '../../../../work/bringing-in/brought-rows.ts'
import { choicesOf } from '../../../../work/names.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { writeSource, type Source } from './source.ts'

/** What the page of the rows shows beside them. */
export interface Review {
  rows: ReviewRow[]
  source: Source | null
  table: ReadTable | null
  /** What each word for a status was said to mean. */
  meanings: ReadonlyMap<string, string>
  notes: string[]
  tableId: number | null
}

/** The rows as they are read, each to be put right; nothing is written down yet. */
export const reviewPage = (visit: Visit, review: Review, errors: Refusal[] = []): Drawn =>
  view('desk/round-tables/bringing-in/review', {
    frame: frameOf(visit, 'Look at each row', 'actions', { form: 'rows', errors, body: {} }),
    choices: choicesOf(visit.store),
    rows: review.rows.map((row) => ({
      ...row,
      days: {
        by: sayDay(row.by, visit.today, 'either'),
        on: sayDay(row.on, visit.today, 'behind'),
      },
    })),
    source: review.source ? writeSource(review.source) : '',
    columns: columnsOf(review.table),
    asked: (review.table?.asked ?? []).map(([word, count]) => ({
      word,
      count,
      means: review.meanings.get(word.toLowerCase()) ?? '',
    })),
    notes: review.notes,
    tableId: review.tableId,
    open: visit.store.roundTables.list().find((each) => stateOf(each) === 'open') ?? null,
    grounds: GROUNDS,
    kinds: SAY_BROUGHT,
    sayColumn: SAY_COLUMN,
  })

const columnsOf = (table: ReadTable | null) =>
  (table?.columns ?? []).map((column, i) => ({
    column,
    name: table!.names?.[i] ?? '',
    examples: table!.examples[i] ?? [],
  }))
