import { eq } from 'drizzle-orm'
import type { Handover, Phase } from '../../domain/evidence/programme.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { phaseHandovers, phases } from '../schema/programmes.ts'

/** The phases of a programme, and who carried each one on. */
export const recordPhases = (db: Db) => ({
  recordPhase: (id: number, phase: Pick<Phase, 'name' | 'startsOn' | 'pairings'>, by: By): number =>
    journaled(db, by, 'began a phase of', 'programme', () => {
      insert(db, phases, { programmeId: id, ...phase, personId: by.personId!, at: by.at })
      return id
    }),
  endPhase: (id: number, phaseId: number, by: By): number =>
    journaled(db, by, 'took out a phase of', 'programme', () => {
      db.update(phases).set({ endedAt: by.at }).where(eq(phases.id, phaseId)).run()
      return id
    }),
  recordHandover: (
    id: number,
    phaseId: number,
    handover: Omit<Handover, 'id' | 'at'>,
    by: By,
  ): number =>
    journaled(db, by, 'handed on a phase of', 'programme', () => {
      insert(db, phaseHandovers, { phaseId, ...handover, personId: by.personId!, at: by.at })
      return id
    }),
  endHandover: (id: number, handoverId: number, by: By): number =>
    journaled(db, by, 'took out a handover of', 'programme', () => {
      db.update(phaseHandovers)
        .set({ endedAt: by.at })
        .where(eq(phaseHandovers.id, handoverId))
        .run()
      return id
    }),
})
