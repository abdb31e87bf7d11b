import { takeOut } from '../../../domain/actions/closing.ts'
import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import { takeOutConcern } from '../../../domain/concerns/concern.ts'
import { accept, type Decision } from '../../../domain/decision.ts'
import type { Note } from '../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { refused, saved } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { needed, parse } from '../../forms.ts'
import { to } from '../../to.ts'
import { findOpen } from './find-round-table.ts'
import { minutePage } from './minuting-page.ts'
import { idIn } from '../names.ts'

const NoteForm = z.strictObject({
  text: needed('Write the note, or take it out', 2000),
  basedOn: z.string().default('').transform(Number),
})
const EmptyForm = z.strictObject({})

/**
 * A slip while minuting: a note is worded anew, and what was never meant is taken out while the
 * table is open. The row stays, and the journal.
 */
export const mistakesRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.change('/desk/round-tables/:slug/notes/:id/changes', 'write', (visit) => {
    const { table, note } = findNote(visit)
    const form = parse(NoteForm, visit.body)
    const errors = !form.accepted
      ? form.refusals
      : form.value.basedOn === (note.changeId ?? 0)
        ? []
        : [
            {
              field: 'conflict',
              reason: `Someone else changed this note. It now says “${note.text}”. You wrote “${form.value.text}”. Save again to keep yours`,
            },
          ]
    if (!form.accepted || errors.length > 0)
      return refused(visit.request, visit.reply, errors, () =>
        minutePage(desk, visit, table, {
          form: `note-${note.id}`,
          errors,
          body: { ...(visit.body as object), basedOn: note.changeId ?? 0 },
        }),
      )
    store.notes.recordChange(note.id, form.value.text, visit.by)
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug)}#note-${note.id}`,
    )
  })

  desk.change('/desk/round-tables/:slug/notes/:id/taking-out', 'write', (visit) => {
    const { table, note } = findNote(visit)
    return takingOut(visit, table, accept(note), () =>
      store.notes.recordChange(note.id, null, visit.by),
    )
  })

  desk.change('/desk/round-tables/:slug/concerns/:id/taking-out', 'write', (visit) => {
    const table = findOpen(store, visit)
    const concern = store.concerns.find(idIn(visit.params.id), visit.who)
    if (!concern || !store.roundTables.concernIds(table.id).includes(concern.id)) throw notFound()
    const hasMore =
      store.sources.actionsOf(concern.id).length > 0 ||
      store.notes.ofTable(table.id).some((note) => note.concernId === concern.id) ||
      store.publications.findFor({ kind: 'entry', concernId: concern.id }) !== undefined
    return takingOut(
      visit,
      table,
      takeOutConcern(concern, {
        roundTableId: table.id,
        hasMore,
        isSent: isSent(table, concern.createdAt),
      }),
      () => store.concerns.recordTakingOut(concern.id, table.id, visit.by),
    )
  })

  desk.change('/desk/round-tables/:slug/actions/:id/taking-out', 'write', (visit) => {
    const table = findOpen(store, visit)
    const action = store.actions.find(idIn(visit.params.id), visit.who)
    if (!action || action.roundTableId !== table.id) throw notFound()
    const isTold = store.publications
      .list()
      .some(
        (publication) =>
          publication.kind === 'entry' &&
          publication.drafts.some((draft) => draft.coversIds.includes(action.id)),
      )
    return takingOut(
      visit,
      table,
      takeOut(action, { roundTableId: table.id, isSent: isSent(table, action.agreedAt), isTold }),
      () => store.actions.recordTakingOut(action.id, table.id, visit.by),
    )
  })

  const takingOut = (
    visit: Visit,
    table: RoundTable,
    decision: Decision<unknown>,
    record: () => void,
  ) => {
    const form = parse(EmptyForm, visit.body)
    const errors = !form.accepted ? form.refusals : decision.accepted ? [] : decision.refusals
    if (errors.length > 0)
      return refused(visit.request, visit.reply, errors, () =>
        minutePage(desk, visit, table, { form: 'quick', errors, body: {} }),
      )
    record()
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug)}#quick`)
  }
  /** Minutes that were opened again may have gone out with it. */
  const isSent = (table: RoundTable, at: string): boolean =>
    store.letters.ofTable(table.id).some((letter) => letter.at >= at)
  const findNote = (visit: Visit): { table: RoundTable; note: Note } => {
    const table = findOpen(store, visit)
    const note = noteOf(store, visit, table, idIn(visit.params.id))
    if (!note) throw notFound()
    return { table, note }
  }
}

/** A note of this table, where the person may know what it hangs on. */
export const noteOf = (
  store: Store,
  visit: Visit,
  table: RoundTable,
  id: number,
): Note | undefined => {
  const note = store.notes.find(id, table.id)
  return note && (note.concernId === null || store.concerns.find(note.concernId, visit.who))
    ? note
    : undefined
}
