import type { SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Action } from '../../domain/actions/action.ts'
import type { Concern } from '../../domain/concerns/concern.ts'
import type { Depth } from '../../domain/depth.ts'
import type { StepOn } from '../../domain/evidence/programme.ts'
import type { Db } from '../database.ts'
import { group } from '../group.ts'
import { opportunitySteps } from '../schema/programmes.ts'

/** What an opportunity may have become. */
export interface Parents {
  actions: { listUnfiltered: (ids: number[]) => Action[] }
  concerns: { listUnfiltered: (ids: number[]) => Concern[] }
}
/** A condition that leaves out what was ended, or none where all that ever was is asked for. */
export type Still = (column: AnySQLiteColumn) => SQL | undefined
type Row = typeof opportunitySteps.$inferSelect

/** The steps taken with each opportunity, and which of them led to a matter held in private. */
export const stepsOf = (db: Db, parents: Parents, still: Still, ever: boolean) => {
  const all = db
    .select()
    .from(opportunitySteps)
    .where(still(opportunitySteps.endedAt))
    .orderBy(opportunitySteps.id)
    .all()
  const { held, gone } = among(
    parents,
    all.filter((each) => each.endedAt === null),
  )
  const taken = all.filter((each) => ever || !gone.has(each.id))
  return { steps: group(taken, (row) => row.pointId), held }
}

/** A step as it is told. */
export const stepOf = ({ id, concernId, actionId, words, at }: Row): StepOn => ({
  id,
  concernId,
  actionId,
  words,
  at,
})

/**
 * The steps that led to a matter held in private, and those to one that was written down by
 * mistake and taken out: nothing came of it after all.
 */
const among = (
  { actions, concerns }: Parents,
  steps: Row[],
): { held: Set<number>; gone: Set<number> } => {
  const only = (ids: (number | null)[]): number[] => [
    ...new Set(ids.filter((each) => each !== null)),
  ]
  const becameConcern = new Map(
    concerns
      .listUnfiltered(only(steps.map((each) => each.concernId)))
      .map((each) => [each.id, each]),
  )
  const becameAction = new Map(
    actions.listUnfiltered(only(steps.map((each) => each.actionId))).map((each) => [each.id, each]),
  )
  const those = (
    is: (matter: { depth: Depth; takenOutAt: string | null }) => boolean,
  ): Set<number> =>
    new Set(
      steps
        .filter((step) =>
          [becameConcern.get(step.concernId ?? 0), becameAction.get(step.actionId ?? 0)].some(
            (matter) => matter && is(matter),
          ),
        )
        .map((step) => step.id),
    )
  return {
    held: those((matter) => matter.depth === 'named'),
    gone: those((matter) => matter.depth !== 'named' && matter.takenOutAt !== null),
  }
}
