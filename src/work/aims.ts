import { courseReached, type Reached } from '../domain/actions/aims.ts'
import { aimsReached, type FourAim } from '../domain/concerns/aims.ts'
import { endsToldIn } from '../domain/publishing/aims-told.ts'
import type { ActionGlance, ConcernGlance, EventGlance } from '../store/glance/glance.ts'
import { hasBeen } from '../domain/evidence/event.ts'
import type { Day } from '../domain/day.ts'
import type { Store } from '../store/store.ts'

/**
 * How far a concern has come towards the aims of the partnership, by glances alone.
 * Nothing that is held in private counts, so that no number says that it is there (R11).
 * @param told the actions that residents read as closed, as far as they are asked of.
 */
export const aimsIn = (
  store: Store,
  told: Set<number>,
  today: Day,
): ((concern: ConcernGlance) => FourAim[]) => {
  const glancesUnder = store.glances.actionsUnder()
  const tables = new Map(store.roundTables.list().map((each) => [each.id, each]))
  const events = eventsByAction(store, today)
  const reachedBy = (action: ActionGlance): Reached[] =>
    courseReached(action, {
      table: tables.get(action.roundTableId ?? 0),
      events: events.get(action.id) ?? [],
      isTold: told.has(action.id),
    })
  return ({ id, wasPriority }) =>
    aimsReached(wasPriority, glancesUnder(id).filter(isKnown).map(reachedBy))
}

const isKnown = ({ depth }: { depth: string }): boolean => depth !== 'named'

const eventsByAction = ({ glances }: Store, today: Day): Map<number, EventGlance[]> => {
  const byAction = new Map<number, EventGlance[]>()
  for (const event of glances.events())
    for (const id of isKnown(event) && hasBeen(event, today) ? event.actionIds : [])
      byAction.set(id, [...(byAction.get(id) ?? []), event])
  return byAction
}

/** All actions that residents read as closed in an entry now. */
export const endsTold = ({ glances }: Store): Set<number> =>
  new Set([...glances.told()].flatMap((each) => each.endsIds))

/**
 * ... in the entries of some concerns, which are read: whoever has just written does not wait until
 * all that is told was looked at again. The entry of what a concern was joined to tells of it too.
 */
export const endsToldOf = (store: Store, concernIds: number[]): Set<number> => {
  const entries = store.publications.entriesOf(withThoseAbove(store, concernIds))
  return new Set([...entries.values()].flatMap(endsToldIn))
}

const withThoseAbove = (store: Store, concernIds: number[]): number[] =>
  concernIds.flatMap((id) => {
    const into = store.glances.concern(id)?.mergedIntoId
    return [id, ...(into ? withThoseAbove(store, [into]) : [])]
  })
