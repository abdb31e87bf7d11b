import fastifyMultipart from '@fastify/multipart'
import { z } from 'zod'
import { agree, report, STATUSES, type AgreedAction } from '../../domain/action.ts'
import { BROUGHT_KINDS, MOST_ROWS, readCells, readList, sameWords, type BroughtRow } from '../../domain/bringing.ts'
import { raise, type Raised } from '../../domain/concern.ts'
import type { Decision, Refusal } from '../../domain/decision.ts'
import { GROUNDS } from '../../domain/depth.ts'
import { findOwner, isSeat, namesToMark } from '../../domain/marks.ts'
import { isRepresented, stateOf, type RoundTable } from '../../domain/round-table.ts'
import { refused, saved, show } from '../answer.ts'
import { sayingDates } from '../dates.ts'
import { maybeId, parse, words } from '../forms.ts'
import { isTable, readTable, readText } from '../tables.ts'
import { to } from '../to.ts'
import { view, type ReviewRow } from '../views.ts'
import type { Desk, Visit } from './door.ts'
import { choicesOf } from './names.ts'

const LONGEST_PASTE = 60_000
const FILE_BYTES = 200 * 1024
/** How long each field of a row may be; said beside its row, so that what was put right in the others is not lost (R23). */
const LONGEST_OF = { text: 1000, by: 60, said: 2000 } as const
const PasteForm = z.strictObject({ text: words(LONGEST_PASTE), file: z.instanceof(Uint8Array).optional() })
const column = <S extends z.ZodType>(each: S) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(each).max(MOST_ROWS, `${MOST_ROWS} rows at most. Bring in the rest after these`))
const RowsForm = z.strictObject({
  tableId: maybeId(), kind: column(z.enum(BROUGHT_KINDS)), text: column(words(LONGEST_PASTE)), leadId: column(maybeId()), helperIds: column(z.string().regex(/^[\d,]{0,60}$/)), by: column(words(LONGEST_PASTE)), status: column(z.enum(['', ...STATUSES])), said: column(words(LONGEST_PASTE)), private: column(z.enum(['', ...GROUNDS]))
})

/** A row that is ready: what the record will hold, decided by the domain. */
type Ready = { row: ReviewRow; concern?: Raised; action?: AgreedAction; said?: { status: (typeof STATUSES)[number]; text: string } }

