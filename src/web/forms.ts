import { z } from 'zod'
import type { StepsForm } from '../domain/actions/pace/steps.ts'
import type { Decision, Refusal } from '../domain/decision.ts'
import { readDate } from '../domain/dates/read-date.ts'
import { doubtIn, EXAMPLE } from '../domain/dates/reading.ts'
import { firstDayOf, type Day, type When } from '../domain/day.ts'
import { plainAddress } from './email-address.ts'
import { Problem } from './errors.ts'

/** The longest text a form takes, in characters. */
const LONGEST = 4000

/**
 * What no one sees and no one types on purpose: controls, direction overrides, soft hyphens and
 * joiners of nothing.
 */
const UNSEEN = new RegExp(
  [
    /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/u,
    /(?<=\p{Script=Latin})[\u200C\u200D]/u,
    /[\u200C\u200D](?=\p{Script=Latin})/u,
  ]
    .map((each) => each.source)
    .join('|'),
  'gu',
)

/** A line end of any kind: Office writes a vertical tab for Shift and Enter. */
const LINE_END = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g

/** So many blanks may stand around a text, and each end of a line may be two. */
const BLANKS = 1000

/** Free words: trimmed, line ends made one kind, and never longer than a page. */
export const words = (longest = LONGEST) =>
  z
    .string()
    // Before anything is read in it: no pattern sees a text that is too long anyhow.
    .max(2 * longest + BLANKS, `This is too long. ${longest} characters at most`)
    .default('')
    .transform((text) => text.toWellFormed().replace(LINE_END, '\n').replace(UNSEEN, '').trim())
    .pipe(z.string().max(longest, `This is too long. ${longest} characters at most`))

/** A line that must be there. */
export const needed = (reason: string, longest = 300) =>
  words(longest).pipe(z.string().min(1, reason))

/**
 * A choice from a list whose first line is "not agreed yet": empty is null, never a default (R2).
 */
export const maybeId = () =>
  z
    .string()
    .default('')
    .transform((text) => (text === '' ? null : /^\d{1,9}$/.test(text) ? Number(text) : NaN))
    .pipe(
      z
        .number('Choose from the list')
        .int('Choose from the list')
        .positive('Choose from the list')
        .nullable(),
    )

export const someIds = () =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(
        z
          .string()
          .regex(/^\d{1,9}$/, 'Choose from the list')
          .transform(Number),
      )
      .transform((ids) => [...new Set(ids)]),
  )

/** Some of these, each once. */
export const someOf = (options: string[]) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(z.enum(options as [string, ...string[]], 'Choose from the list'))
      .transform((all) => [...new Set(all)]),
  )

/** Several free texts of one name, each once. */
export const someWords = (longest = LONGEST) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(words(longest)).transform((all) => [...new Set(all)].filter(Boolean)),
  )

export const ticked = () =>
  z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes')

const LONGEST_DATE = 500

/**
 * A day or a month as people type it. Empty is null; a doubt is a question, and what cannot be read
 * an error with an example (R2, R26).
 * @param nextTable the day or month of the next round table, for “next meeting”.
 */
export const when = (today: Day, lean: 'ahead' | 'behind' = 'ahead', nextTable?: When | null) =>
  z
    .string()
    .max(LONGEST_DATE, EXAMPLE)
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null
      const reading = readDate(text, { today, lean, nextTable: nextTable ?? null })
      if ('when' in reading) return reading.when
      context.addIssue({ code: 'custom', message: doubtIn(reading) ?? EXAMPLE })
      return z.NEVER
    })

/** ... of what has happened: it is not still to come, and a month has begun (R26). */
export const whenDone = (today: Day) =>
  when(today, 'behind').refine(
    (on) => on === null || firstDayOf(on) <= today,
    'This day is still to come. Write when it was done',
  )

export const email = () =>
  words(200)
    .transform(plainAddress)
    .pipe(z.email('Enter a full email address, like name@met.example'))

/** A whole number, or nothing where nobody counted: empty is never nought. */
export const maybeNumber = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text.trim() === '' ? null : /^\d+$/.test(text.trim()) ? Number(text.trim()) : NaN,
    )
    .pipe(z.number('Write a whole number').max(most, 'This number is too large').nullable())

/** An address, or nothing. */
export const maybeEmail = () =>
  words(200)
    .transform(plainAddress)
    .refine(
      (text) => text === '' || z.email().safeParse(text).success,
      'Enter a full email address, like name@met.example',
    )

const shownIds = z
  .string()
  .regex(/^[\d,]{0,200}$/, 'This did not arrive whole. Open the page again')
  .default('')
  .transform((text) => text.split(',').filter(Boolean).map(Number))

/** The steps of an action, as both doors send them. */
export const stepsForm: z.ZodType<StepsForm> = z
  .strictObject({
    shown: shownIds,
    ticked: shownIds,
    done: someIds(),
    text: words(2500),
    out: maybeId(),
  })
  .transform(({ text, ...form }) => ({ ...form, added: text.split('\n') }))

/**
 * Reads a form. Unknown fields are refused as a tampered form (R23); each other issue stands beside
 * its field.
 */
export const parse = <S extends z.ZodType>(schema: S, body: unknown): Decision<z.infer<S>> => {
  const read = schema.safeParse(body ?? {})
  if (read.success) return { accepted: true, value: read.data }
  return { accepted: false, refusals: read.error.issues.map(refusalOf) }
}

export const TAMPERED = 'form'

/** ... and for a form of the public side: one that was tampered with gets no second look. */
export const parseOrRefuse = <S extends z.ZodType>(
  schema: S,
  body: unknown,
): Decision<z.infer<S>> => {
  const read = parse(schema, body)
  if (!read.accepted) refuseTampered(read.refusals)
  return read
}

/** Throws what stands in place of the page, where a form was tampered with. */
export const refuseTampered = (refusals: Refusal[]): void => {
  if (refusals.some((each) => each.field === TAMPERED))
    throw new Problem(
      400,
      'This did not arrive whole',
      'This form has a field we do not know. Nothing was saved. Open the page again.',
    )
}

const refusalOf = (issue: z.core.$ZodIssue): Refusal =>
  issue.code === 'unrecognized_keys'
    ? {
        field: TAMPERED,
        reason: 'This form has a field we do not know. Nothing was saved. Open the page again',
      }
    : {
        field: String(issue.path[0] ?? TAMPERED),
        reason:
          issue.code === 'custom' || issue.message.match(/[a-z]{3}/)
            ? friendly(issue)
            : 'Choose from the list',
      }

const friendly = (issue: z.core.$ZodIssue): string =>
  ['invalid_value', 'invalid_type'].includes(issue.code) && issue.message.startsWith('Invalid')
    ? 'Choose from the list'
    : issue.message

/** What was typed, as the form can show it again. */
export const typedIn = (body: unknown): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>)
      .filter(isTyped)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  )

/** A file is chosen and not typed, and no form can hold it again. */
const isTyped = ([, value]: [string, unknown]): boolean =>
  ![value].flat().some((each) => each instanceof Uint8Array)

/** A repeated parameter counts once. */
export const onlyStrings = (query: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query as Record<string, string | string[]>).map(([name, value]) => [
      name,
      Array.isArray(value) ? value[0]! : value,
    ]),
  )
