import { decideRow, recordRow } from '../../../work/minute-lines/ready-rows.ts'
import type { Desk, Visit } from '../visit.ts'
import type { ReviewRow } from '../../../work/minute-lines/brought-rows.ts'
import { choicesOf } from '../../../work/names.ts'
import fastifyMultipart from '@fastify/multipart'
import { z } from 'zod'
import { STATUSES } from '../../../domain/actions/action.ts'
import {
  BROUGHT_KINDS,
  MOST_ROWS,
  readCells,
  readList,
  SAY_BROUGHT,
  type BroughtRow,
} from '../../../domain/round-tables/line/bringing-in.ts'
import type { Refusal } from '../../../domain/decision.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import { stateOf } from '../../../domain/round-tables/round-table.ts'
import { refused, saved, show } from '../../answer.ts'
import { maybeId, parse, words } from '../../forms.ts'
import { isSheet, readSheet, readText } from '../../files/spreadsheets.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { understood, withDoubles } from '../../../work/minute-lines/brought-rows.ts'

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
const RowsForm = z.strictObject({
  tableId: maybeId(),
  kind: column(z.enum(BROUGHT_KINDS)),
  text: column(words(LONGEST_PASTE)),
  leadId: column(maybeId()),
  helperIds: column(z.string().regex(/^[\d,]{0,60}$/)),
  by: column(words(LONGEST_PASTE)),
  status: column(z.enum(['', ...STATUSES])),
  said: column(words(LONGEST_PASTE)),
  private: column(z.enum(['', ...GROUNDS])),
})

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

/**
 * Bringing in what exists: a list, cells or a file, shown row by row; nothing is written down
 * before it is confirmed.
 */
export const bringingRoutes = (desk: Desk): void => {
  const { store } = desk
  void desk.app.register(fastifyMultipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: FILE_BYTES, files: 1, fields: 10, fieldSize: LONGEST_PASTE * 4 },
  })

  desk.get('/desk/bringing-in', 'write', (visit) => show(visit.reply, pastePage(visit)))

  desk.change('/desk/bringing-in', 'write', (visit) => {
    const form = parse(PasteForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        pastePage(visit, form.refusals),
      )
    const file = form.value.file && form.value.file.length > 0 ? readText(form.value.file) : ''
    const read = readAny(file, form.value.text)
    const errors =
      'wrong' in read
        ? [{ field: 'text', reason: read.wrong }]
        : read.rows.length === 0
          ? [{ field: 'text', reason: 'Paste a list or cells, or choose a file' }]
          : read.rows.length > MOST_ROWS
            ? [
                {
                  field: 'text',
                  reason: `These are ${read.rows.length} rows. ${MOST_ROWS} at most. Paste the first part, then the next`,
                },
              ]
            : []
    if ('wrong' in read || errors.length > 0)
      return refused(visit.request, visit.reply, errors, () => pastePage(visit, errors))
    return show(visit.reply, reviewPage(visit, understood(store, visit, read.rows), null))
  })

  desk.change('/desk/bringing-in/rows', 'write', (visit) => {
    const form = parse(RowsForm, columnsOf(visit.body))
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        pastePage(visit, form.refusals),
      )
    const typed = rowsTyped(form.value)
    const table =
      form.value.tableId === null ? undefined : store.roundTables.findById(form.value.tableId)
    const rows = withDoubles(store, visit, typed)
    const ready = rows
      .filter((row) => row.kind !== 'skip' && row.double === null)
      .map((row) => decideRow(visit, row, table))
    const errors: Refusal[] = ready.flatMap((each) => each.refusals)
    if (table && stateOf(table) !== 'open')
      errors.push({
        field: 'tableId',
        reason: 'This round table is not open any more. Choose again',
      })
    if (typed.length === 0 || rows.every((row) => row.kind === 'skip'))
      errors.push({
        field: 'rows',
        reason: 'Every row is left out. Choose at least one to bring in',
      })
    if (errors.length > 0)
      return refused(visit.request, visit.reply, errors, () =>
        reviewPage(visit, rows, form.value.tableId, errors),
      )
    store.together(() => {
      for (const each of ready) recordRow(store, visit, each.ready!, table)
    })
    return saved(
      visit.request,
      visit.reply,
      to('/desk/bringing-in', {
        made: ready.length,
        doubles: rows.filter((row) => row.double !== null).length,
      }),
    )
  })

  const openTable = () => store.roundTables.list().find((each) => stateOf(each) === 'open')

  const readAny = (file: string, text: string): { rows: BroughtRow[] } | { wrong: string } => {
    try {
      return {
        rows:
          file !== ''
            ? readCells(readSheet(file))
            : isSheet(text)
              ? readCells(readSheet(text))
              : readList(text),
      }
    } catch {
      return {
        wrong:
          'This table could not be read: a quotation mark may be missing. Copy the cells and paste them here',
      }
    }
  }

  const rowsTyped = (form: z.infer<typeof RowsForm>): ReviewRow[] =>
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
    }))

  const pastePage = (visit: Visit, errors: Refusal[] = []) =>
    view('desk/round-tables/bringing-in/new', {
      frame: desk.frame(visit, 'Bring in what exists', 'actions', {
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
  ) =>
    view('desk/round-tables/bringing-in/review', {
      frame: desk.frame(visit, 'Look at each row', 'actions', { form: 'rows', errors, body: {} }),
      choices: choicesOf(store),
      rows,
      tableId,
      open: openTable() ?? null,
      grounds: GROUNDS,
      kinds: SAY_BROUGHT,
    })
}
