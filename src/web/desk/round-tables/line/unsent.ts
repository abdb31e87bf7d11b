import { z } from 'zod'
import { timeOf } from '../../../../domain/day.ts'
import { accept, refuse } from '../../../../domain/decision.ts'
import { byPolicy, nothing } from '../../../change.ts'
import { maybeId, TAMPERED } from '../../../forms.ts'
import { withoutKey } from '../../../arriving/form-key.ts'
import { view } from '../../../views/desk.ts'
import { change } from '../../route.ts'
import { isAnother, TO_ITS_WRITER } from './box-form.ts'

const KEPT_BYTES = 25_000
/** The rows that are brought in are a large form, and are kept too. */
const ROWS_BYTES = 1024 * 1024
const NOT_KEPT = 'This could not be kept'

const readFields = (text: string): unknown => {
  try {
    return withoutKey(JSON.parse(text))
  } catch {
    return undefined
  }
}

const isShort = (value: unknown): boolean => typeof value === 'string' && value.length <= 8000

/** A form of the page, as the script sends it. Nothing of it is anybody's to put right. */
const KeepForm = z
  .strictObject({
    who: maybeId(),
    place: z.string().regex(/^\/desk\/[\w/-]{1,200}$/),
    form: z.string().regex(/^[\w-]{1,60}$/),
    fields: z.string().max(ROWS_BYTES),
  })
  .refine(({ form, fields }) => form === 'rows' || fields.length <= KEPT_BYTES)
  .transform(({ fields, ...rest }) => ({ ...rest, fields: readFields(fields) }))
  .pipe(
    z.strictObject({
      who: z.number().nullable(),
      place: z.string(),
      form: z.string(),
      fields: z.record(
        z.string().max(60),
        z.union([z.string().max(ROWS_BYTES), z.array(z.string().max(KEPT_BYTES)).max(500)]),
      ),
    }),
  )
  .refine(({ form, fields }) => form === 'rows' || Object.values(fields).every(isShort))
  .nullable()
  .catch(null)

/** What someone types in another form, kept as they type (R25). */
export const keepUnsent = change('/desk/unsent', 'write', {
  name: 'unsent',
  formBytes: 3 * ROWS_BYTES,
  find: nothing,
  allow: byPolicy,
  form: KeepForm,
  decide: (visit, _, typed) => {
    if (typed === null) return refuse(TAMPERED, NOT_KEPT)
    return accept(isAnother(visit, typed.who) ? null : typed)
  },
  record: ({ store, who, by }, _, typed) => {
    if (typed) store.typedLines.keep(who.personId, typed.place, typed.form, typed.fields, by.at)
    return typed
  },
  answer: ({ by }, _, typed) =>
    typed
      ? {
          to: typed.place,
          part: () => view('desk/round-tables/minuting/_kept', { keptAt: timeOf(by.at) }),
        }
      : TO_ITS_WRITER,
  again: () =>
    view('errors/problem', {
      title: NOT_KEPT,
      words: 'Save it with its button.',
      status: 400,
      unsaved: null,
    }),
})
