import { eq, isNull } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { journaled, type By } from '../journal.ts'
import { guardedWords, journal, labels, settings } from '../schema/settings.ts'

/** What the partnership sets for itself. */
type Setting = 'alone' | 'communities' | 'at-risk' | 'phrases' | 'places' | 'groups'
const SAMPLE = 'sample'

export type KeptLabel = typeof labels.$inferSelect

/**
 * What the partnership keeps: themes, areas, guarded words, and its own settings with their
 * history.
 */
export const labelsStore = (db: Db) => ({
  list: (kind: 'theme' | 'area'): KeptLabel[] =>
    db.select().from(labels).where(eq(labels.kind, kind)).orderBy(labels.id).all(),
  find: (id: number | null): KeptLabel | undefined =>
    id === null ? undefined : db.select().from(labels).where(eq(labels.id, id)).get(),
  record: (kind: 'theme' | 'area', name: string, code: string, by: By) =>
    journaled(db, by, 'added', kind, () =>
      Number(db.insert(labels).values({ kind, name, code }).run().lastInsertRowid),
    ),
  end: (id: number, on: string, by: By) =>
    journaled(db, by, 'ended', 'label', () => {
      db.update(labels).set({ endedOn: on }).where(eq(labels.id, id)).run()
      return id
    }),
  guarded: () =>
    db
      .select()
      .from(guardedWords)
      .where(isNull(guardedWords.endedAt))
      .orderBy(guardedWords.word)
      .all(),
  guard: (word: string, by: By) =>
    journaled(db, by, 'guarded', 'word', () =>
      Number(
        db.insert(guardedWords).values({ word, personId: by.personId!, at: by.at }).run()
          .lastInsertRowid,
      ),
    ),
  unguard: (id: number, by: By) =>
    journaled(db, by, 'stopped guarding', 'word', () => {
      db.update(guardedWords).set({ endedAt: by.at }).where(eq(guardedWords.id, id)).run()
      return id
    }),
  /** The newest value of a setting, or the newest at that instant. */
  setting: (name: string, at?: string): string | undefined =>
    db
      .select()
      .from(settings)
      .where(eq(settings.name, name))
      .orderBy(settings.id)
      .all()
      .findLast((each) => at === undefined || each.at <= at)?.value,
  /**
   * Makes an empty record that of a sample partnership, with all that will be made up in it. One
   * that anything was written in already is somebody's own, and can never become a sample.
   */
  beginSample: (madeUp: readonly string[], at: string): void => {
    if (db.select().from(journal).limit(1).get())
      throw new Error('only an empty record can become a sample')
    const by = { personId: null, at }
    journaled(db, by, 'began', 'sample', () => {
      db.insert(settings)
        .values({ name: SAMPLE, value: JSON.stringify(madeUp), ...by })
        .run()
      return SAMPLE
    })
  },
  /** What is made up, where this is a sample partnership; nothing in any other. */
  sample: (): ReadonlySet<string> | undefined => {
    const kept = db.select().from(settings).where(eq(settings.name, SAMPLE)).get()
    return kept && new Set(JSON.parse(kept.value) as string[])
  },
  set: (name: Setting, value: string, reason: string | null, by: By) =>
    journaled(db, by, 'set', `setting ${name}`, () =>
      Number(
        db.insert(settings).values({ name, value, reason, personId: by.personId, at: by.at }).run()
          .lastInsertRowid,
      ),
    ),
})
