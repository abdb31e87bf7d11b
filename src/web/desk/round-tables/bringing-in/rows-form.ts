import { z } from 'zod'
import { STATUSES, type Status } from '../../../../domain/actions/action.ts'
import { GROUNDS } from '../../../../domain/depth.ts'
import { BROUGHT_KINDS, MOST_ROWS } from '../../../../domain/round-tables/bringing-in/brought.ts'
import type { Told } from '../../../../domain/round-tables/bringing-in/cells.ts'
import { columnsFrom } from '../../../../domain/round-tables/bringing-in/columns.ts'
import { sameStatus } from '../../../../domain/round-tables/bringing-in/stands.ts'
import type { ReviewRow, RowFields } from '../../../../work/bringing-in/brought-rows.ts'
import { maybeId, words } from '../../../forms.ts'

export const LONGEST_PASTE = 25_000
/** As much as the form of two hundred rows may bring, with what they were read from. */
export const ROWS_BYTES = 1024 * 1024

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

const status = z.enum(['', ...STATUSES])

export const RowsForm = z.preprocess(
  columnsOf,
  z.strictObject({
    tableId: maybeId(),
    /** A button beside the columns: the same again, with other columns. */
    step: z.enum(['', 'again']).default(''),
    source: z
      .string()
      .max(ROWS_BYTES)
      .default('')
      .transform((text) => text.toWellFormed().replace(/\r\n?/g, '\n')),
    /** Which column is which, as it was read, and as it is chosen now. */
    wasColumn: column(z.string().max(20)),
    column: column(z.string().max(20)),
    word: column(z.string().max(100)),
    wasMeant: column(status),
    means: column(status),
    kind: column(z.enum(BROUGHT_KINDS)),
    text: column(words(LONGEST_PASTE)),
    concern: column(words(LONGEST_PASTE)),
    leadId: column(maybeId()),
    seatId: column(maybeId()),
    helperIds: column(z.string().regex(/^[\d,]{0,60}$/)),
    by: column(words(LONGEST_PASTE)),
    status: column(status),
    said: column(words(LONGEST_PASTE)),
    on: column(words(LONGEST_PASTE)),
    closed: column(z.enum(['', 'yes'])),
    private: column(z.enum(['', ...GROUNDS])),
  }),
)
export type Rows = z.infer<typeof RowsForm>

/** The fields of each row, as they were sent. */
export const fieldsIn = (form: Rows): RowFields[] =>
  form.text.map((text, i) => ({
    text,
    kind: form.kind[i] ?? 'skip',
    concern: form.concern[i] ?? '',
    leadId: form.leadId[i] ?? null,
    seatId: form.seatId[i] ?? null,
    helperIds: (form.helperIds[i] ?? '').split(',').filter(Boolean).map(Number),
    by: form.by[i] ?? '',
    status: form.status[i] ?? '',
    said: form.said[i] ?? '',
    on: form.on[i] ?? '',
    closed: form.closed[i] === 'yes',
    private: form.private[i] ?? '',
  }))

/** What was said of the table when these rows were read, and what is said of it now. */
export const toldBefore = (form: Rows): Told => told(form.wasColumn, form.word, form.wasMeant)
export const toldNow = (form: Rows): Told =>
  told(form.column.length ? form.column : form.wasColumn, form.word, form.means)

const told = (columns: string[], words: string[], means: (Status | '')[]): Told => ({
  columns: columnsFrom(columns),
  meanings: new Map(
    words.flatMap((word, i): [string, Status][] =>
      means[i] ? [[sameStatus(word), means[i]]] : [],
    ),
  ),
})

/** A row read again: what a person put right in it stays, and the rest is as it is read now. */
export const putRight = (
  before: ReviewRow | undefined,
  sent: RowFields,
  now: ReviewRow,
): ReviewRow => {
  if (!before) return { ...now, ...sent }
  const was: RowFields = { ...before, kind: before.double ? 'skip' : before.kind }
  const changed = FIELDS.filter((field) => String(sent[field] ?? '') !== String(was[field] ?? ''))
  return { ...now, ...Object.fromEntries(changed.map((field) => [field, sent[field]])) }
}

const FIELDS = [
  'kind',
  'text',
  'concern',
  'leadId',
  'seatId',
  'helperIds',
  'by',
  'status',
  'said',
  'on',
  'closed',
  'private',
] as const satisfies (keyof RowFields)[]
