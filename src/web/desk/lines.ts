import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Action } from '../../domain/action.ts'
import { timeOf } from '../../domain/day.ts'
import type { Note } from '../../domain/minutes.ts'
import { missing, stateOf, titleOf, type RoundTable } from '../../domain/round-table.ts'
import { refused, saved, show, wantsPart } from '../answer.ts'
import { notFound } from '../errors.ts'
import { maybeId, needed, parse, typedIn, words } from '../forms.ts'
import { to } from '../to.ts'
import { view, type Item } from '../views.ts'
import type { Desk, Visit } from './door.ts'
import { findOpen, minuteItems, minutePage, representedIn } from './minute-page.ts'
import { choicesOf, idIn, namesOf } from './names.ts'
import { boxReading, lastConcern, placeOf, quickBox } from './quick-box.ts'
import { writeLines } from './write-lines.ts'

/** As much as is pasted into the box at once, in characters. */
const LONGEST_PASTE = 20_000
const KEY = /^[\w-]{8,64}$/
const BoxForm = z.strictObject({
  text: words(LONGEST_PASTE), key: z.string().regex(KEY), last: maybeId(), seen: z.string().regex(/^\d{1,12}$/).default('0').transform(Number), step: z.enum(['save', 'preview']).default('save'), instead: maybeId(), who: maybeId()
})
const NoteForm = z.strictObject({ text: needed('Write the note, or take it out', 2000), basedOn: z.string().default('').transform(Number) })
const EmptyForm = z.strictObject({})
const KeepForm = z.strictObject({ place: z.string().regex(/^\/desk\/[\w/-]{1,200}$/), form: z.string().regex(/^[\w-]{1,60}$/), fields: z.string().max(20_000) })
const FieldsForm = z.record(z.string().max(60), z.string().max(8000))

