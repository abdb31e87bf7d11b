import { termsOf, type Action } from '../../domain/actions/action.ts'
import type { Why, World } from '../../domain/actions/notices.ts'
import { emptyHelpersOf } from '../../domain/actions/owners.ts'
import { ledSince } from '../../domain/actions/pace/turns.ts'
import type { Store } from '../../store/store.ts'
import { namesOf } from '../names.ts'
import { sayDue, sayQuiet } from './say-why.ts'

/** To the coordinators, what nobody can be asked for: why not, and how it stands (R7). */
export const sayNobody = (store: Store, action: Action, why: Why, world: World): string =>
  [
    why === 'part' ? sayEmptyHelpers(store, action, world) : whyNobody(store, action),
    sayDue(action, world.today),
    ...(why === 'quiet' ? [sayQuiet(action, world.today)] : []),
  ].join(' ')

const whyNobody = (store: Store, action: Action): string => {
  const { leadId, seatId } = termsOf(action)
  if (leadId === null) return 'No lead is agreed.'
  const { organisation, seat } = namesOf(store)
  return seatId === null
    ? `${organisation(leadId)} leads it, and nobody holds a seat there.`
    : `${organisation(leadId)} leads it, and nobody holds the seat ${seat(ledSince(action).seatId)}.`
}

const sayEmptyHelpers = (store: Store, action: Action, world: World): string => {
  const { organisation } = namesOf(store)
  const names = emptyHelpersOf(action, world).map((id) => organisation(id))
  return `The part of ${names.join(' and of ')} is still to come, and nobody holds a seat there.`
}
