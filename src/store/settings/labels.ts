import { eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { guardedWords, labels, settings } from '../schema/settings.ts'
import { remembered } from '../transactions.ts'

/** What the partnership sets for itself. */
type Setting =
  | 'alone'
  | 'communities'
  | 'at-risk'
  | 'replies'
  | 'phrases'
  | 'places'
  | 'groups'
  | 'first-steps'

export type KeptLabel = typeof labels.$inferSelect

/**
 * What the partnership keeps: themes, areas, guarded words, and its own settings with their
 * history.
 */
export const labelsStore = (db: Db) => ({
  list: listLabels(db),
  find: (id: number | null): KeptLabel | undefined =>
    id === null ? undefined : withId(db).get({ id }),
  record: (kind: 'theme' | 'area', name: string, code: string, by: By) =>
    journaled(db, by, 'added', kind, () => insert(db, labels, { kind, name, code })),
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
      insert(db, guardedWords, { word, personId: by.personId!, at: by.at }),
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
  set: (name: Setting, value: string, reason: string | null, by: By) =>
    journaled(db, by, 'set', `setting ${name}`, () =>
      insert(db, settings, { name, value, reason, personId: by.personId, at: by.at }),
    ),
})

const withId = preparedOnce((db: Db) =>
  db
    .select()
    .from(labels)
    .where(eq(labels.id, sql.placeholder('id')))
    .prepare(),
)

const listLabels = (db: Db): ((kind: 'theme' | 'area') => KeptLabel[]) => {
  const read = db.select().from(labels).orderBy(labels.id).prepare()
  const all = remembered(db, () => read.all())
  return (kind) => all().filter((each) => each.kind === kind)
}
