import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { accept, decide, refuse, type Decision, type Refusal } from '../../../domain/decision.ts'
import { MOST_ROWS } from '../../../domain/round-tables/bringing-in/brought.ts'
import { stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { understood } from '../../../work/bringing-in/brought-rows.ts'
import { decideRow, type Ready } from '../../../work/bringing-in/ready-rows.ts'
import { recordRows, tooWide } from '../../../work/bringing-in/record-rows.ts'
import { refused, show } from '../../answer.ts'
import { byPolicy, nothing } from '../../change.ts'
import { Problem } from '../../errors.ts'
import {
  MOST_TEXT_BYTES,
  MOST_WORKBOOK_BYTES,
  readBroughtFile,
  readPasted,
  type Brought,
} from '../../files/brought-file.ts'
import { isZip } from '../../files/workbook.ts'
import { parse, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { change, page, post, type Handler, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { dropKept, showKept } from './bringing-in/kept-rows.ts'
import { pastePage } from './bringing-in/paste-page.ts'
import { readAgain, sentReview } from './bringing-in/read-again.ts'
import { reviewPage } from './bringing-in/review-page.ts'
import { LONGEST_PASTE, ROWS_BYTES, RowsForm, type Rows } from './bringing-in/rows-form.ts'
import { readSource } from './bringing-in/source.ts'

const PasteForm = z.strictObject({
  text: words(LONGEST_PASTE),
  file: z.instanceof(Uint8Array).optional(),
})

/** Shows how each row is understood. Nothing is recorded, so it has no six moves. */
const readPaste = async (visit: Visit): Promise<FastifyReply> => {
  const { request, reply, body, store } = visit
  const form = parse(PasteForm, body)
  const brought = form.accepted ? await broughtIn(form.value) : form
  if (!brought.accepted)
    return refused(request, reply, brought.refusals, () => pastePage(visit, brought.refusals))
  const { notes, ...source } = brought.value
  const { rows, table } = readSource(source)
  const wrong = wrongCount(rows.length)
  if (wrong) return refused(request, reply, [wrong], () => pastePage(visit, [wrong]))
  const read = { rows: understood(store, visit, rows), source, table, notes }
  return show(reply, reviewPage(visit, { ...read, meanings: new Map(), tableId: null }))
}

/** What a file holds, else what was pasted. */
const broughtIn = async ({
  text,
  file,
}: z.infer<typeof PasteForm>): Promise<Decision<Exclude<Brought, { wrong: string }>>> => {
  const isFile = file !== undefined && file.length > 0
  if (isFile && file.length > MOST_TEXT_BYTES && !isZip(file))
    throw new Problem(
      413,
      'This is too long',
      'Nothing was saved. Go back and make it shorter, or choose a smaller file.',
    )
  const brought = isFile ? await readBroughtFile(file) : readPasted(text)
  return 'wrong' in brought ? refuse('text', brought.wrong) : accept(brought)
}

const wrongCount = (rows: number): Refusal | undefined => {
  if (rows === 0) return { field: 'text', reason: 'Paste a list or cells, or choose a file' }
  return rows > MOST_ROWS
    ? {
        field: 'text',
        reason: `These are ${rows} rows. ${MOST_ROWS} at most. Paste the first part, then the next`,
      }
    : undefined
}

const bringIn = change('/desk/bringing-in/rows', 'write', {
  name: 'rows',
  find: nothing,
  allow: byPolicy,
  form: RowsForm,
  decide: (visit: Visit, _nothing, form) => decideRows(visit, form),
  record: (visit, _nothing, { ready, doubles, table }) => {
    recordRows(visit.store, visit, ready, table)
    visit.store.typedLines.drop(visit.who.personId, '/desk/bringing-in', 'rows')
    return { made: ready.length, doubles }
  },
  answer: (_visit, _nothing, counts) => to('/desk/bringing-in', counts),
  again: (visit, _nothing, { body, errors }) => {
    const form = parse(RowsForm, body)
    return form.accepted
      ? reviewPage(visit, sentReview(visit, form.value), errors)
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
  const { rows } = sentReview(visit, form)
  const decided = rows
    .filter((row) => row.kind !== 'skip' && row.double === null)
    .map((row) => decideRow(visit, row, table))
  const ready = decided.flatMap((each) => each.ready ?? [])
  return decide(
    [
      ...decided.flatMap((each) => each.refusals),
      ...tooWide(visit.store, visit, ready),
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
    () => ({ ready, doubles: rows.filter((row) => row.double !== null).length, table }),
  )
}

/** The button beside the columns reads the same again, and changes nothing. */
const sendRows: Handler = (visit) => {
  const { step } = (visit.body ?? {}) as { step?: unknown }
  const form = step === 'again' ? parse(RowsForm, visit.body) : undefined
  return form?.accepted
    ? show(visit.reply, reviewPage(visit, readAgain(visit, form.value)))
    : bringIn.handler(visit)
}

/**
 * Bringing in what exists: a list, cells or a file, shown row by row; nothing is written down
 * before it is confirmed.
 */
export const bringingRoutes: readonly Route[] = [
  page('/desk/bringing-in', 'write', (visit) => pastePage(visit)),
  post('/desk/bringing-in', 'write', readPaste, {
    keepsWords: true,
    fileBytes: MOST_WORKBOOK_BYTES,
  }),
  { ...bringIn, handler: sendRows, keepsWords: true, formBytes: ROWS_BYTES },
  showKept,
  dropKept,
]
