import { eq } from 'drizzle-orm'
import type { Point, Sight, StepOn } from '../../domain/evidence/programme.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { opportunitySteps, outcomeSights, programmePoints } from '../schema/programmes.ts'

/** What a programme wanted, learned and opened the way to, and what became of it. */
export const recordPoints = (db: Db) => ({
  recordPoint: (id: number, point: Pick<Point, 'kind' | 'theme' | 'text'>, by: By): number =>
    journaled(db, by, `wrote ${SAY[point.kind]} of`, 'programme', () => {
      insert(db, programmePoints, { programmeId: id, ...point, personId: by.personId!, at: by.at })
      return id
    }),
  endPoint: (id: number, pointId: number, by: By): number =>
    journaled(db, by, 'took out a point of', 'programme', () => {
      db.update(programmePoints)
        .set({ endedAt: by.at })
        .where(eq(programmePoints.id, pointId))
        .run()
      return id
    }),
  recordSight: (
    id: number,
    pointId: number,
    sight: Pick<Sight, 'strength' | 'words'>,
    by: By,
  ): number =>
    journaled(db, by, 'said what is known of an outcome of', 'programme', () => {
      insert(db, outcomeSights, { pointId, ...sight, personId: by.personId!, at: by.at })
      return id
    }),
  recordStep: (
    id: number,
    pointId: number,
    step: Partial<Pick<StepOn, 'concernId' | 'actionId' | 'words'>>,
    by: By,
  ): number =>
    journaled(db, by, 'took forward an opportunity of', 'programme', () => {
      insert(db, opportunitySteps, { pointId, ...step, personId: by.personId!, at: by.at })
      return id
    }),
  endStep: (id: number, stepId: number, by: By): number =>
    journaled(db, by, 'took out a step of', 'programme', () => {
      db.update(opportunitySteps)
        .set({ endedAt: by.at })
        .where(eq(opportunitySteps.id, stepId))
        .run()
      return id
    }),
})

const SAY = {
  outcome: 'a desired outcome',
  learning: 'something learned',
  opportunity: 'an opportunity',
} as const