/** The quick line: one box that takes what is said, keeps it as it is typed, and shows what others wrote. */
export const linesRoom = (desk: Desk): void => {
  const { store } = desk

  desk.change('/desk/round-tables/:slug/reading', 'write', (visit) => {
    const table = findOpen(store, visit)
    const form = parse(BoxForm, visit.body)
    if (!form.accepted) return refused(visit.request, visit.reply, form.refusals, () => minutePage(desk, visit, table, { form: 'quick', errors: form.refusals, body: visit.body, typed: typedBox(visit.body) }))
    const { text, key, last, who } = form.value
    if (isAnother(visit, who)) return saved(visit.request, visit.reply, '/sign-in?kept=yes')
    // The box may have been sent while this was on its way: then nothing of it is unsent.
    if (store.lines.sent(key).length === 0) store.lines.keep(visit.who.personId, placeOf(table), 'quick', { text, key }, visit.by.at)
    const quick = boxReading(store, visit, table, last, { text, end: String((visit.body as { text?: unknown }).text ?? '') }, timeOf(visit.by.at))
    return saved(visit.request, visit.reply, to('/desk/round-tables', table.slug), () => view('desk/round-tables/_reading', { quick }))
  })

  desk.change('/desk/round-tables/:slug/lines', 'write', (visit) => {
    const there = store.tables.find(visit.params.slug ?? '')
    if (there && stateOf(there) !== 'open' && typedBox(visit.body)?.text) return tooLate(visit, there, typedBox(visit.body)!.text)
    const table = findOpen(store, visit)
    const form = parse(BoxForm, visit.body)
    if (!form.accepted) return refused(visit.request, visit.reply, form.refusals, () => minutePage(desk, visit, table, { form: 'quick', errors: form.refusals, body: visit.body, typed: typedBox(visit.body) }))
    const { text, key, last, seen, step, instead, who } = form.value
    if (isAnother(visit, who)) return saved(visit.request, visit.reply, '/sign-in?kept=yes')
    if (step === 'preview' && store.lines.sent(key).length === 0) store.lines.keep(visit.who.personId, placeOf(table), 'quick', { text, key }, visit.by.at)
    if (step === 'preview') return show(visit.reply, minutePage(desk, visit, table, { form: 'quick', errors: [], body: visit.body, typed: { text, key } }))
    const note = instead === null ? undefined : noteOf(visit, table, instead)
    if (instead !== null && !note && store.lines.sent(key).length === 0) {
      const errors = [{ field: 'conflict', reason: `Someone else read this note again, or took it out. You wrote “${text}”` }]
      return refused(visit.request, visit.reply, errors, () => minutePage(desk, visit, table, { form: 'quick', errors, body: visit.body, typed: { text, key } }))
    }
    const lastNow = store.together(() => {
      const stands = writeLines(store, visit, { table, key, lastConcernId: lastConcern(store, visit, table, last)?.id ?? null }, text)
      if (note && text) store.notes.recordChange(note.id, null, visit.by)
      if (instead === null) store.lines.drop(visit.who.personId, placeOf(table), 'quick')
      // The same box may have been kept when a session ran out, for the desk to send.
      for (const form of store.people.keptForms(visit.who.personId)) if (form.fields.key === key) store.people.dropKeptForm(form.id, visit.who.personId, visit.by)
      return stands
    })
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug, { last: lastNow ?? undefined })}#quick`, () => news(visit, table, seen, lastNow))
  })

  desk.poll('/desk/round-tables/:slug/news', 'write', (visit) => {
    const table = store.tables.find(visit.params.slug ?? '')
    if (!table || stateOf(table) !== 'open') throw notFound()
    if (!wantsPart(visit.request)) return show(visit.reply, minutePage(desk, visit, table))
    const seen = /^\d{1,12}$/.test(visit.query.seen ?? '') ? Number(visit.query.seen) : 0
    const last = /^\d+$/.test(visit.query.last ?? '') ? Number(visit.query.last) : null
    return store.journal.since(seen).length === 0 ? visit.reply.code(204).send() : saved(visit.request, visit.reply, '', () => news(visit, table, seen, last))
  })

  desk.change('/desk/round-tables/:slug/notes/:id/changes', 'write', (visit) => {
    const { table, note } = findNote(visit)
    const form = parse(NoteForm, visit.body)
    const errors = !form.accepted ? form.refusals : form.value.basedOn === (note.changeId ?? 0) ? [] : [{ field: 'conflict', reason: `Someone else changed this note. It now says “${note.text}”. You wrote “${form.value.text}”. Save again to keep yours` }]
    if (!form.accepted || errors.length > 0) return refused(visit.request, visit.reply, errors, () => minutePage(desk, visit, table, { form: `note-${note.id}`, errors, body: { ...(visit.body as object), basedOn: note.changeId ?? 0 } }))
    store.notes.recordChange(note.id, form.value.text, visit.by)
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug)}#note-${note.id}`)
  })

  desk.change('/desk/round-tables/:slug/notes/:id/taking-out', 'write', (visit) => {
    const { table, note } = findNote(visit)
    return takeOut(visit, table, false, () => store.notes.recordChange(note.id, null, visit.by))
  })

  desk.change('/desk/round-tables/:slug/concerns/:id/taking-out', 'write', (visit) => {
    const table = findOpen(store, visit)
    const concern = store.concerns.find(idIn(visit.params.id), visit.who)
    if (!concern || !store.tables.concernIds(table.id).includes(concern.id)) throw notFound()
    const hangsOn = concern.roundTableId !== table.id || concern.mergedIds.length > 0 || concern.mergedIntoId !== null || concern.splitIds.length > 0 || store.actions.ofConcern(concern.id, visit.who).length > 0 ||
      store.notes.ofTable(table.id).some((note) => note.concernId === concern.id) || store.tellings.findFor({ kind: 'entry', concernId: concern.id }) !== undefined
    return takeOut(visit, table, hangsOn && 'Something hangs on this concern already. Reword it, or join it to another', () => store.concerns.recordTakingOut(concern.id, table.id, visit.by))
  })

  desk.change('/desk/round-tables/:slug/actions/:id/taking-out', 'write', (visit) => {
    const table = findOpen(store, visit)
    const action = store.actions.find(idIn(visit.params.id), visit.who)
    if (!action || action.roundTableId !== table.id) throw notFound()
    const isSpokenOf = action.takenOutAt !== null || action.updates.length > 1 || action.closings.length > 0 || action.acceptances.length > 0
    return takeOut(visit, table, isSpokenOf && 'Something was said about this action already. Report on it, or close it', () => store.actions.recordTakingOut(action.id, table.id, visit.by))
  })

  /** What someone types in another form, kept as they type (R25). */
  desk.change('/desk/unsent', 'write', (visit) => {
    const form = parse(KeepForm, visit.body)
    const fields = form.accepted ? parse(FieldsForm, readJson(form.value.fields)) : form
    if (!form.accepted || !fields.accepted) return refused(visit.request, visit.reply, [{ field: 'form', reason: 'This could not be kept' }], () => view('errors/problem', { title: 'This could not be kept', words: 'Save it with its button.', status: 400 }))
    store.lines.keep(visit.who.personId, form.value.place, form.value.form, fields.value as Record<string, string>, visit.by.at)
    return saved(visit.request, visit.reply, form.value.place, () => view('desk/round-tables/_kept', { keptAt: timeOf(visit.by.at) }))
  })

  /** Someone finished the minutes while this was typed: nothing is written, and nothing of it is lost. */
  const tooLate = (visit: Visit, table: RoundTable, text: string) =>
    refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () => view('errors/conflict', {
      frame: desk.frame(visit, 'These minutes are finished', 'round-tables'), reason: 'Someone finished these minutes while you were typing. Copy your words, and write them as a correction.', theirs: `The minutes of the ${titleOf(table)} are finished.`, yours: text, back: to('/desk/round-tables', table.slug)
    }))

  const takeOut = (visit: Visit, table: RoundTable, whyNot: string | false, record: () => void) => {
    const form = parse(EmptyForm, visit.body)
    const errors = !form.accepted ? form.refusals : whyNot ? [{ field: 'text', reason: whyNot }] : []
    if (errors.length > 0) return refused(visit.request, visit.reply, errors, () => minutePage(desk, visit, table, { form: 'quick', errors, body: {} }))
    record()
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug)}#quick`)
  }
  const findNote = (visit: Visit): { table: RoundTable; note: Note } => {
    const table = findOpen(store, visit)
    const note = noteOf(visit, table, idIn(visit.params.id))
    if (!note) throw notFound()
    return { table, note }
  }
  const noteOf = (visit: Visit, table: RoundTable, id: number): Note | undefined => {
    const note = store.notes.find(id, table.id)
    return note && (note.concernId === null || store.concerns.find(note.concernId, visit.who)) ? note : undefined
  }

  /** Every part of the page that changed since a line of the journal, whoever changed it. */
  const news = (visit: Visit, table: RoundTable, seen: number, last: number | null) => {
    const fresh = store.tables.find(table.slug)!
    const changes = store.journal.since(seen)
    const idsOf = (noun: string) => [...new Set(changes.filter((each) => each.noun === noun).map((each) => Number(each.nounId)))]
    const actions = idsOf('action').length ? store.actions.listUnfiltered(idsOf('action')) : []
    const all = changes.length ? minuteItems(desk, visit, fresh) : []
    const noteConcerns = idsOf('note').map((id) => store.notes.find(id, table.id)?.concernId ?? null)
    const concerns = new Set([...idsOf('concern'), ...actions.flatMap((action) => action.concernIds), ...noteConcerns.filter((id) => id !== null)])
    const out = changes.some((each) => each.verb === 'took out')
    const items = out ? all : all.filter((item) => isTouched(item, concerns, actions))
    const goneActions = actions.filter((action) => action.takenOutAt !== null).map((action) => `item-action-${action.id}`)
    const goneConcerns = idsOf('concern').filter((id) => !all.some((item) => item.concern?.id === id)).map((id) => `item-${id}`)
    return view('desk/round-tables/_news', {
      frame: desk.frame(visit, titleOf(table), 'round-tables'), names: namesOf(store), choices: choicesOf(store), table: fresh, savedAt: timeOf(visit.by.at), at: '',
      missing: missing(fresh, store.organisations.list()), represented: representedIn(fresh), differences: [],
      attendance: changes.some((each) => each.noun === 'round table' && each.verb === 'noted who was at'), items, gone: [...goneActions, ...goneConcerns],
      carried: actions.filter((action) => action.roundTableId !== table.id && action.takenOutAt === null && mayShow(visit, action)),
      notes: idsOf('note').length ? store.notes.ofTable(table.id).filter((each) => each.concernId === null) : null, quick: quickBox(store, visit, fresh, last)
    })
  }
  const mayShow = (visit: Visit, action: Action): boolean => store.actions.find(action.id, visit.who) !== undefined
}

/** R23: what was typed stands in the box again, whatever was wrong with the form around it. */
const typedBox = (body: unknown): { text: string; key: string } => {
  const { text, key } = typedIn(body)
  return { text: typeof text === 'string' ? text : '', key: typeof key === 'string' && KEY.test(key) ? key : randomUUID() }
}

/** R25: someone else has signed in since the page was opened, and what was typed there is not theirs. */
const isAnother = (visit: Visit, who: number | null): boolean => who !== null && who !== visit.who.personId

const isTouched = (item: Item, concerns: Set<number>, actions: Action[]): boolean =>
  item.concern ? concerns.has(item.concern.id) : item.gap !== null || actions.some((action) => item.actions.some((each) => each.id === action.id))

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
