import { eq } from 'drizzle-orm'
import type { Step, StepsChange } from '../../../domain/actions/pace/steps.ts'
import type { Db } from '../../database.ts'
import { group } from '../../group.ts'
import { insert } from '../../insert.ts'
import { journaled, type By } from '../../journal.ts'
import { actionSteps, stepTicks } from '../../schema/actions.ts'

/** The steps within an action: each tick is a row, and one that was taken out stays as well. */
export const recordSteps = (db: Db) => ({
  recordSteps: (id: number, { ticks, added, out }: StepsChange, by: By): number =>
    journaled(db, by, 'changed the steps of', 'action', () => {
      const who = { personId: by.personId!, at: by.at }
      for (const tick of ticks) insert(db, stepTicks, { ...tick, ...who })
      for (const text of added) insert(db, actionSteps, { actionId: id, text, ...who })
      if (out !== null)
        db.update(actionSteps)
          .set({ endedAt: by.at, endedById: who.personId })
          .where(eq(actionSteps.id, out))
          .run()
      return id
    }),
})

/** The steps of each action in the order they were written, with all that was ticked. */
export const stepsIn = (
  steps: (typeof actionSteps.$inferSelect)[],
  ticksOf: (stepIds: number[]) => (typeof stepTicks.$inferSelect)[],
): ((actionId: number) => Step[]) => {
  const ids = steps.map((each) => each.id)
  const ticks = group(ids.length === 0 ? [] : ticksOf(ids), (row) => row.stepId)
  const of = group(steps, (row) => row.actionId)
  return (actionId) =>
    (of.get(actionId) ?? []).map((step) => ({ ...step, ticks: ticks.get(step.id) ?? [] }))
}
