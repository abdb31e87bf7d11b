import { z } from 'zod'
import { sayWhen } from '../../../../domain/day.ts'
import {
  cancel,
  changePlan,
  reinstate,
  takeOpeningBack,
  takePlanBack,
} from '../../../../domain/round-tables/planning/plan.ts'
import { stateOf, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { tellAsked, whatHangsOn } from '../../../../work/expected.ts'
import { namesOf } from '../../../../work/names.ts'
import { whatStandsAt } from '../../../../work/written-since.ts'
import { byPolicy, NothingTyped, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { change, conflictPage, page, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findTable } from '../find-round-table.ts'
import { minutePage } from '../minuting/minuting-page.ts'
import { planFields, reasonForm, typedPlan } from './plan-form.ts'
import { editPage, planInWords } from './planned-page.ts'

const ChangeForm = (today: string) =>
  z.strictObject({
    ...planFields(today),
    reason: words(500),
    basedOn: z.string().max(30),
  })

const edit = (visit: Visit, table: RoundTable, failed?: Failed) =>
  editPage(visit, table, whatHangsOn(visit.store, table), failed)

/** A table that has not begun; what has begun is changed in its minutes. */
const findPlanned = (visit: Visit): RoundTable => {
  const table = findTable(visit)
  if (!['planned', 'cancelled'].includes(stateOf(table))) throw notFound()
  return table
}

const at = ({ slug }: RoundTable): string => to('/desk/round-tables', slug)

/** Everyone who was asked is told, once what changed is on disk. */
const tellThem = ({ store, by, desk }: Visit, id: number): void => {
  tellAsked(store, id, by)
  desk.postLetters()
}

const changeTable = change('/desk/round-tables/:slug/plan', 'write', {
  name: 'change',
  keepsWords: true,
  find: findTable,
  allow: byPolicy,
  form: ({ today }: Visit) => ChangeForm(today),
  decide: ({ store, today }, table, { reason, basedOn, ...form }) =>
    changePlan(table, typedPlan(form), {
      reason,
      basedOn,
      others: store.roundTables.list(),
      today: store.answers.asked(table.id).length > 0 ? today : null,
    }),
  record: (visit, { id }, changed) => {
    visit.store.roundTables.recordPlanChange(id, changed, visit.by)
    tellThem(visit, id)
  },
  answer: (_visit, table) => at(table),
  again: edit,
  conflict: (visit, table, form) => {
    const { organisation } = namesOf(visit.store)
    return conflictPage(visit, 'round-tables', {
      reason: 'Someone else changed this round table while you were writing. Nothing was saved.',
      theirs: planInWords(
        { ...table, heldOn: sayWhen(table.heldOn) },
        table.expectedIds.map(organisation),
      ),
      yours: planInWords(
        { ...typedPlan(form), heldOn: form.heldOn ? sayWhen(form.heldOn) : '' },
        form.expectedIds.map(organisation),
      ),
      back: to('/desk/round-tables', table.slug, 'plan'),
    })
  },
})

const cancelTable = change('/desk/round-tables/:slug/cancelling', 'write', {
  name: 'cancelling',
  keepsWords: true,
  find: findTable,
  allow: byPolicy,
  form: reasonForm,
  decide: (_visit, table, { reason }) => cancel(table, reason),
  record: (visit, { id }, reason) => {
    visit.store.roundTables.recordCancelling(id, reason, visit.by)
    tellThem(visit, id)
  },
  answer: (_visit, table) => at(table),
  again: edit,
})

const reinstateTable = change('/desk/round-tables/:slug/reinstatement', 'write', {
  name: 'reinstatement',
  keepsWords: true,
  find: findTable,
  allow: byPolicy,
  form: reasonForm,
  decide: ({ store }, table, { reason }) => reinstate(table, reason, store.roundTables.list()),
  record: (visit, { id }, reason) => {
    visit.store.roundTables.recordReinstating(id, reason, visit.by)
    tellThem(visit, id)
  },
  answer: (_visit, table) => at(table),
  again: edit,
})

const takeBackPlan = change('/desk/round-tables/:slug/withdrawal', 'write', {
  name: 'mistake',
  find: findTable,
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ store }, table) => takePlanBack(table, whatHangsOn(store, table)),
  record: ({ store, by }, { id }) => store.roundTables.recordPlanTakenBack(id, by),
  answer: () => '/desk/round-tables',
  again: edit,
})

const takeBackOpening = change('/desk/round-tables/:slug/opening/withdrawal', 'write', {
  name: 'mistake',
  find: findTable,
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ store }, table) => takeOpeningBack(table, whatStandsAt(store, table)),
  record: ({ store, by }, { id }) => store.roundTables.recordOpeningTakenBack(id, by),
  answer: (_visit, table) => at(table),
  again: (visit, table, failed) =>
    stateOf(table) === 'open' ? minutePage(visit, table, failed) : edit(visit, table, failed),
})

/** A plan is changed, moved, cancelled, and taken back where it was a mistake (R30). */
export const changePlanRoutes: readonly Route[] = [
  page('/desk/round-tables/:slug/plan', 'write', (visit) => edit(visit, findPlanned(visit))),
  changeTable,
  cancelTable,
  reinstateTable,
  takeBackPlan,
  takeBackOpening,
]
