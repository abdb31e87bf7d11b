import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Attendance, RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Db } from '../database.ts'
import { preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { tableConcerns } from '../schema/concerns.ts'
import { attendance, minuteCorrections, roundTables, tableGuests } from '../schema/round-tables.ts'
import type { Glances } from '../glance/glances.ts'
import { readAtHand } from './at-hand.ts'
import { readMatters } from './matters.ts'
import { recordPlans } from './plans.ts'
import { loadTables } from './table-rows.ts'

/** Round tables: planned, opened, finished and agreed, and the concerns that came up there. */
export const roundTablesStore = (db: Db, glances: Glances) => ({
  ...readTables(db, glances),
  ...readMatters(db),
  ...readAtHand(db),
  ...recordPlans(db),
  ...recordTables(db),
  ...recordMinutes(db),
})

const readTables = (db: Db, glances: Glances) => ({
  /** Newest first. */
  list: glances.tables,
  /** Those that have not begun and are not cancelled. */
  planned: (): RoundTable[] =>
    loadTables(
      db,
      db
        .select()
        .from(roundTables)
        .where(
          and(
            isNull(roundTables.openedAt),
            isNull(roundTables.cancelledAt),
            isNull(roundTables.takenBackAt),
          ),
        )
        .orderBy(desc(roundTables.heldOn), desc(roundTables.id))
        .all(),
    ),
  find: (slug: string): RoundTable | undefined =>
    loadTables(db, statementsOf(db).atSlug.all({ slug }))[0],
  findById: (id: number): RoundTable | undefined =>
    loadTables(db, statementsOf(db).withId.all({ id }))[0],
})

const statementsOf = preparedOnce((db: Db) => ({
  atSlug: db
    .select()
    .from(roundTables)
    .where(and(eq(roundTables.slug, sql.placeholder('slug')), isNull(roundTables.takenBackAt)))
    .prepare(),
  withId: db
    .select()
    .from(roundTables)
    .where(eq(roundTables.id, sql.placeholder('id')))
    .prepare(),
}))

/** A round table from its opening to its minutes. */
const recordTables = (db: Db) => ({
  recordOpening: (id: number, by: By) => mark(db, id, 'opened', { openedAt: by.at }, by),
  /** It is planned again: who was here then is not who will be. */
  recordOpeningTakenBack: (id: number, by: By) =>
    journaled(db, by, 'took back the opening of', 'round table', () => {
      db.delete(attendance).where(eq(attendance.roundTableId, id)).run()
      db.delete(tableGuests).where(eq(tableGuests.roundTableId, id)).run()
      db.update(roundTables)
        .set({ openedAt: null, residents: null })
        .where(eq(roundTables.id, id))
        .run()
      return id
    }),
  recordFinish: (id: number, by: By) => mark(db, id, 'finished', { finishedAt: by.at }, by),
  recordAgreement: (id: number, atTableId: number, by: By) =>
    mark(db, id, 'agreed the minutes of', { agreedAt: by.at, agreedAtTableId: atTableId }, by),
  recordAgreementTakenBack: (id: number, by: By) =>
    mark(
      db,
      id,
      'took back the agreement of the minutes of',
      { agreedAt: null, agreedAtTableId: null },
      by,
    ),
  recordConcern: (id: number, concernId: number, by: By) =>
    journaled(db, by, 'brought to the table', 'concern', () => {
      const there = db
        .select()
        .from(tableConcerns)
        .where(and(eq(tableConcerns.roundTableId, id), eq(tableConcerns.concernId, concernId)))
        .get()
      if (!there)
        insert(db, tableConcerns, {
          roundTableId: id,
          concernId,
          personId: by.personId!,
          at: by.at,
        })
      return concernId
    }),
  recordAttendance: (id: number, came: Attendance[], residents: number | null, by: By) =>
    journaled(db, by, 'noted who was at', 'round table', () => {
      db.delete(attendance).where(eq(attendance.roundTableId, id)).run()
      db.delete(tableGuests).where(eq(tableGuests.roundTableId, id)).run()
      for (const { organisationId, count, ...row } of came)
        if (organisationId !== null)
          insert(db, attendance, { roundTableId: id, organisationId, ...row })
        else
          insert(db, tableGuests, {
            roundTableId: id,
            role: row.guestRole!,
            count,
            presence: row.presence,
          })
      db.update(roundTables).set({ residents }).where(eq(roundTables.id, id)).run()
      return id
    }),
})

/** What is said of minutes that were finished: each change with its reason. */
const recordMinutes = (db: Db) => ({
  /** The reason stands in the minutes as a correction. */
  recordReopening: (id: number, reason: string, by: By) =>
    journaled(db, by, 'opened again', 'round table', () => {
      db.update(roundTables).set({ finishedAt: null }).where(eq(roundTables.id, id)).run()
      insert(db, minuteCorrections, {
        roundTableId: id,
        text: 'These minutes were opened again.',
        reason,
        personId: by.personId!,
        at: by.at,
      })
      return id
    }),
  recordCorrection: (id: number, correction: { text: string; reason: string }, by: By) =>
    journaled(db, by, 'corrected the minutes of', 'round table', () => {
      insert(db, minuteCorrections, {
        roundTableId: id,
        ...correction,
        personId: by.personId!,
        at: by.at,
      })
      return id
    }),
})

const mark = (
  db: Db,
  id: number,
  verb: string,
  change: Partial<typeof roundTables.$inferInsert>,
  by: By,
) =>
  journaled(db, by, verb, 'round table', () => {
    db.update(roundTables).set(change).where(eq(roundTables.id, id)).run()
    return id
  })
