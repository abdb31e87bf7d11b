import { and, inArray, isNull } from 'drizzle-orm'
import { tellApart } from '../../domain/round-tables/apart.ts'
import type { Attendance, RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Db } from '../database.ts'
import { among, group, idsAs, preparedOnce } from '../group.ts'
import { planChanges } from '../schema/planning.ts'
import {
  attendance,
  expectedOrganisations,
  minuteCorrections,
  roundTables,
  tableGuests,
} from '../schema/round-tables.ts'
import { asPlanChange, planChangesOf } from './plans.ts'

const statementsOf = preparedOnce((db: Db) => ({
  expected: db
    .select()
    .from(expectedOrganisations)
    .where(among(expectedOrganisations.roundTableId))
    .prepare(),
  came: db
    .select()
    .from(attendance)
    .where(among(attendance.roundTableId))
    .orderBy(attendance.id)
    .prepare(),
  others: db
    .select()
    .from(tableGuests)
    .where(among(tableGuests.roundTableId))
    .orderBy(tableGuests.id)
    .prepare(),
  corrected: db
    .select()
    .from(minuteCorrections)
    .where(among(minuteCorrections.roundTableId))
    .orderBy(minuteCorrections.id)
    .prepare(),
  changed: planChangesOf(db, among(planChanges.roundTableId)),
  standing: standingTables(db),
}))

/** These round tables, with all that hangs on them. */
export const loadTables = (db: Db, rows: (typeof roundTables.$inferSelect)[]): RoundTable[] => {
  if (rows.length === 0) return []
  const read = statementsOf(db)
  const ids = idsAs(rows.map((row) => row.id))
  const of = <T extends { roundTableId: number }>(all: T[]) =>
    group(all, (each) => each.roundTableId)
  const expected = of(read.expected.all(ids))
  const came = of(read.came.all(ids))
  const others = of(read.others.all(ids))
  const corrected = of(read.corrected.all(ids))
  const changed = of(read.changed.all(ids).map(asPlanChange))
  const apart = tellApart(read.standing.all(ids))
  return rows.map(({ takenBackAt: _takenBackAt, ...row }) => ({
    ...row,
    apart: apart.get(row.id) ?? null,
    changes: changed.get(row.id) ?? [],
    expectedIds: (expected.get(row.id) ?? []).map((each) => each.organisationId),
    attendance: [
      ...(came.get(row.id) ?? []).map(forOrganisation),
      ...(others.get(row.id) ?? []).map(forNobody),
    ],
    corrections: corrected.get(row.id) ?? [],
  }))
}

/**
 * Those of the same days that meet or met: one that is cancelled or was taken back shares its day
 * with none.
 */
const standingTables = (db: Db) =>
  db
    .select({
      id: roundTables.id,
      heldOn: roundTables.heldOn,
      startsAt: roundTables.startsAt,
      plannedAt: roundTables.plannedAt,
      finishedAt: roundTables.finishedAt,
    })
    .from(roundTables)
    .where(
      and(
        isNull(roundTables.cancelledAt),
        isNull(roundTables.takenBackAt),
        inArray(
          roundTables.heldOn,
          db.select({ on: roundTables.heldOn }).from(roundTables).where(among(roundTables.id)),
        ),
      ),
    )
    .orderBy(roundTables.id)
    .prepare()

const forOrganisation = (row: typeof attendance.$inferSelect): Attendance => ({
  organisationId: row.organisationId,
  seatId: row.seatId,
  guestRole: row.guestRole,
  sentRole: row.sentRole,
  presence: row.presence,
  count: 1,
})

const forNobody = ({ role, presence, count }: typeof tableGuests.$inferSelect): Attendance => ({
  organisationId: null,
  seatId: null,
  guestRole: role,
  sentRole: null,
  presence,
  count,
})
