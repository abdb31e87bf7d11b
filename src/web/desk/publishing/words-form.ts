import { z } from 'zod'
import { accept, refuse, type Decision } from '../../../domain/decision.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import type { Drafted, Field } from '../../../domain/publishing/kinds/kind.ts'
import { KINDS, type Words } from '../../../domain/publishing/kinds/kinds.ts'
import { subjectOf, type Publication } from '../../../domain/publishing/publication.ts'
import { CHANGES, FIRST, STRENGTHS, type Change } from '../../../domain/publishing/told.ts'
import { notFound } from '../../errors.ts'
import { needed, when, words } from '../../forms.ts'
import type { Visit } from '../visit.ts'
import { readTranslation, translationForm } from './translation-form.ts'

/** Why there is a new copy, and the draft that the words were written on. */
const changeFields = {
  changeKind: z.enum(['', ...CHANGES]).default(''),
  changeWords: words(500),
  changeGround: z.enum(['', ...GROUNDS]).default(''),
  basedOn: z.string().transform(Number),
}
type ChangeForm = z.infer<z.ZodObject<typeof changeFields>>

/** What was typed: how the copy changes, and a text for each field of its kind. */
export type WordsForm = ChangeForm & Record<string, unknown>

/** The form that the words of a publication are typed in, made from the fields of its kind. */
export const wordsForm = (
  { store, today, body }: Visit,
  publication: Publication,
): z.ZodType<WordsForm> => {
  const form = isTranslation(publication)
    ? translationForm(body)
    : z.strictObject({
        ...shapeOf(store.sources.fields(publication) ?? [], today),
        ...changeFields,
      })
  return form as unknown as z.ZodType<WordsForm>
}

/** The words for what was typed, with the facts that nobody types. */
export const wordsFrom = (
  { store, today }: Visit,
  publication: Publication,
  form: WordsForm,
): Decision<Drafted<Words>> => {
  if (isTranslation(publication)) return accept(readTranslation(store, publication, form))
  if (store.sources.fields(publication) === null)
    return refuse(
      'words',
      'These are someone’s own words, so nobody changes them. Take them back, and write down others',
    )
  const written = store.sources.write(
    subjectOf(publication),
    (field) => String(form[field] ?? ''),
    today,
  )
  if (!written) throw notFound()
  if (!written.accepted) return written
  const { words: told, coversIds } = written.value
  const changed = { ...told, change: changeIn(form) }
  return accept({ coversIds, words: store.sources.withCounts(changed, publication) })
}

/** Its form has a field for each piece of the English, and not those of its kind. */
const isTranslation = ({ kind }: Publication): boolean => KINDS[kind]?.translates !== undefined

const shapeOf = (fields: Field[], today: string): Record<string, z.ZodType> =>
  Object.fromEntries(
    fields.map(({ name, as, most, needed: missing }) => [
      name,
      as === 'strength'
        ? z.enum(['', ...STRENGTHS]).default('')
        : as === 'when'
          ? when(today, 'behind')
          : missing
            ? needed(missing, most)
            : words(most),
    ]),
  )

/** R15: a change for privacy gives only its ground, and news gives no words. */
const changeIn = ({ changeKind, changeWords, changeGround }: ChangeForm): Change => {
  switch (changeKind) {
    case '':
      return FIRST
    case 'privacy':
      return { kind: 'privacy', words: changeGround || GROUNDS[1] }
    case 'correction':
      return { kind: 'correction', words: changeWords }
    case 'news':
      return { kind: 'news', words: '' }
  }
}
