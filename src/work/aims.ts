import { aimsOf, type Reached } from '../domain/actions/aims.ts'
import type { Action } from '../domain/actions/action.ts'
import { aimsReached, type FourAim } from '../domain/concerns/aims.ts'
import type { Concern } from '../domain/concerns/concern.ts'
import { draftOf } from '../domain/publishing/publication.ts'
import type { Store } from '../store/store.ts'
import { isTold } from './publishing/take-down.ts'

/**
 * How far concerns have come towards the aims of the partnership, from one reading of the record.
 * Nothing that is held in private counts, so that no number says that it is there (R11).
 */
export const aimsIn = (store: Store) => {
  const actions = new Map(store.actions.listUnfiltered().map((each) => [each.id, each]))
  const tables = new Map(store.roundTables.list().map((each) => [each.id, each]))
  const events = store.events.listUnfiltered().filter((each) => each.depth !== 'named')
  const told = new Set(
    store.publications
      .list()
      .filter((each) => each.kind === 'entry' && isTold(each))
      .flatMap((each) => draftOf(each)!.coversIds),
  )
  const reachedBy = (concern: Concern, action: Action): Reached[] =>
    aimsOf(action, {
      concerns: [concern],
      table: tables.get(action.roundTableId ?? 0),
      events: events.filter((event) => event.actionIds.includes(action.id)),
      isTold: told.has(action.id),
    })
  return (concern: Concern): FourAim[] =>
    aimsReached(
      concern,
      store.glances
        .actionsUnder(concern.id)
        .filter((action) => action.depth !== 'named')
        .map(({ id }) => reachedBy(concern, actions.get(id)!)),
    )
}
