import type { Action, Update } from '../../domain/actions/action.ts'
import type { heldEnds, heldUpdates } from '../schema/actions.ts'
import type { releaseRules } from '../schema/settings.ts'

interface Rows {
  held: (typeof heldUpdates.$inferSelect)[]
  ends: (typeof heldEnds.$inferSelect)[]
  /** In the order they were set. */
  rules: (typeof releaseRules.$inferSelect)[]
}

/**
 * R8: what a seat has to release is said when it is released, and is no update before. Of most
 * actions nothing ever waited.
 */
export const heldApart = (rows: Rows) => {
  const held = new Map(rows.held.map((row) => [row.updateId, row.seatId]))
  const ends = new Map(rows.ends.map((row) => [row.updateId, row]))
  const rules = releasersIn(rows.rules)
  const isReleased = ({ id }: Update): boolean =>
    !held.has(id) || ends.get(id)?.verdict === 'released'
  const released = (each: Update): Update =>
    held.has(each.id) ? { ...each, at: ends.get(each.id)!.at, saidAt: each.at } : each
  return (said: Update[]): Pick<Action, 'updates' | 'held'> => {
    if (!said.some((each) => held.has(each.id))) return { updates: said, held: [] }
    const waiting = said.filter((each) => !isReleased(each))
    return {
      updates: said
        .filter(isReleased)
        .map(released)
        .toSorted((a, b) => a.at.localeCompare(b.at)),
      held: waiting.map((each) => {
        const end = ends.get(each.id)
        return {
          ...each,
          releaserId: rules.get(each.organisationId ?? 0) ?? held.get(each.id)!,
          returned: end ? { words: end.words ?? '', personId: end.personId, at: end.at } : null,
        }
      }),
    }
  }
}

/** The seat that releases for each organisation that ever set one; null where none does now. */
export const releasersIn = (rules: Rows['rules']): Map<number, number | null> =>
  new Map(rules.map((row) => [row.organisationId, row.seatId]))
