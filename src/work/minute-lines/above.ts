import type { Action } from '../../domain/actions/action.ts'
import type { Raised } from '../../domain/concerns/concern.ts'
import { GROUNDS, type Depth } from '../../domain/depth.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { titleOfConcern } from '../names.ts'

/**
 * What stands above a line when it is planned: the record, and in a preview what the lines before
 * it would have made of it. Those have ids below nought, and nothing of them is written.
 */
export interface Above {
  store: Store
  actor: Actor
  table: RoundTable
  /** The numbered items, with those that were taken out. */
  itemIds: readonly number[]
  /** The concern that came up last: where a line goes that does not say. */
  lastId: number | null
  /** Concerns as if they were written, by their ids. */
  concerns: ReadonlyMap<number, ConcernAbove>
  /** Actions as the lines before leave them, by their numbers. */
  actions: ReadonlyMap<string, Action>
  /** How many of these would be new. */
  newActions: number
  /** What would have been raised last, and the action whose terms would have been written last. */
  lastRaised: { raised: Raised; id: number } | null
  lastTermsOf: string | null
  /** The next table as if it were planned, or moved, by a line before. */
  planned: RoundTable | null
}

/** A concern that a line may go under. */
export interface ConcernAbove {
  id: number
  item: number
  title: string
  depth: Depth
  /** Why it is held in private, where it is. */
  ground: string | null
  list: number[]
  isTakenOut: boolean
}

/** What stands above the first line of a box. */
export const aboveAt = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  lastId: number | null,
): Above => ({
  store,
  actor,
  table,
  itemIds: store.roundTables.itemIds(table.id),
  lastId,
  concerns: new Map(),
  actions: new Map(),
  newActions: 0,
  lastRaised: null,
  lastTermsOf: null,
  planned: null,
})

/** A concern by its id: never handed to a page unless the person may know of it. */
export const concernAbove = ({ store, concerns, itemIds }: Above, id: number): ConcernAbove => {
  const asIf = concerns.get(id)
  if (asIf) return asIf
  const [concern] = store.concerns.listUnfiltered([id])
  const { depth, list, ground, takenOutAt } = concern!
  return {
    id,
    item: itemIds.indexOf(id) + 1,
    title: titleOfConcern(concern!),
    depth,
    ground: depth === 'named' ? (ground ?? GROUNDS[0]) : null,
    list,
    isTakenOut: takenOutAt !== null,
  }
}

/** The action of a number, where it stands and this person may know of it. */
export const actionAbove = ({ store, actor, actions }: Above, number: string): Action | undefined =>
  actions.get(number) ?? store.actions.findByNumber(number, actor.who)

/**
 * Why the action of this number is held in private, where it is: for everyone, since what is said
 * of it is held too (R11).
 */
export const heldGround = ({ store, actions }: Above, number: string): string | null => {
  const action = actions.get(number) ?? store.actions.byNumber(number)
  return action?.depth === 'named' ? (action.ground ?? GROUNDS[0]) : null
}
