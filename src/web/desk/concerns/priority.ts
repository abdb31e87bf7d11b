import { z } from 'zod'
import { agreePriority } from '../../../domain/concerns/priorities.ts'
import type { Day } from '../../../domain/day.ts'
import { maybeId } from '../../forms.ts'
import { howLong } from '../priority-time.ts'
import { change, type Route } from '../route.ts'
import { ofConcern } from './concern-page.ts'

const PriorityForm = (today: Day) =>
  z.strictObject({
    agreed: z.enum(['yes', 'no']),
    tableId: maybeId(),
    until: howLong(today),
  })

const setPriority = change('/desk/concerns/:id/priorities', 'matter', {
  ...ofConcern,
  name: 'priority',
  form: ({ today }) => PriorityForm(today),
  decide: ({ today }, _concern, form) =>
    agreePriority({ ...form, agreed: form.agreed === 'yes' }, today),
  record: ({ store, by }, { id }, { agreed, tableId, until }) =>
    store.concerns.recordPriority(id, agreed, tableId, by, null, until),
})

/** That a table acts on a concern now, and for how long. */
export const priorityRoutes: readonly Route[] = [setPriority]
