import { z } from 'zod'
import { DEPTHS, GROUNDS, type Depth } from '../../domain/depth.ts'
import type { Refusal } from '../../domain/decision.ts'
import type { Store } from '../../store/store.ts'
import type { Privacy } from '../../work/hold-in-private.ts'
import { someIds } from '../forms.ts'

/** The fields that say who may know of a matter (R9). */
export const privacyFields = {
  depth: z.enum(DEPTHS, 'Choose who may know').default('table'),
  ground: z.enum(['', ...GROUNDS]).default(''),
  list: someIds(),
}

/** ... as they are recorded. */
export const privacyIn = ({
  depth,
  ground,
  list,
}: {
  depth: Depth
  ground: string
  list: number[]
}): Privacy => ({ depth, ground: ground || null, list })

/** The list of a named matter holds people who sign in here now, or nobody could open it. */
export const whoIsNotHere = (store: Store, list: number[]): Refusal[] =>
  list.every((id) => {
    const person = store.people.find(id)
    return person !== undefined && person.endedAt === null
  })
    ? []
    : [{ field: 'list', reason: 'One of these people does not sign in here any more' }]
