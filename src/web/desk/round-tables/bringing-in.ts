import { decideRow, recordRow, type Ready } from '../../../work/minute-lines/ready-rows.ts'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { STATUSES } from '../../../domain/actions/action.ts'
import { accept, decide, refuse, type Decision, type Refusal } from '../../../domain/decision.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import {
  BROUGHT_KINDS,
  MOST_ROWS,
  readCells,
  readList,
  SAY_BROUGHT,
  type BroughtRow,
} from '../../../domain/round-tables/line/bringing-in.ts'
import { stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { understood, withDoubles, type ReviewRow } from '../../../work/minute-lines/brought-rows.ts'
import { choicesOf } from '../../../work/names.ts'
import { refused, show } from '../../answer.ts'
import { byPolicy, nothing } from '../../change.ts'
import { isSheet, readSheet, readText } from '../../files/spreadsheets.ts'
import { maybeId, parse, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { change, frameOf, page, post, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

const LONGEST_PASTE = 25_000
const FILE_BYTES = 200 * 1024
const PasteForm = z.strictObject({
  text: words(LONGEST_PASTE),
  file: z.instanceof(Uint8Array).optional(),
})
const column = <S extends z.ZodType>(each: S) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(each).max(MOST_ROWS, `${MOST_ROWS} rows at most. Bring in the rest after these`),
  )

/**
 * The fields of a row are called `text[]` and so on, because each stands there once for every row.
 */
const columnsOf = (body: unknown): unknown =>
  Object.fromEntries(
    Object.entries((body ?? {}) as object).map(([name, value]) => [
      name.replace(/\[\]$/, ''),
      value,
    ]),
  )

const RowsForm = z.preprocess(
  columnsOf,
  z.strictObject({
    tableId: maybeId(),
    kind: column(z.enum(BROUGHT_KINDS)),
    text: column(words(LONGEST_PASTE)),
    leadId: column(maybeId()),
    helperIds: column(z.string().regex(/^[\d,]{0,60}$/)),
    by: column(words(LONGEST_PASTE)),
    status: column(z.enum(['', ...STATUSES])),
    said: column(words(LONGEST_PASTE)),
    private: column(z.enum(['', ...GROUNDS])),
  }),
)
type Rows = z.infer<typeof RowsForm>

const pastePage = (visit: Visit, errors: Refusal[] = []): Drawn =>
  view('desk/round-tables/bringing-in/new', {
    frame: frameOf(visit, 'Bring in what exists', 'actions', {
      form: 'paste',
      errors,
      body: errors.length ? { ...(visit.body as object), file: undefined } : {},
    }),
    made: Number(visit.query.made ?? 0) || 0,
    doubles: Number(visit.query.doubles ?? 0) || 0,
  })

const reviewPage = (
  visit: Visit,
  rows: ReviewRow[],
  tableId: number | null,
  errors: Refusal[] = [],
): Drawn =>
  view('desk/round-tables/bringing-in/review', {
    frame: frameOf(visit, 'Look at each row', 'actions', { form: 'rows', errors, body: {} }),
    choices: choicesOf(visit.store),
    rows,
    tableId,
    open: visit.store.roundTables.list().find((each) => stateOf(each) === 'open') ?? null,
    grounds: GROUNDS,
    kinds: SAY_BROUGHT,
  })

/** Shows how each row is understood. Nothing is recorded, so it has no six moves. */
const readPaste = (visit: Visit): FastifyReply => {
  const { request, reply, body, store } = visit
  const form = parse(PasteForm, body)
  const read = form.accepted ? rowsIn(form.value) : form
  if (!read.accepted)
    return refused(request, reply, read.refusals, () => pastePage(visit, read.refusals))
  return show(reply, reviewPage(visit, understood(store, visit, read.value), null))
}

/** The rows of a file, else of what was pasted. */
const rowsIn = ({ text, file }: z.infer<typeof PasteForm>): Decision<BroughtRow[]> => {
  const read = readRows(file && file.length > 0 ? readText(file) : '', text)
  if (read === undefined)
    return refuse(
      'text',
      'This table could not be read: a quotation mark may be missing. ' +
        'Copy the cells and paste them here',
    )
  if (read.length === 0) return refuse('text', 'Paste a list or cells, or choose a file')
  if (read.length > MOST_ROWS)
    return refuse(
      'text',
      `These are ${read.length} rows. ${MOST_ROWS} at most. Paste the first part, then the next`,
    )
  return accept(read)
}

const readRows = (file: string, text: string): BroughtRow[] | undefined => {
  try {
    if (file !== '') return readCells(readSheet(file))
    return isSheet(text) ? readCells(readSheet(text)) : readList(text)
  } catch {
    return undefined
  }
}

const bringIn = change('/desk/bringing-in/rows', 'write', {
  name: 'rows',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  form: RowsForm,
  decide: (visit: Visit, _nothing, form) => decideRows(visit, form),
  record: (visit, _nothing, { ready, doubles, table }) => {
    for (const each of ready) recordRow(visit.store, visit, each, table)
    return { made: ready.length, doubles }
  },
  answer: (_visit, _nothing, counts) => to('/desk/bringing-in', counts),
  again: (visit, _nothing, { body, errors }) => {
    const form = parse(RowsForm, body)
    return form.accepted
      ? reviewPage(visit, reviewRows(visit, form.value), form.value.tableId, errors)
      : pastePage(visit, errors)
  },
})

interface Confirmed {
  ready: Ready[]
  doubles: number
  table: RoundTable | undefined
}

/** Every row that is not left out and not on the record already, or what is wrong with them all. */
const decideRows = (visit: Visit, form: Rows): Decision<Confirmed> => {
  const { tableId } = form
  const table = tableId === null ? undefined : visit.store.roundTables.findById(tableId)
  const rows = reviewRows(visit, form)
  const decided = rows
    .filter((row) => row.kind !== 'skip' && row.double === null)
    .map((row) => decideRow(visit, row, table))
  return decide(
    [
      ...decided.flatMap((each) => each.refusals),
      table !== undefined &&
        stateOf(table) !== 'open' && {
          field: 'tableId',
          reason: 'This round table is not open any more. Choose again',
        },
      rows.every((row) => row.kind === 'skip') && {
        field: 'rows',
        reason: 'Every row is left out. Choose at least one to bring in',
      },
    ],
    () => ({
      ready: decided.map((each) => each.ready!),
      doubles: rows.filter((row) => row.double !== null).length,
      table,
    }),
  )
}

/** The rows as they were confirmed, and which of them are on the record by now. */
const reviewRows = (visit: Visit, form: Rows): ReviewRow[] =>
  withDoubles(
    visit.store,
    visit,
    form.text.map((text, i) => ({
      number: i + 1,
      text,
      kind: form.kind[i] ?? 'skip',
      leadId: form.leadId[i] ?? null,
      helperIds: (form.helperIds[i] ?? '').split(',').filter(Boolean).map(Number),
      by: form.by[i] ?? '',
      status: form.status[i] ?? '',
      said: form.said[i] ?? '',
      private: form.private[i] ?? '',
      remarks: [],
      double: null,
    })),
  )

/**
 * Bringing in what exists: a list, cells or a file, shown row by row; nothing is written down
 * before it is confirmed.
 */
export const bringingRoutes: readonly Route[] = [
  page('/desk/bringing-in', 'write', (visit) => pastePage(visit)),
  post('/desk/bringing-in', 'write', readPaste, { keepsWords: true, fileBytes: FILE_BYTES }),
  bringIn,
]
