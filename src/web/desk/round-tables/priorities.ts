import type { Desk } from '../visit.ts'
import { namesOf } from '../../../work/names.ts'
import { z } from 'zod'
import { isPriority } from '../../../domain/concerns/concern.ts'
import type { Refusal } from '../../../domain/decision.ts'
import { PRIORITY_CHOICES } from '../../../domain/concerns/priorities.ts'
import { titleOf } from '../../../domain/round-tables/round-table.ts'
import { refused, saved } from '../../answer.ts'
import { maybeId, parse, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { findOpen } from './find-round-table.ts'
import { minutePage, othersOf } from './minuting-page.ts'
import { priorityLines } from './priority-lines.ts'

const PriorityForm = z.strictObject({
  concernId: maybeId(),
  choice: z.enum(PRIORITY_CHOICES, 'Choose keep, change or drop'),
  into: maybeId(),
  reason: words(300),
})

/** The last table's priorities: kept, changed for another or dropped, each with its history. */
export const prioritiesRoutes = (desk: Desk): void => {
  const { store } = desk
  desk.change('/desk/round-tables/:slug/priorities', 'write', (visit) => {
    const table = findOpen(store, visit)
    const form = parse(PriorityForm, visit.body)
    const concern =
      form.accepted && form.value.concernId !== null
        ? store.concerns.find(form.value.concernId, visit.who)
        : undefined
    const into =
      form.accepted && form.value.into !== null
        ? store.concerns.find(form.value.into, visit.who)
        : undefined
    const errors: Refusal[] = !form.accepted
      ? form.refusals
      : !concern || concern.depth === 'named'
        ? [{ field: 'concernId', reason: 'Choose a priority from the list' }]
        : form.value.choice === 'change' &&
            (!into || into.id === concern.id || into.depth === 'named')
          ? [{ field: 'into', reason: 'Choose what comes first instead' }]
          : []
    const part = () =>
      view('desk/round-tables/minuting/_priorities', {
        frame: desk.frame(
          visit,
          titleOf(table),
          'round-tables',
          errors.length
            ? { form: `priority-${concern?.id ?? 0}`, errors, body: visit.body }
            : undefined,
        ),
        names: namesOf(store),
        table,
        priorities: priorityLines(store, visit, table),
        others: othersOf(desk, visit, table, true),
      })
    if (!form.accepted || !concern || errors.length > 0)
      return refused(
        visit.request,
        visit.reply,
        errors,
        () =>
          minutePage(desk, visit, table, {
            form: `priority-${concern?.id ?? 0}`,
            errors,
            body: visit.body,
          }),
        part,
      )
    const { choice, reason } = form.value
    store.together(() => {
      store.concerns.recordPriority(
        concern.id,
        choice === 'keep',
        table.id,
        visit.by,
        reason || null,
      )
      if (choice === 'change' && into) {
        if (!store.roundTables.concernIds(table.id).includes(into.id))
          store.roundTables.recordConcern(table.id, into.id, visit.by)
        if (!isPriority(into))
          store.concerns.recordPriority(into.id, true, table.id, visit.by, reason || null)
      }
    })
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug)}#priorities`,
      part,
    )
  })
}
