import { aimsOf, type Reached } from '../domain/actions/aims.ts'
import type { Action } from '../domain/actions/action.ts'
import { aimsReached, type FourAim } from '../domain/concerns/aims.ts'
import type { Concern } from '../domain/concerns/concern.ts'
import { draftOf } from '../domain/publishing/publication.ts'
import type { Store } from '../store/store.ts'
import { isTold } from './publishing/take-down.ts'

/**
 * How far each of these concerns has come towards the aims of the partnership, from one reading of
 * what hangs on them. Nothing that is held in private counts, so that no number says that it is
 * there (R11).
 */
export const aimsIn = (store: Store, concerns: Concern[]): ((concern: Concern) => FourAim[]) => {
  const tables = new Map(store.roundTables.list().map((each) => [each.id, each]))
  const under = new Map(concerns.map(({ id }) => [id, idsUnder(store, id)]))
  const ids = [...new Set([...under.values()].flat())]
  const actions = new Map(store.actions.listUnfiltered(ids).map((each) => [each.id, each]))
  const eventIds = ids.flatMap((id) => store.events.idsOn('action', id))
  const events = store.events
    .listUnfiltered([...new Set(eventIds)])
    .filter((each) => each.depth !== 'named')
  const toldUnder = toldIn(store)
  const reachedBy = (concern: Concern, action: Action): Reached[] =>
    aimsOf(action, {
      concerns: [concern],
      table: tables.get(action.roundTableId ?? 0),
      events: events.filter((event) => event.actionIds.includes(action.id)),
      isTold: action.concernIds.some((id) => toldUnder(id).has(action.id)),
    })
  return (concern) =>
    aimsReached(
      concern,
      under.get(concern.id)!.map((id) => reachedBy(concern, actions.get(id)!)),
    )
}

const idsUnder = ({ glances }: Store, concernId: number): number[] =>
  glances
    .actionsUnder(concernId)
    .filter((action) => action.depth !== 'named')
    .map(({ id }) => id)

/** The actions that the entry of a concern tells of, where it is told: that of what it was joined to. */
const toldIn = (store: Store): ((concernId: number) => Set<number>) => {
  const by = new Map<number, Set<number>>()
  return (concernId) => {
    const there = by.get(concernId)
    if (there) return there
    const trail = concernsAbove(store, [concernId])
    const told = [...store.publications.entriesOf(trail).values()].filter(isTold)
    const ids = new Set(told.flatMap((each) => draftOf(each)!.coversIds))
    by.set(concernId, ids)
    return ids
  }
}

/** These concerns, and what each was joined to: its entry tells of them as well. */
export const concernsAbove = (store: Store, concernIds: number[]): number[] =>
  concernIds.flatMap((id) => {
    const into = store.glances.concern(id)?.mergedIntoId
    return [id, ...(into ? concernsAbove(store, [into]) : [])]
  })
