import { desc, eq, sql } from 'drizzle-orm'
import type { Raised } from '../../domain/concerns/concern.ts'
import type { Depth } from '../../domain/depth.ts'
import type { Db } from '../database.ts'
import { preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { isSentTwice, journaled, note, type By } from '../journal.ts'
import { namedPeople } from '../schema/actions.ts'
import { concerns, concernWordings, tableConcerns, wordingThemes } from '../schema/concerns.ts'
import { roundTables } from '../schema/round-tables.ts'
import { loadConcerns } from './concern-rows.ts'

/** Where a concern comes from: a round table, another concern, or neither. */
interface Origin {
  roundTableId: number | null
  splitFromId: number | null
}

/** What is raised: a concern, its new words, and who may know of it. */
export const recordRaised = (db: Db) => ({
  record: (raised: Raised, origin: Origin, by: By): number =>
    raisedTwice(db, raised, origin, by) ?? insertConcern(db, raised, origin, by),
  recordWording: (
    concernId: number,
    wording: {
      text: string
      themeId: number | null
      furtherThemeIds?: number[]
      areaId: number | null
      reason: string | null
    },
    by: By,
  ) =>
    journaled(db, by, 'reworded', 'concern', () => {
      insertWording(db, concernId, wording, by)
      return concernId
    }),
  recordDepth: (
    concernId: number,
    matter: { depth: Depth; ground: string | null; list: number[] },
    by: By,
  ) =>
    journaled(
      db,
      by,
      matter.depth === 'named' ? 'held in private' : `set to ${matter.depth} depth`,
      'concern',
      () => {
        db.update(concerns)
          .set({ depth: matter.depth, ground: matter.depth === 'named' ? matter.ground : null })
          .where(eq(concerns.id, concernId))
          .run()
        db.update(namedPeople)
          .set({ removedAt: by.at })
          .where(eq(namedPeople.concernId, concernId))
          .run()
        addToList(db, concernId, matter.depth === 'named' ? matter.list : [], by)
        return concernId
      },
    ),
})

const statementsOf = preparedOnce((db: Db) => ({
  last: db.select().from(concernWordings).orderBy(desc(concernWordings.id)).prepare(),
  finished: db
    .select({ finishedAt: roundTables.finishedAt })
    .from(roundTables)
    .where(eq(roundTables.id, sql.placeholder('roundTableId')))
    .prepare(),
}))

/** The concern that this one was sent for already. */
const raisedTwice = (db: Db, raised: Raised, origin: Origin, by: By): number | undefined => {
  const last = statementsOf(db).last.get()
  const [same] =
    last && last.text === raised.text && isSentTwice(last, by)
      ? loadConcerns(db, [last.concernId])
      : []
  return same &&
    same.takenOutAt === null &&
    same.depth === raised.depth &&
    String(same.list) === String(raised.list) &&
    same.roundTableId === origin.roundTableId
    ? same.id
    : undefined
}

const insertConcern = (db: Db, raised: Raised, origin: Origin, by: By): number =>
  journaled(
    db,
    by,
    raised.depth === 'named' ? 'wrote down in private' : 'wrote down',
    'concern',
    () => {
      const { text, themeId, furtherThemeIds = [], areaId, list, ...row } = raised
      const id = insert(db, concerns, { ...row, ...origin, createdAt: by.at })
      insertWording(db, id, { text, themeId, furtherThemeIds, areaId, reason: null }, by)
      addToList(db, id, list, by)
      if (origin.roundTableId !== null && isUnfinished(db, origin.roundTableId))
        insert(db, tableConcerns, {
          roundTableId: origin.roundTableId,
          concernId: id,
          personId: by.personId!,
          at: by.at,
        })
      return id
    },
  )

const insertWording = (
  db: Db,
  concernId: number,
  {
    furtherThemeIds = [],
    ...wording
  }: Parameters<ReturnType<typeof recordRaised>['recordWording']>[1],
  by: By,
): void => {
  const wordingId = insert(db, concernWordings, {
    concernId,
    ...wording,
    personId: by.personId!,
    at: by.at,
  })
  for (const themeId of furtherThemeIds) insert(db, wordingThemes, { wordingId, themeId })
}

/** A concern split off later gets no number in minutes that are finished (R5). */
const isUnfinished = (db: Db, roundTableId: number): boolean =>
  statementsOf(db).finished.get({ roundTableId })?.finishedAt === null

const addToList = (db: Db, concernId: number, personIds: number[], by: By): void => {
  for (const personId of personIds) {
    insert(db, namedPeople, { concernId, personId, addedById: by.personId!, at: by.at })
    note(db, by, 'may now see', 'concern', concernId)
  }
}
