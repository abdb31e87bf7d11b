import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Note, NoteKind } from '../../domain/round-tables/minutes.ts'
import type { Db } from '../database.ts'
import { amongIds, group } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { noteChanges, notes } from '../schema/minutes.ts'

/** Notes and decisions of a round table: what was said that is no concern and no action. */
export const notesStore = (db: Db) => ({
  /** Those that stand, in the order they were written. */
  ofTable: (roundTableId: number): Note[] =>
    standing(
      db,
      db
        .select()
        .from(notes)
        .where(eq(notes.roundTableId, roundTableId))
        .orderBy(asc(notes.id))
        .all(),
    ),
  /** Those of these numbers that stand. */
  listOf: (ids: number[]): Note[] =>
    standing(db, db.select().from(notes).where(amongIds(notes.id, ids)).orderBy(notes.id).all()),
  /** Those that stand under a concern, at any round table: for its own page. */
  ofConcern: (concernId: number): Note[] =>
    standing(
      db,
      db.select().from(notes).where(eq(notes.concernId, concernId)).orderBy(asc(notes.id)).all(),
    ),
  /** Every wording that ever stood under these concerns. */
  everWritten: (concernIds: number[]): string[] => everWritten(db, concernIds),
  find: (id: number, roundTableId: number): Note | undefined =>
    standing(
      db,
      db
        .select()
        .from(notes)
        .where(and(eq(notes.id, id), eq(notes.roundTableId, roundTableId)))
        .all(),
    )[0],
  record: (
    note: {
      roundTableId: number
      concernId: number | null
      kind: NoteKind
      text: string
      unread: string | null
    },
    by: By,
  ): number =>
    journaled(db, by, note.kind === 'decision' ? 'wrote down a decision' : 'noted', 'note', () =>
      insert(db, notes, { ...note, personId: by.personId!, at: by.at }),
    ),
  /** New words, or none where it is taken out. The first words stay in the record. */
  recordChange: (id: number, text: string | null, by: By): number =>
    journaled(db, by, text === null ? 'took out' : 'changed', 'note', () => {
      insert(db, noteChanges, { noteId: id, text, personId: by.personId!, at: by.at })
      return id
    }),
})

/** Notes as they stand now; those that were taken out are left out. */
const standing = (db: Db, rows: (typeof notes.$inferSelect)[]): Note[] => {
  const changes = group(
    rows.length
      ? db
          .select()
          .from(noteChanges)
          .where(
            amongIds(
              noteChanges.noteId,
              rows.map((row) => row.id),
            ),
          )
          .orderBy(asc(noteChanges.id))
          .all()
      : [],
    (row) => row.noteId,
  )
  return rows.flatMap((row) => {
    const last = changes.get(row.id)?.at(-1)
    return last?.text === null
      ? []
      : [
          {
            ...row,
            text: last?.text ?? row.text,
            unread: last ? null : row.unread,
            changeId: last?.id ?? null,
          },
        ]
  })
}

const everWritten = (db: Db, concernIds: number[]): string[] => {
  const rows = concernIds.length
    ? db.select().from(notes).where(inArray(notes.concernId, concernIds)).all()
    : []
  return [
    ...rows.map((row) => row.text),
    ...(rows.length
      ? db
          .select()
          .from(noteChanges)
          .where(
            amongIds(
              noteChanges.noteId,
              rows.map((row) => row.id),
            ),
          )
          .all()
          .map((row) => row.text ?? '')
      : []),
  ]
}
