import { and, eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { note, type By } from '../journal.ts'
import { unsentTexts } from '../schema/sign-in.ts'

/** What someone has typed and not sent yet, by the form that it stands in (R25). */
export const unsentTextsStore = (db: Db) => ({
  /**
   * Keeps what someone is typing (R25). The journal says once that text is kept, not each letter.
   */
  keep: (
    personId: number,
    place: string,
    form: string,
    fields: Record<string, unknown>,
    at: string,
  ): void => {
    const there = db
      .select()
      .from(unsentTexts)
      .where(of(personId, place, form))
      .get()
    if (there) db.update(unsentTexts).set({ fields, at }).where(eq(unsentTexts.id, there.id)).run()
    else
      note(
        db,
        { personId, at },
        'kept',
        'typed text',
        insert(db, unsentTexts, { personId, place, form, fields, at }),
      )
  },
  kept: (personId: number, place: string): Record<string, Record<string, string>> =>
    Object.fromEntries(
      db
        .select()
        .from(unsentTexts)
        .where(and(eq(unsentTexts.personId, personId), eq(unsentTexts.place, place)))
        .all()
        .map((row) => [row.form, row.fields as Record<string, string>]),
    ),
  drop: (personId: number, place: string, form: string): void => {
    db.delete(unsentTexts)
      .where(of(personId, place, form))
      .run()
  },
  /** ... by the one who typed it, who does not want it any more. */
  dropTyped: (personId: number, place: string, form: string, by: By): void => {
    const [gone] = db
      .delete(unsentTexts)
      .where(of(personId, place, form))
      .returning({ id: unsentTexts.id })
      .all()
    if (gone) note(db, by, 'dropped', 'typed text', gone.id)
  },
})

const of = (personId: number, place: string, form: string) =>
  and(eq(unsentTexts.personId, personId), eq(unsentTexts.place, place), eq(unsentTexts.form, form))
