import { termsOf, type Action } from '../../domain/actions/action.ts'
import { settle } from '../../domain/actions/agreement.ts'
import type { Raised } from '../../domain/concerns/concern.ts'
import { howItWas, type RoundTable } from '../../domain/round-tables/round-table.ts'
import { HELD } from '../names.ts'
import type { Above, ConcernAbove } from './above.ts'
import { asAgreed, withTerms } from './action-as-if.ts'
import type {
  Planned,
  PlannedAction,
  PlannedAttendance,
  PlannedConcern,
  PlannedNext,
  PlannedUpdate,
} from './planned.ts'

/** What stands above the next line once this one is written: a preview goes on as if it were. */
export const asIfWritten = (above: Above, planned: Planned): Above => {
  switch (planned.becomes) {
    case 'concern':
    case 'held':
      return withConcern(above, planned)
    case 'action':
      return withAction(above, planned)
    case 'update':
      return afterUpdate(above, planned)
    case 'round table':
      return withAttendance(above, planned)
    case 'turn':
      return { ...above, lastId: null }
    case 'plan':
      return { ...above, planned: planAsIf(above.table, planned) }
    default:
      return above
  }
}

const NEW_TABLE = { id: -1, openedAt: null, cancelledAt: null, changes: [], attendance: [] }
const planAsIf = (table: RoundTable, { there, plan }: PlannedNext): RoundTable => ({
  ...(there ?? { ...table, ...NEW_TABLE }),
  ...plan,
})

const withConcern = (above: Above, { becomes, raised }: PlannedConcern): Above => {
  const { lastRaised } = above
  // The record takes the same words twice in a row for one form that was sent twice.
  const isAgain = lastRaised !== null && sameConcern(lastRaised.raised, raised)
  const id = isAgain ? lastRaised.id : -1 - above.concerns.size
  return {
    ...above,
    itemIds: isAgain ? above.itemIds : [...above.itemIds, id],
    concerns: isAgain
      ? above.concerns
      : new Map(above.concerns).set(id, concernAsIf(id, above.itemIds.length + 1, raised)),
    lastId: becomes === 'concern' ? id : above.lastId,
    lastRaised: { raised, id },
  }
}

const sameConcern = (one: Raised, other: Raised): boolean =>
  one.text === other.text && one.depth === other.depth

const concernAsIf = (
  id: number,
  item: number,
  { text, depth, ground, list }: Raised,
): ConcernAbove => ({
  id,
  item,
  title: depth === 'named' ? HELD : text,
  depth,
  ground,
  list,
  isTakenOut: false,
})

const withAction = (above: Above, planned: PlannedAction): Above => {
  const { store, table, actor, actions, newActions, lastTermsOf } = above
  const { agreed, under, privacy } = planned
  const action = asAgreed(
    agreed,
    {
      number: store.actions.nextNumber(table.id, newActions),
      roundTableId: table.id,
      concernIds: under ? [under.id] : [],
      depth: under?.depth === 'named' ? 'named' : privacy.depth,
      ground: privacy.ground ?? under?.ground ?? null,
      list: privacy.list,
    },
    actor,
  )
  const last = lastTermsOf === null ? undefined : actions.get(lastTermsOf)
  if (last && sameAction(last, action, planned)) return above
  return {
    ...above,
    actions: new Map(actions).set(action.number, action),
    newActions: newActions + 1,
    lastTermsOf: action.number,
  }
}

/** As the record knows an action that was sent twice. */
const sameAction = (last: Action, action: Action, { privacy }: PlannedAction): boolean => {
  const [was, is] = [termsOf(last), termsOf(action)]
  return (
    was.text === is.text &&
    was.kind === is.kind &&
    was.leadId === is.leadId &&
    was.seatId === is.seatId &&
    was.by === is.by &&
    String(was.helperIds) === String(is.helperIds) &&
    (privacy.depth !== 'named' || last.depth === 'named') &&
    String(last.concernIds) === String(action.concernIds)
  )
}

const afterUpdate = (above: Above, { action, after, terms }: PlannedUpdate): Above => ({
  ...above,
  actions: new Map(above.actions).set(action.number, after),
  lastTermsOf: terms ? action.number : above.lastTermsOf,
})

/** Who is here settles what the lines before it agreed, as it does on the record (R6). */
const withAttendance = (above: Above, { seated, residents }: PlannedAttendance): Above => {
  const table = {
    ...above.table,
    attendance: seated,
    residents,
  }
  const settled = [...above.actions].map(([number, action]): [string, Action] => {
    const terms = settle(action, table.openedAt ?? '', (id) => howItWas(table, id))
    return [number, terms ? withTerms(action, terms, above.actor) : action]
  })
  return { ...above, table, actions: new Map(settled) }
}
