import { z } from 'zod'
import { accept, conflict } from '../../../../domain/decision.ts'
import type { Note } from '../../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { lineOf } from '../../../../work/put-right/line-of.ts'
import { mayTakeOut, recordTakeOut } from '../../../../work/put-right/take-out.ts'
import { byPolicy, NothingTyped, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { needed, typedIn } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { idIn } from '../../names.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findOpen } from '../find-round-table.ts'
import { findItem } from './items.ts'
import { minutePage } from './minuting-page.ts'

const NoteForm = z.strictObject({
  text: needed('Write the note, or take it out', 2000),
  basedOn: z.string().default('').transform(Number),
})

/** A note of this table, where the person may know what it hangs on. */
export const noteOf = ({ store, who }: Visit, table: RoundTable, id: number): Note | undefined => {
  const note = store.notes.find(id, table.id)
  if (!note || note.concernId === null) return note
  return store.concerns.find(note.concernId, who) && note
}

const findNote = (visit: Visit): { table: RoundTable; note: Note } => {
  const table = findOpen(visit)
  const note = noteOf(visit, table, idIn(visit.params.id))
  if (!note) throw notFound()
  return { table, note }
}

const rewordNote = change('/desk/round-tables/:slug/notes/:id/changes', 'write', {
  name: 'note',
  find: findNote,
  allow: byPolicy,
  form: NoteForm,
  decide: (_visit, { note }, { text, basedOn }) =>
    basedOn === (note.changeId ?? 0)
      ? accept(text)
      : conflict(
          `Someone else changed this note. It now says “${note.text}”. ` +
            `You wrote “${text}”. Save again to keep yours`,
        ),
  record: ({ store, by }, { note }, text) => store.notes.recordChange(note.id, text, by),
  answer: (_visit, { table, note }) => `${to('/desk/round-tables', table.slug)}#note-${note.id}`,
  again: (visit, { table, note }, { errors, body }) => {
    const { text } = typedIn(body)
    const retyped = { text: String(text ?? ''), errors: errors.map(({ reason }) => reason) }
    const open = `note-${note.id}`
    return minutePage(visit, table, { form: open, errors: [], body, open, retyped })
  },
})

/** What every way to take something out has in common: a button beside the line that was typed. */
const takingOut = {
  name: 'quick',
  allow: byPolicy,
  form: NothingTyped,
  // With no place named, the keyboard begins in the box again.
  answer: (_visit: Visit, { table }: { table: RoundTable }) => to('/desk/round-tables', table.slug),
  again: (visit: Visit, { table }: { table: RoundTable }, failed: Failed) =>
    minutePage(visit, table, { ...failed, body: {} }),
}

const takeOutNote = change('/desk/round-tables/:slug/notes/:id/taking-out', 'write', {
  ...takingOut,
  find: findNote,
  decide: (_visit, { note }) => accept(note),
  record: ({ store, by }, _found, { id }) => store.notes.recordChange(id, null, by),
})

const takeOutItem = change('/desk/round-tables/:slug/concerns/:id/taking-out', 'write', {
  ...takingOut,
  find: findItem,
  decide: ({ store }, { table, concern }) =>
    mayTakeOut(store, { table, noun: 'concern', id: concern.id }),
  record: ({ store, by }, { table, concern }) =>
    recordTakeOut(store, { table, noun: 'concern', id: concern.id }, by),
})

const takeOutAction = change('/desk/round-tables/:slug/actions/:id/taking-out', 'write', {
  ...takingOut,
  find: (visit: Visit) => {
    const table = findOpen(visit)
    const action = visit.store.actions.find(idIn(visit.params.id), visit.who)
    if (!action || action.roundTableId !== table.id) throw notFound()
    return { table, action }
  },
  decide: ({ store }, { table, action }) =>
    mayTakeOut(store, { table, noun: 'action', id: action.id }),
  record: ({ store, by }, { table, action }) =>
    recordTakeOut(store, { table, noun: 'action', id: action.id }, by),
})

/** What was said of an action from before, or agreed anew; that it was closed; a heading. */
const takeOutSaid = change('/desk/round-tables/:slug/lines/:of/taking-out', 'write', {
  ...takingOut,
  find: (visit: Visit) => {
    const table = findOpen(visit)
    const line = lineOf(visit.store, visit, table, visit.params.of ?? '')
    if (!line) throw notFound()
    return { table, line }
  },
  decide: ({ store }, { table, line }) => mayTakeOut(store, { table, ...line }),
  record: ({ store, by }, { table, line }) => recordTakeOut(store, { table, ...line }, by),
})

/**
 * A slip while minuting: a note is worded anew, and what was never meant is taken out while the
 * table is open. The row stays, and the journal.
 */
export const mistakesRoutes: readonly Route[] = [
  rewordNote,
  takeOutNote,
  takeOutItem,
  takeOutAction,
  takeOutSaid,
]
