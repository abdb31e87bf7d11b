import type { Action } from '../../domain/actions/action.ts'
import { isKnownGap } from '../../domain/round-tables/gaps.ts'
import type { Store } from '../../store/store.ts'

/** R11: the private actions of which papers show the number and the ground. */
export const heldGaps = (store: Store): Action[] =>
  store.actions
    .held()
    .filter((action) => isKnownGap(action, store.concerns.listUnfiltered(action.concernIds)))
