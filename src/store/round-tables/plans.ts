import { and, asc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { Month } from '../../domain/day.ts'
import { quarterOf, tableSlug } from '../../domain/quarter.ts'
import type { Plan, PlanChange, PlanVerb } from '../../domain/round-tables/planning/plan.ts'
import type { NewSeries, Series } from '../../domain/round-tables/planning/series.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { planChanges } from '../schema/planning.ts'
import { expectedOrganisations, roundTables, tableSeries } from '../schema/round-tables.ts'

/** What is planned: tables and the series they come in, and how a plan is changed (R30). */
export const recordPlans = (db: Db) => ({
  recordPlan: (plan: Plan & Partial<InSeries>, by: By): string => insertPlan(db, plan, by),
  recordPlanChange: (
    id: number,
    { plan, verb, reason }: { plan: Plan; verb: PlanVerb; reason: string },
    by: By,
  ): number =>
    journaled(db, by, verb, 'round table', () => {
      insertChange(db, id, verb, reason, by)
      const { expectedIds, heldOn, startsAt, place } = plan
      db.update(roundTables).set({ heldOn, startsAt, place }).where(eq(roundTables.id, id)).run()
      db.delete(expectedOrganisations).where(eq(expectedOrganisations.roundTableId, id)).run()
      insertExpected(db, id, expectedIds)
      return id
    }),
  recordCancelling: (id: number, reason: string, by: By): number =>
    journaled(db, by, 'cancelled', 'round table', () => {
      insertChange(db, id, 'cancelled', reason, by)
      db.update(roundTables).set({ cancelledAt: by.at }).where(eq(roundTables.id, id)).run()
      return id
    }),
  recordReinstating: (id: number, reason: string, by: By): number =>
    journaled(db, by, 'reinstated', 'round table', () => {
      insertChange(db, id, 'reinstated', reason, by)
      db.update(roundTables).set({ cancelledAt: null }).where(eq(roundTables.id, id)).run()
      return id
    }),
  /** The row stays, and its number is free. */
  recordPlanTakenBack: (id: number, by: By): number =>
    journaled(db, by, 'took back the plan of', 'round table', () => {
      db.update(roundTables)
        .set({ takenBackAt: by.at, slug: `taken-back-${id}` })
        .where(eq(roundTables.id, id))
        .run()
      return id
    }),
})

/** The series that a table is planned in. */
interface InSeries {
  seriesId: number
  seriesMonth: Month
}

export const seriesStore = (db: Db) => ({
  /** Those that go on. */
  list: (): Series[] =>
    db.select().from(tableSeries).where(isNull(tableSeries.endedAt)).orderBy(tableSeries.id).all(),
  find: (id: number): Series | undefined =>
    db.select().from(tableSeries).where(eq(tableSeries.id, id)).get(),
  /** The months that have a table of it, wherever that one was moved. */
  months: (id: number): Month[] =>
    db
      .select({ month: roundTables.seriesMonth })
      .from(roundTables)
      .where(
        and(
          eq(roundTables.seriesId, id),
          isNotNull(roundTables.seriesMonth),
          isNull(roundTables.takenBackAt),
        ),
      )
      .all()
      .map((row) => row.month!),
  record: ({ count: _count, ...series }: NewSeries, by: By): number =>
    journaled(db, by, 'began', 'series', () =>
      insert(db, tableSeries, { ...series, personId: by.personId!, at: by.at }),
    ),
  recordEnd: (id: number, by: By): number =>
    journaled(db, by, 'ended', 'series', () => {
      db.update(tableSeries)
        .set({ endedAt: by.at, endedById: by.personId })
        .where(eq(tableSeries.id, id))
        .run()
      return id
    }),
})

/** The changes of all plans, or of some, oldest first. */
export const planChangesOf = (db: Db, those?: SQL) =>
  db.select().from(planChanges).where(those).orderBy(asc(planChanges.id)).prepare()

/** A change, and the plan that stood there before it. */
export const asPlanChange = ({
  verb,
  reason,
  personId,
  at,
  roundTableId,
  ...before
}: typeof planChanges.$inferSelect): PlanChange & { roundTableId: number } => ({
  verb,
  reason,
  personId,
  at,
  roundTableId,
  before: {
    heldOn: before.heldOn,
    startsAt: before.startsAt,
    place: before.place,
    expectedIds: before.expectedIds,
  },
})

/** What stood there before it. */
const insertChange = (db: Db, id: number, verb: PlanVerb, reason: string, by: By): void => {
  const { heldOn, startsAt, place } = db
    .select()
    .from(roundTables)
    .where(eq(roundTables.id, id))
    .get()!
  const expectedIds = db
    .select()
    .from(expectedOrganisations)
    .where(eq(expectedOrganisations.roundTableId, id))
    .all()
    .map((each) => each.organisationId)
  insert(db, planChanges, {
    roundTableId: id,
    verb,
    heldOn,
    startsAt,
    place,
    expectedIds,
    reason,
    personId: by.personId!,
    at: by.at,
  })
}

const insertPlan = (db: Db, plan: Plan & Partial<InSeries>, by: By): string =>
  journaled(db, by, 'planned', 'round table', () => {
    const slug = tableSlug(
      quarterOf(plan.heldOn),
      db
        .select({ slug: roundTables.slug })
        .from(roundTables)
        .all()
        .map((row) => row.slug),
    )
    const { expectedIds, ...row } = plan
    const id = insert(db, roundTables, { ...row, slug, plannedAt: by.at })
    insertExpected(db, id, expectedIds)
    return slug
  })

const insertExpected = (db: Db, roundTableId: number, expectedIds: number[]): void => {
  for (const organisationId of expectedIds)
    insert(db, expectedOrganisations, { roundTableId, organisationId })
}
