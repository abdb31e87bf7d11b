import { z } from 'zod'
import { isPriority, type Concern } from '../../../../domain/concerns/concern.ts'
import { agreePriority, PRIORITY_CHOICES } from '../../../../domain/concerns/priorities.ts'
import type { Day, When } from '../../../../domain/day.ts'
import { accept, refuse, type Decision } from '../../../../domain/decision.ts'
import { titleOf, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { namesOf } from '../../../../work/names.ts'
import { byPolicy, type Failed } from '../../../change.ts'
import { maybeId, parse, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { howLong } from '../../priority-time.ts'
import { change, frameOf, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findOpen } from '../find-round-table.ts'
import { othersOf } from '../document/minute-items.ts'
import { againIn } from './part.ts'
import { priorityLines } from './priority-lines.ts'

const PriorityForm = (today: Day) =>
  z.strictObject({
    concernId: maybeId(),
    choice: z.enum(PRIORITY_CHOICES, 'Choose keep, change or drop'),
    into: maybeId(),
    reason: words(300),
    until: howLong(today),
  })
type PriorityForm = z.infer<ReturnType<typeof PriorityForm>>

const prioritiesPart = (visit: Visit, table: RoundTable, failed?: Failed): Drawn =>
  view('desk/round-tables/minuting/_priorities', {
    frame: frameOf(visit, titleOf(table), 'round-tables', failed),
    names: namesOf(visit.store),
    table,
    priorities: priorityLines(visit, table),
    others: othersOf(visit, table, true),
    open: '',
    isSaved: true,
  })

const decidePriority = change('/desk/round-tables/:slug/priorities', 'write', {
  name: 'priority',
  keepsWords: true,
  find: (visit: Visit) => findOpen(visit),
  allow: byPolicy,
  form: ({ today }) => PriorityForm(today),
  decide: (visit, _table, form) => chosen(visit, form),
  record: (visit, table, { concern, instead, until }, { choice, reason }) => {
    const { store, by } = visit
    const why = reason || null
    const kept = choice === 'keep'
    store.concerns.recordPriority(concern.id, kept, table.id, by, why, kept ? until : null)
    if (instead) putFirst(visit, table, { concern: instead, why, until })
  },
  answer: (visit, table) => ({
    to: `${to('/desk/round-tables', table.slug, { open: 'priorities' })}#priorities`,
    part: () => prioritiesPart(visit, table),
  }),
  again: (visit, table, failed) =>
    againIn(visit, table, { ...failed, form: formTyped(visit, failed) }, (here) =>
      prioritiesPart(visit, table, here),
    ),
})

interface Chosen {
  concern: Concern
  /** What comes first from now on, where one was changed for another. */
  instead: Concern | null
  until: When | null
}

const chosen = (
  visit: Visit,
  { concernId, choice, into, until }: PriorityForm,
): Decision<Chosen> => {
  const concern = findTyped(visit, concernId)
  if (!concern || concern.depth === 'named')
    return refuse('concernId', 'Choose a priority from the list')
  const lasts = agreePriority({ agreed: choice !== 'drop', until }, visit.today)
  if (!lasts.accepted) return lasts
  const value = { concern, until: lasts.value.until }
  if (choice !== 'change') return accept({ ...value, instead: null })
  const instead = findTyped(visit, into)
  return instead && instead.id !== concern.id && instead.depth !== 'named'
    ? accept({ ...value, instead })
    : refuse('into', 'Choose what comes first instead')
}

const findTyped = ({ store, who }: Visit, id: number | null): Concern | undefined =>
  id === null ? undefined : store.concerns.find(id, who)

const putFirst = (
  { store, by }: Visit,
  table: RoundTable,
  { concern, why, until }: { concern: Concern; why: string | null; until: When | null },
): void => {
  if (!store.roundTables.concernIds(table.id).includes(concern.id))
    store.roundTables.recordConcern(table.id, concern.id, by)
  if (!isPriority(concern))
    store.concerns.recordPriority(concern.id, true, table.id, by, why, until)
}

/** Each priority has a form of its own, called after its concern. */
const formTyped = (visit: Visit, { body }: Failed): string => {
  const form = parse(PriorityForm(visit.today).omit({ until: true }).loose(), body)
  const concern = form.accepted ? findTyped(visit, form.value.concernId) : undefined
  return `priority-${concern?.id ?? 0}`
}

/** The last table's priorities: kept, changed for another or dropped, each with its history. */
export const prioritiesRoutes: readonly Route[] = [decidePriority]
