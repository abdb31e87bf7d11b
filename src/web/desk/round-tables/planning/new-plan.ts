import { z } from 'zod'
import { accept, refuse, type Decision } from '../../../../domain/decision.ts'
import { plannedAlready } from '../../../../domain/round-tables/planned-already.ts'
import { hasRoom, plan, type Plan } from '../../../../domain/round-tables/planning/plan.ts'
import { open, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { byPolicy, nothing } from '../../../change.ts'
import { ticked } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { change } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { indexPage } from './index-page.ts'
import { planFields, typedPlan } from './plan-form.ts'

const planForm = (today: string) =>
  z.strictObject({
    ...planFields(today),
    begin: ticked(),
  })
type PlanForm = z.infer<ReturnType<typeof planForm>>
/** A table that is about to be planned and opened in one step. */
const NOT_OPEN = { openedAt: null, finishedAt: null, agreedAt: null } as RoundTable

/** A round table is planned, and opened in the same step where it begins now. */
export const planTable = change('/desk/round-tables', 'write', {
  name: 'plan',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  form: ({ today }: Visit) => planForm(today),
  decide: ({ store }, _nothing, form) => planHere(form, store.roundTables.list()),
  record: ({ store, by }, _nothing, { there, ...planned }, { begin }) => {
    const slug = there?.slug ?? store.roundTables.recordPlan(planned, by)
    const { id, openedAt } = store.roundTables.find(slug)!
    if (begin && openedAt === null) store.roundTables.recordOpening(id, by)
    return slug
  },
  answer: (_visit, _nothing, slug) => to('/desk/round-tables', slug),
  again: (visit, _nothing, failed) => indexPage(visit, failed),
})

type Planned = Plan & { there: RoundTable | undefined }

/** The plan, where its quarter has room, and nothing stands in the way of opening it at once. */
const planHere = (form: PlanForm, tables: RoundTable[]): Decision<Planned> => {
  const planned = plan(typedPlan(form))
  if (!planned.accepted) return planned
  const there = plannedAlready(planned.value, tables)
  if (there && !isSamePlan(there, planned.value))
    return refuse(
      'heldOn',
      'A round table is planned for this day and time already. It stands in the list',
    )
  if (!there && !hasRoom(planned.value, tables))
    return refuse('heldOn', 'There are too many round tables in this quarter already')
  const isRunning = there !== undefined && there.openedAt !== null
  const begins = form.begin && !isRunning ? open(there ?? NOT_OPEN, tables) : accept(NOT_OPEN)
  return begins.accepted
    ? accept({ ...planned.value, there })
    : refuse('heldOn', begins.refusals[0]!.reason)
}

/** The same form sent again goes where it went; another plan for the same time is asked about. */
const isSamePlan = (
  there: RoundTable,
  { place, expectedIds }: Pick<RoundTable, 'place' | 'expectedIds'>,
): boolean =>
  there.place === place && String(there.expectedIds.toSorted()) === String(expectedIds.toSorted())
