import { z } from 'zod'
import type { Concern } from '../../../domain/concerns/concern.ts'
import { merge, part } from '../../../domain/concerns/joining.ts'
import { accept, refuse } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { tellWhereItIsTold, withdrawToldTwice } from '../../../work/publishing/told.ts'
import { maybeId, someIds, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { change, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { agreedSince, ofConcern } from './concern-page.ts'

const MergeForm = z.strictObject({ into: maybeId() })
const PartingForm = z.strictObject({ reason: words(300), actionIds: someIds() })

const mergeConcern = change('/desk/concerns/:id/merging', 'matter', {
  ...ofConcern,
  name: 'merging',
  form: MergeForm,
  decide: ({ store, who }, concern, { into }) => {
    const other = into === null ? undefined : store.concerns.find(into, who)
    if (!other) return refuse('into', 'Choose the concern it belongs with')
    const decision = merge(concern, other)
    return decision.accepted ? accept(other) : decision
  },
  record: ({ store, by }, { id }, into) => {
    store.concerns.recordMerge(id, into.id, by)
    withdrawToldTwice(store, into.id, by)
    tellWhereItIsTold(store, into.id, by)
    return into
  },
  answer: (_visit, _concern, into) => to('/desk/concerns', into.id),
})

/** Whoever takes two apart may know of both. */
const mayPart = ({ store, who }: Visit, concern: Concern): boolean =>
  may.change(who, concern) &&
  (concern.mergedIntoId === null || store.concerns.find(concern.mergedIntoId, who) !== undefined)

/**
 * Taken apart again. The entry that was taken down as told twice stays down, at its address too
 * (R15): a new one is written. What the other one's entry tells of has moved on, and the desk lists
 * both (R28).
 */
const partConcern = change('/desk/concerns/:id/parting', 'matter', {
  ...ofConcern,
  name: 'parting',
  keepsWords: true,
  allow: mayPart,
  form: PartingForm,
  decide: (visit, concern, form) => part(concern, form, agreedSince(visit, concern)),
  record: ({ store, by }, { id }, parted) => store.concerns.recordParting(id, parted, by),
  answer: (_visit, { id }) => to('/desk/concerns', id),
})

/** Two concerns that belong together, and two that were put together by mistake. */
export const joiningRoutes: readonly Route[] = [mergeConcern, partConcern]
