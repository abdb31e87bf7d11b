import { stateOf, type RoundTable } from '../round-table.ts'
import type { Plan } from './plan.ts'

/** What the form of a plan begins with, and the table that it is taken from. */
export interface AsBefore extends Pick<Plan, 'startsAt' | 'place' | 'expectedIds'> {
  from: RoundTable | null
}

/**
 * A table mostly meets at the time and the place of the one before, with the same organisations: the
 * form of a plan begins with those, and says so. The day is never filled in by itself (R2).
 * @param tables newest first.
 * @param live the organisations that are part of the partnership, and which are always expected.
 */
export const asBefore = (
  tables: RoundTable[],
  live: { id: number; expected: boolean }[],
): AsBefore => {
  const from = tables.find((each) => stateOf(each) !== 'cancelled') ?? null
  const before = (from?.expectedIds ?? []).filter((id) => live.some((each) => each.id === id))
  const usual = live.filter((each) => each.expected).map((each) => each.id)
  return {
    startsAt: from?.startsAt ?? null,
    place: from?.place ?? null,
    expectedIds: before.length > 0 ? before : usual,
    from,
  }
}
