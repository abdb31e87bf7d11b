import { z } from 'zod'
import { STATUSES, type Status } from '../../../domain/actions/action.ts'
import type { Decision, Refusal } from '../../../domain/decision.ts'
import { say } from '../../../domain/say.ts'
import { parse, TAMPERED, typedIn, words } from '../../forms.ts'

/** One line of the form: where an action stands, in a word and a line. */
export interface Line {
  id: number
  status: Status
  text: string
  waitingFor: string | null
  /** What was said last when the page was drawn. */
  seen: string
}

/**
 * What was typed about an action that is not on the page any more: shown, so that it is not lost.
 */
export interface Unsent {
  id: number
  words: string
}

const LineForm = z.strictObject({
  status: z.enum(['', ...STATUSES], 'Choose from the list').default(''),
  text: words(2000),
  waitingFor: words(200),
  seen: z
    .string()
    .regex(/^\d{0,9}$/, 'This did not arrive whole. Open the page again')
    .default(''),
})
type Typed = z.infer<typeof LineForm>
interface Read {
  id: number
  form: Decision<Typed>
}
const FIELD = /^(status|text|waitingFor|seen)-([1-9]\d{0,8})$/

/**
 * The lines that were filled in, and what is wrong with any of them: each reason stands beside its
 * own line.
 */
export const readLines = (
  body: Record<string, unknown>,
): { lines: Line[]; refusals: Refusal[] } => {
  if (Object.keys(body).some((name) => !FIELD.test(name)))
    return {
      lines: [],
      refusals: [
        {
          field: TAMPERED,
          reason: 'This form has a field we do not know. Nothing was saved. Open the page again',
        },
      ],
    }
  const read = idsIn(body).map((id) => ({ id, form: parse(LineForm, fieldsOf(body, id)) }))
  const isEmpty = read.every(({ form }) => form.accepted && isUntouched(form.value))
  return {
    lines: read.flatMap(lineOf),
    refusals: isEmpty
      ? [
          {
            field: `status-${read[0]?.id ?? 0}`,
            reason: 'Nothing is filled in yet. Choose where at least one of them has got to',
          },
        ]
      : read.flatMap(refusalsOf),
  }
}

/** The lines that someone wrote on, in the order of the form. */
export const typedLines = (typed: unknown): Unsent[] => {
  const body = typedIn(typed)
  const trimmed = (name: string, id: number): string => String(body[`${name}-${id}`] ?? '').trim()
  return idsIn(body)
    .filter((id) => ['status', 'text', 'waitingFor'].some((name) => trimmed(name, id) !== ''))
    .map((id) => {
      const status = STATUSES.find((each) => each === body[`status-${id}`])
      const said = [
        status ? say.status(status, 'one-off') : '',
        trimmed('waitingFor', id),
        trimmed('text', id),
      ]
      return { id, words: said.filter(Boolean).join(': ') }
    })
}

const idsIn = (body: object): number[] => [
  ...new Set(
    Object.keys(body).flatMap((name) => {
      const field = FIELD.exec(name)
      return field ? [Number(field[2])] : []
    }),
  ),
]

const fieldsOf = (body: Record<string, unknown>, id: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(LineForm.shape)
      .filter((name) => body[`${name}-${id}`] !== undefined)
      .map((name) => [name, body[`${name}-${id}`]]),
  )

const isUntouched = ({ status, text, waitingFor }: Typed): boolean =>
  status === '' && !text && !waitingFor

const lineOf = ({ id, form }: Read): Line[] => {
  if (!form.accepted || form.value.status === '') return []
  const { status, text, waitingFor, seen } = form.value
  return [{ id, status, text, waitingFor: status === 'waiting' ? waitingFor || null : null, seen }]
}

const refusalsOf = ({ id, form }: Read): Refusal[] => {
  if (!form.accepted)
    return form.refusals.map((each) => ({ ...each, field: `${each.field}-${id}` }))
  return form.value.status === '' && !isUntouched(form.value)
    ? [
        {
          field: `status-${id}`,
          reason: 'Choose where it has got to, so that your words can be sent',
        },
      ]
    : []
}