/** Bringing in what exists: a list, cells or a file, shown row by row; nothing is written down before it is confirmed. */
export const bringingRoom = (desk: Desk): void => {
  const { store } = desk
  void desk.app.register(fastifyMultipart, { attachFieldsToBody: 'keyValues', limits: { fileSize: FILE_BYTES, files: 1, fields: 10, fieldSize: LONGEST_PASTE * 2 } })

  desk.get('/desk/bringing-in', 'write', (visit) => show(visit.reply, pastePage(visit)))

  desk.change('/desk/bringing-in', 'write', (visit) => {
    const form = parse(PasteForm, visit.body)
    if (!form.accepted) return refused(visit.request, visit.reply, form.refusals, () => pastePage(visit, form.refusals))
    const file = form.value.file && form.value.file.length > 0 ? readText(form.value.file) : ''
    const read = readAny(file, form.value.text)
    const errors = 'wrong' in read ? [{ field: 'text', reason: read.wrong }] : read.rows.length === 0 ? [{ field: 'text', reason: 'Paste a list or cells, or choose a file' }] : read.rows.length > MOST_ROWS ? [{ field: 'text', reason: `These are ${read.rows.length} rows. ${MOST_ROWS} at most. Paste the first part, then the next` }] : []
    if ('wrong' in read || errors.length > 0) return refused(visit.request, visit.reply, errors, () => pastePage(visit, errors))
    return show(visit.reply, reviewPage(visit, understood(visit, read.rows), null))
  })

  desk.change('/desk/bringing-in/rows', 'write', (visit) => {
    const form = parse(RowsForm, visit.body)
    if (!form.accepted) return refused(visit.request, visit.reply, form.refusals, () => pastePage(visit, form.refusals))
    const typed = rowsTyped(form.value)
    const table = form.value.tableId === null ? undefined : store.tables.findById(form.value.tableId)
    const rows = withDoubles(visit, typed)
    const ready = rows.filter((row) => row.kind !== 'skip' && row.double === null).map((row) => decideRow(visit, row, table))
    const errors: Refusal[] = ready.flatMap((each) => each.refusals)
    if (table && stateOf(table) !== 'open') errors.push({ field: 'tableId', reason: 'This round table is not open any more. Choose again' })
    if (typed.length === 0 || rows.every((row) => row.kind === 'skip')) errors.push({ field: 'rows', reason: 'Every row is left out. Choose at least one to bring in' })
    if (errors.length > 0) return refused(visit.request, visit.reply, errors, () => reviewPage(visit, rows, form.value.tableId, errors))
    store.together(() => { for (const each of ready) record(visit, each.ready!, table) })
    return saved(visit.request, visit.reply, to('/desk/bringing-in', { made: ready.length, doubles: rows.filter((row) => row.double !== null).length }))
  })

  const openTable = () => store.tables.list().find((each) => stateOf(each) === 'open')

  const readAny = (file: string, text: string): { rows: BroughtRow[] } | { wrong: string } => {
    try {
      return { rows: file !== '' ? readCells(readTable(file)) : isTable(text) ? readCells(readTable(text)) : readList(text) }
    } catch {
      return { wrong: 'This table could not be read: a quotation mark may be missing. Copy the cells and paste them here' }
    }
  }

  /** Who and when as the record knows them; what is not known is said, and left open. */
  const understood = (visit: Visit, rows: BroughtRow[]): ReviewRow[] => {
    const { organisations, seats } = choicesOf(store)
    const names = namesToMark(organisations, seats, [], [])
    const ahead = sayingDates(visit.today, null)
    return withDoubles(visit, rows.map((row, i) => {
      const found = row.who.split(/\s*(?:,|\/|&|\+|\band\b)\s*/).filter(Boolean).map((typed) => ({ typed, owner: findOwner(typed, names) }))
      const ids = found.flatMap(({ owner }) => ('one' in owner ? [isSeat(owner.one) ? owner.one.organisationId : owner.one.id] : []))
      const strangers = found.filter(({ owner }) => !('one' in owner)).map(({ typed }) => `We do not know who “${typed}” is. Choose who leads`)
      const by = row.by === '' ? undefined : ahead(row.by)
      return {
        number: i + 1, kind: row.kind, text: row.text, leadId: ids[0] ?? null, helperIds: [...new Set(ids.slice(1))].filter((id) => id !== ids[0]), by: row.by, status: row.status, said: row.said, private: '' as const, double: null,
        remarks: [...row.remarks, ...strangers, ...(row.kind === 'concern' && [row.who, row.by, row.status, row.said].some(Boolean) ? ['A concern has no owner, date or report. What stands there is not written down. Choose “Action” to keep it'] : []), ...(row.by !== '' && !by ? [`We cannot read the date “${row.by}”`] : [])]
      }
    }))
  }

  const rowsTyped = (form: z.infer<typeof RowsForm>): ReviewRow[] => form.text.map((text, i) => ({
    number: i + 1, text, kind: form.kind[i] ?? 'skip', leadId: form.leadId[i] ?? null, helperIds: (form.helperIds[i] ?? '').split(',').filter(Boolean).map(Number), by: form.by[i] ?? '', status: form.status[i] ?? '', said: form.said[i] ?? '',
    private: form.private[i] ?? '', remarks: [], double: null
  }))

  /** What is in the record already, or stands in an earlier row: by its words, among what this person may know. */
  const withDoubles = (visit: Visit, rows: ReviewRow[]): ReviewRow[] => {
    const known = new Map<string, string>([
      ...store.concerns.list(visit.who).flatMap((each) => each.wordings.map((wording): [string, string] => [sameWords(wording.text), 'as a concern'])),
      ...store.actions.list(visit.who).flatMap((each) => each.terms.map((terms): [string, string] => [sameWords(terms.text), `as action ${each.number}`]))
    ])
    return rows.map((row) => {
      const there = known.get(sameWords(row.text))
      if (row.kind !== 'skip' && !there) known.set(sameWords(row.text), `in row ${row.number}`)
      return { ...row, double: there ? `This is here already, ${there}. It is left out` : null }
    })
  }

  const decideRow = (visit: Visit, row: ReviewRow, table: RoundTable | undefined): { ready?: Ready; refusals: Refusal[] } => {
    const named = row.private !== ''
    const tooLong = (['text', 'by', 'said'] as const).find((field) => row[field].length > LONGEST_OF[field])
    if (tooLong) return { refusals: [{ field: `row-${row.number}`, reason: `Row ${row.number}: ${{ text: 'the words are', by: 'the date is', said: 'what was said of it is' }[tooLong]} too long. ${LONGEST_OF[tooLong]} characters at most` }] }
    const from = (decision: Decision<unknown>): Refusal[] => (decision.accepted ? [] : decision.refusals.map((each) => ({ field: `row-${row.number}`, reason: `Row ${row.number}: ${each.reason}` })))
    if (row.kind === 'concern') {
      const concern = raise({ text: row.text, raisedOn: visit.today, originKind: 'other', originNote: 'Brought in from a list', themeId: null, areaId: null, depth: named ? 'named' : 'table', ground: row.private || null, list: [visit.who.personId] }, visit.today)
      return concern.accepted ? { ready: { row, concern: concern.value }, refusals: [] } : { refusals: from(concern) }
    }
    const by = row.by === '' ? null : sayingDates(visit.today, null)(row.by)
    if (by === undefined) return { refusals: [{ field: `row-${row.number}`, reason: `Row ${row.number}: write a day like 28/4, or a month like April 2022` }] }
    const kind = row.kind === 'standing' ? 'standing' as const : row.kind === 'question' ? 'question' as const : 'one-off' as const
    const action = agree({ text: row.text, kind, leadId: row.leadId, seatId: null, helperIds: row.helperIds, by }, (id) => (table ? isRepresented(table, id) : id === visit.who.organisationId))
    if (!action.accepted) return { refusals: from(action) }
    if (row.status === '' && row.said === '') return { ready: { row, action: action.value }, refusals: [] }
    if (row.status === '') return { refusals: [{ field: `row-${row.number}`, reason: `Row ${row.number}: choose where it stands, since something was said of it` }] }
    const { status } = row
    const said = report({ ...NOTHING_YET, terms: [{ ...NOTHING_YET.terms[0]!, ...action.value }] }, { status, text: row.said, waitingFor: status === 'waiting' ? row.said : null, on: null })
    return said.accepted ? { ready: { row, action: action.value, said: { status, text: row.said } }, refusals: [] } : { refusals: from(said) }
  }

  const record = (visit: Visit, { row, concern, action, said }: Ready, table: RoundTable | undefined): void => {
    if (concern) {
      const id = store.concerns.record(concern, { roundTableId: null, splitFromId: null }, visit.by)
      if (table) store.tables.recordConcern(table.id, id, visit.by)
    }
    if (!action) return
    const id = store.actions.record(action, { roundTableId: table?.id ?? null, concernIds: [], depth: row.private ? 'named' : 'table', ground: row.private || null, list: [visit.who.personId] }, visit.by)
    if (said) store.actions.recordUpdate(id, { ...said, waitingFor: said.status === 'waiting' ? said.text : null, on: null }, { organisationId: action.leadId, seatId: null, roundTableId: table?.id ?? null }, visit.by)
  }

  const pastePage = (visit: Visit, errors: Refusal[] = []) => view('desk/bringing/new', {
    frame: desk.frame(visit, 'Bring in what exists', 'actions', { form: 'paste', errors, body: errors.length ? { ...(visit.body as object), file: undefined } : {} }), made: Number(visit.query.made ?? 0) || 0, doubles: Number(visit.query.doubles ?? 0) || 0
  })
  const reviewPage = (visit: Visit, rows: ReviewRow[], tableId: number | null, errors: Refusal[] = []) => view('desk/bringing/review', {
    frame: desk.frame(visit, 'Look at each row', 'actions', { form: 'rows', errors, body: {} }), choices: choicesOf(store), rows, tableId, open: openTable() ?? null, grounds: GROUNDS
  })
}

/** An action of which nothing has been said, to ask the domain whether a report on it stands. */
const NOTHING_YET = {
  id: 0, number: '', roundTableId: null, concernIds: [], depth: 'table' as const, ground: null, list: [], agreedAt: '', updates: [], acceptances: [], closings: [], takenOutAt: null,
  terms: [{ id: 0, text: '', kind: 'one-off' as const, leadId: null, seatId: null, helperIds: [], by: null, proposed: false, reason: null, at: '' }]
}

