import { and, isNull } from 'drizzle-orm'
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

/** As many tables as are read by themselves; for more, what hangs on all of them is read. */
const FEW = 20

const statementsOf = preparedOnce((db: Db) => {
  const expected = () => db.select().from(expectedOrganisations)
  const came = () => db.select().from(attendance)
  const others = () => db.select().from(tableGuests)
  const corrected = () => db.select().from(minuteCorrections)
  const { roundTableId } = minuteCorrections
  return {
    few: {
      expected: expected().where(among(expectedOrganisations.roundTableId)).prepare(),
      came: came().where(among(attendance.roundTableId)).orderBy(attendance.id).prepare(),
      others: others().where(among(tableGuests.roundTableId)).orderBy(tableGuests.id).prepare(),
      corrected: corrected().where(among(roundTableId)).orderBy(minuteCorrections.id).prepare(),
      changed: planChangesOf(db, among(planChanges.roundTableId)),
    },
    all: {
      expected: expected().prepare(),
      came: came().orderBy(attendance.id).prepare(),
      others: others().orderBy(tableGuests.id).prepare(),
      corrected: corrected().orderBy(minuteCorrections.id).prepare(),
      changed: planChangesOf(db),
    },
    standing: standingTables(db),
  }
})

/** These round tables, with all that hangs on them. */
export const loadTables = (db: Db, rows: (typeof roundTables.$inferSelect)[]): RoundTable[] => {
  if (rows.length === 0) return []
  const statements = statementsOf(db)
  const read = rows.length <= FEW ? statements.few : statements.all
  const ids = idsAs(rows.map((row) => row.id))
  const of = <T extends { roundTableId: number }>(all: T[]) =>
    group(all, (each) => each.roundTableId)
  const expected = of(read.expected.all(ids))
  const came = of(read.came.all(ids))
  const others = of(read.others.all(ids))
  const corrected = of(read.corrected.all(ids))
  const changed = of(read.changed.all(ids).map(asPlanChange))
  const apart = tellApart(statements.standing.all())
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

/** Those that meet or met: one that is cancelled or was taken back shares its day with none. */
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
    .where(and(isNull(roundTables.cancelledAt), isNull(roundTables.takenBackAt)))
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
