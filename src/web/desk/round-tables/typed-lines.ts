import type { Desk, Visit } from '../visit.ts'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { timeOf } from '../../../domain/day.ts'
import { MOST_LINES } from '../../../domain/round-tables/line/line.ts'
import { stateOf, titleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { isAnotherBox } from '../../../store/round-tables/typed-lines.ts'
import { refused, saved, show, wantsPart } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { maybeId, parse, typedIn, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { findOpen, findTable } from './find-round-table.ts'
import { minutePage } from './minuting-page.ts'
import { noteOf } from './mistakes.ts'
import { newsPart } from './news.ts'
import { boxReading, lastConcern, placeOf } from './quick-box.ts'
import { writeLines } from '../../../work/minute-lines/write-lines.ts'

/** As much as is pasted into the box at once, in characters. */
const LONGEST_PASTE = 20_000
const KEY = /^[\w-]{8,64}$/
const BoxForm = z.strictObject({
  text: words(LONGEST_PASTE).refine(
    (text) => text.split('\n').length <= MOST_LINES,
    `${MOST_LINES} lines at most. Send the first ones, then the rest`,
  ),
  key: z.string().regex(KEY),
  last: maybeId(),
  seen: z
    .string()
    .regex(/^\d{1,12}$/)
    .default('0')
    .transform(Number),
  step: z.enum(['save', 'preview']).default('save'),
  instead: maybeId(),
  who: maybeId(),
})
const KeepForm = z.strictObject({
  who: maybeId(),
  place: z.string().regex(/^\/desk\/[\w/-]{1,200}$/),
  form: z.string().regex(/^[\w-]{1,60}$/),
  fields: z.string().max(20_000),
})
const FieldsForm = z.record(z.string().max(60), z.string().max(8000))

/**
 * The quick line: one box that takes what is said, keeps it as it is typed, and shows what others
 * wrote.
 */
export const linesRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.change('/desk/round-tables/:slug/reading', 'write', (visit) => {
    const table = findOpen(store, visit)
    const form = parse(BoxForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        minutePage(desk, visit, table, {
          form: 'quick',
          errors: form.refusals,
          body: visit.body,
          typed: typedBox(visit.body),
        }),
      )
    const { text, key, last, who } = form.value
    if (isAnother(visit, who)) return saved(visit.request, visit.reply, '/sign-in?kept=yes')
    // The box may have been sent while this was on its way: then nothing of it is unsent.
    if (store.typedLines.sent(key).length === 0)
      store.typedLines.keep(visit.who.personId, placeOf(table), 'quick', { text, key }, visit.by.at)
    const quick = boxReading(
      store,
      visit,
      table,
      last,
      { text, end: String((visit.body as { text?: unknown }).text ?? '') },
      timeOf(visit.by.at),
    )
    return saved(visit.request, visit.reply, to('/desk/round-tables', table.slug), () =>
      view('desk/round-tables/minuting/_reading', { quick }),
    )
  })

  desk.change('/desk/round-tables/:slug/lines', 'write', (visit) => {
    const table = findTable(store, visit)
    const late = stateOf(table) === 'open' ? '' : typedBox(visit.body).text
    if (late) return tooLate(visit, table, late)
    findOpen(store, visit)
    const form = parse(BoxForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        minutePage(desk, visit, table, {
          form: 'quick',
          errors: form.refusals,
          body: visit.body,
          typed: typedBox(visit.body),
        }),
      )
    const { text, key, last, seen, step, instead, who } = form.value
    if (isAnother(visit, who)) return saved(visit.request, visit.reply, '/sign-in?kept=yes')
    const before = store.typedLines.sent(key)
    if (
      step === 'save' &&
      text &&
      isAnotherBox(before, { roundTableId: table.id, typed: text, personId: visit.who.personId })
    ) {
      const errors = [
        {
          field: 'conflict',
          reason:
            'This box was sent already with other words. These are not written down yet. Send them again',
        },
      ]
      return refused(visit.request, visit.reply, errors, () =>
        minutePage(desk, visit, table, {
          form: 'quick',
          errors,
          body: visit.body,
          typed: { text, key: randomUUID() },
        }),
      )
    }
    if (step === 'preview' && before.length === 0)
      store.typedLines.keep(visit.who.personId, placeOf(table), 'quick', { text, key }, visit.by.at)
    if (step === 'preview')
      return show(
        visit.reply,
        minutePage(desk, visit, table, {
          form: 'quick',
          errors: [],
          body: visit.body,
          typed: { text, key },
        }),
      )
    const note = instead === null ? undefined : noteOf(store, visit, table, instead)
    if (instead !== null && !note && before.length === 0) {
      const errors = [
        {
          field: 'conflict',
          reason: `Someone else read this note again, or took it out. You wrote “${text}”`,
        },
      ]
      return refused(visit.request, visit.reply, errors, () =>
        minutePage(desk, visit, table, {
          form: 'quick',
          errors,
          body: visit.body,
          typed: { text, key },
        }),
      )
    }
    const lastNow = store.together(() => {
      const stands = writeLines(
        store,
        visit,
        { table, key, lastConcernId: lastConcern(store, visit, table, last)?.id ?? null },
        text,
      )
      if (note && text && before.length === 0) store.notes.recordChange(note.id, null, visit.by)
      if (instead === null) store.typedLines.drop(visit.who.personId, placeOf(table), 'quick')
      // The same box may have been kept when a session ran out, for the desk to send.
      for (const form of store.people.keptForms(visit.who.personId))
        if (form.fields.key === key)
          store.people.dropKeptForm(form.id, visit.who.personId, visit.by)
      return stands
    })
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug, { last: lastNow ?? undefined })}#quick-text`,
      () => newsPart(desk, visit, table, seen, lastNow),
    )
  })

  desk.poll('/desk/round-tables/:slug/news', 'write', (visit) => {
    const table = findTable(store, visit)
    if (stateOf(table) !== 'open') throw notFound()
    if (!wantsPart(visit.request)) return show(visit.reply, minutePage(desk, visit, table))
    const seen = /^\d{1,12}$/.test(visit.query.seen ?? '') ? Number(visit.query.seen) : 0
    const last = /^\d+$/.test(visit.query.last ?? '') ? Number(visit.query.last) : null
    return store.journal.since(seen).length === 0
      ? visit.reply.code(204).send()
      : saved(visit.request, visit.reply, '', () => newsPart(desk, visit, table, seen, last))
  })

  /** What someone types in another form, kept as they type (R25). */
  desk.change('/desk/unsent', 'write', (visit) => {
    const form = parse(KeepForm, visit.body)
    const fields = form.accepted ? parse(FieldsForm, readJson(form.value.fields)) : form
    if (!form.accepted || !fields.accepted)
      return refused(
        visit.request,
        visit.reply,
        [{ field: 'form', reason: 'This could not be kept' }],
        () =>
          view('errors/problem', {
            title: 'This could not be kept',
            words: 'Save it with its button.',
            status: 400,
          }),
      )
    if (isAnother(visit, form.value.who))
      return saved(visit.request, visit.reply, '/sign-in?kept=yes')
    store.typedLines.keep(
      visit.who.personId,
      form.value.place,
      form.value.form,
      fields.value as Record<string, string>,
      visit.by.at,
    )
    return saved(visit.request, visit.reply, form.value.place, () =>
      view('desk/round-tables/minuting/_kept', { keptAt: timeOf(visit.by.at) }),
    )
  })

  /**
   * Someone finished the minutes while this was typed: nothing is written, and nothing of it is
   * lost.
   */
  const tooLate = (visit: Visit, table: RoundTable, text: string) =>
    refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () =>
      view('errors/conflict', {
        frame: desk.frame(visit, 'These minutes are finished', 'round-tables'),
        reason:
          'Someone finished these minutes while you were typing. Copy your words, and write them as a correction.',
        theirs: `The minutes of the ${titleOf(table)} are finished.`,
        yours: text,
        back: to('/desk/round-tables', table.slug),
      }),
    )
}

/** R23: what was typed stands in the box again, whatever was wrong with the form around it. */
const typedBox = (body: unknown): { text: string; key: string } => {
  const { text, key } = typedIn(body)
  return {
    text: typeof text === 'string' ? text : '',
    key: typeof key === 'string' && KEY.test(key) ? key : randomUUID(),
  }
}

/**
 * R25: someone else has signed in since the page was opened, and what was typed there is not
 * theirs.
 */
const isAnother = (visit: Visit, who: number | null): boolean =>
  who !== null && who !== visit.who.personId

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
