import { takeOut } from '../../../../domain/actions/closing.ts'
import { z } from 'zod'
import { type Action } from '../../../../domain/actions/action.ts'
import { takeOutConcern, type Concern } from '../../../../domain/concerns/concern.ts'
import { accept, conflict } from '../../../../domain/decision.ts'
import type { Note } from '../../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { byPolicy, NothingTyped, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { needed } from '../../../forms.ts'
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
  again: (visit, { table, note }, { errors, body }) =>
    minutePage(visit, table, {
      form: `note-${note.id}`,
      errors,
      body: { ...(body as object), basedOn: note.changeId ?? 0 },
    }),
})

/** What every way to take something out has in common: a button beside the line that was typed. */
const takingOut = {
  name: 'quick',
  allow: byPolicy,
  form: NothingTyped,
  answer: (_visit: Visit, { table }: { table: RoundTable }) =>
    `${to('/desk/round-tables', table.slug)}#quick`,
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
  decide: (visit, { table, concern }) =>
    takeOutConcern(concern, {
      roundTableId: table.id,
      hasMore: hasMore(visit, table, concern),
      isSent: isSent(visit, table, concern.createdAt),
    }),
  record: ({ store, by }, { table, concern }) =>
    store.concerns.recordTakingOut(concern.id, table.id, by),
})

/** Something hangs on it already: an action, a note or an entry. */
const hasMore = ({ store }: Visit, table: RoundTable, { id }: Concern): boolean =>
  store.sources.actionsOf(id).length > 0 ||
  store.notes.ofTable(table.id).some((note) => note.concernId === id) ||
  store.publications.findFor({ kind: 'entry', concernId: id }) !== undefined

const takeOutAction = change('/desk/round-tables/:slug/actions/:id/taking-out', 'write', {
  ...takingOut,
  find: (visit: Visit) => {
    const table = findOpen(visit)
    const action = visit.store.actions.find(idIn(visit.params.id), visit.who)
    if (!action || action.roundTableId !== table.id) throw notFound()
    return { table, action }
  },
  decide: (visit, { table, action }) =>
    takeOut(action, {
      roundTableId: table.id,
      isSent: isSent(visit, table, action.agreedAt),
      isTold: isCovered(visit, action),
    }),
  record: ({ store, by }, { table, action }) =>
    store.actions.recordTakingOut(action.id, table.id, by),
})

/** An entry speaks of it, published or not. */
const isCovered = ({ store }: Visit, { id }: Action): boolean =>
  store.publications
    .list()
    .some(
      ({ kind, drafts }) =>
        kind === 'entry' && drafts.some((draft) => draft.coversIds.includes(id)),
    )

/** Minutes that were opened again may have gone out with it. */
const isSent = ({ store }: Visit, table: RoundTable, at: string): boolean =>
  store.letters.ofTable(table.id).some((letter) => letter.at >= at)

/**
 * A slip while minuting: a note is worded anew, and what was never meant is taken out while the
 * table is open. The row stays, and the journal.
 */
export const mistakesRoutes: readonly Route[] = [
  rewordNote,
  takeOutNote,
  takeOutItem,
  takeOutAction,
]
