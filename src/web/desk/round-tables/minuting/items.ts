import { agree, type AgreedAction } from '../../../../domain/actions/agreement.ts'
import { z } from 'zod'
import { isPriority, type Concern } from '../../../../domain/concerns/concern.ts'
import { accept, refuse, type Decision } from '../../../../domain/decision.ts'
import { isRepresented, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { byPolicy, type Failed, type Onward } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { ticked } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { agreeForm } from '../../concerns/concern-forms.ts'
import { idIn } from '../../names.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findOpen } from '../find-round-table.ts'
import { minuteItems } from '../document/minute-items.ts'
import { minutePage } from './minuting-page.ts'
import { againIn, dropKept, partOf, placeAt } from './part.ts'

const PriorityForm = z.strictObject({ agreed: ticked() })
type AgreeForm = z.infer<ReturnType<typeof agreeForm>>

interface OnTheTable {
  table: RoundTable
  concern: Concern
}

/** A concern that is an item of this table, where this person may know of it. */
export const findItem = (visit: Visit): OnTheTable => {
  const { store, params, who } = visit
  const table = findOpen(visit)
  const concern = store.concerns.find(idIn(params.id), who)
  if (!concern || !store.roundTables.concernIds(table.id).includes(concern.id)) throw notFound()
  return { table, concern }
}

/** On to the item of a concern, as it stands now. */
export const itemSaved = (visit: Visit, table: RoundTable, concernId: number): Onward => ({
  to: placeAt(table, formOf(concernId), 'text'),
  part: () => itemPart(visit, table, concernId),
})

const formOf = (concernId: number): string => `item-${concernId}`

/** @param goesOn whether the next action is typed next: then the keyboard goes to its field. */
const itemPart = (
  visit: Visit,
  table: RoundTable,
  id: number,
  failed?: Failed,
  goesOn = true,
): Drawn =>
  view('desk/round-tables/document/_item', {
    ...partOf(visit, table, formOf(id), failed),
    goesOn,
    item: minuteItems(visit, table).find(
      (each) => each.open === to('/desk/concerns', id) || each.concern?.id === id,
    )!,
  })

/** What every change of an item has in common. */
const ofItem = {
  name: 'item',
  find: findItem,
  allow: byPolicy,
  answer: (visit: Visit, { table, concern }: OnTheTable) => itemSaved(visit, table, concern.id),
  again: (visit: Visit, { table, concern }: OnTheTable, failed: Failed) =>
    againIn(visit, table, { ...failed, form: formOf(concern.id) }, (here) =>
      itemPart(visit, table, concern.id, here),
    ),
}

const setPriority = change('/desk/round-tables/:slug/concerns/:id/priorities', 'write', {
  ...ofItem,
  // Where one stands when it is ticked, one stays (3.2.2).
  answer: (visit, { table, concern: { id } }) => ({
    to: placeAt(table, formOf(id), 'text'),
    part: () => itemPart(visit, table, id, undefined, false),
  }),
  form: PriorityForm,
  decide: (_visit, _found, { agreed }) => accept(agreed),
  record: ({ store, by }, { table, concern }, agreed) => {
    if (agreed !== isPriority(concern))
      store.concerns.recordPriority(concern.id, agreed, table.id, by)
  },
})

const agreeUnder = change('/desk/round-tables/:slug/concerns/:id/actions', 'write', {
  ...ofItem,
  keepsWords: true,
  form: (visit: Visit) => agreeForm(visit),
  decide: (_visit, { table }, form) => agreeAt(table, form),
  record: (visit, { table, concern }, agreed, form) => {
    recordAgreed(visit, table, [concern.id], agreed, form)
    dropKept(visit, table, formOf(concern.id))
  },
})

/** An action that belongs under no concern. */
const agreeAlone = change('/desk/round-tables/:slug/actions', 'write', {
  name: 'alone',
  keepsWords: true,
  find: (visit: Visit) => findOpen(visit),
  allow: byPolicy,
  form: (visit: Visit) => agreeForm(visit),
  decide: (_visit, table, form) => agreeAt(table, form),
  record: (visit, table, agreed, form) => recordAgreed(visit, table, [], agreed, form),
  answer: (_visit, table) => placeAt(table, 'alone', 'text'),
  again: minutePage,
})

/** R6: only an organisation that sits here can agree here. */
const agreeAt = (table: RoundTable, form: AgreeForm): Decision<AgreedAction> => {
  const { held, ground, ...terms } = form
  return held && !ground
    ? refuse('ground', 'Choose the ground. It is all that others will read')
    : agree(terms, (id) => isRepresented(table, id))
}

const recordAgreed = (
  { store, who, by }: Visit,
  { id }: RoundTable,
  concernIds: number[],
  agreed: AgreedAction,
  { held, ground }: AgreeForm,
): void => {
  store.actions.record(
    agreed,
    {
      roundTableId: id,
      concernIds,
      depth: held ? 'named' : 'table',
      ground: held ? ground : null,
      list: [who.personId],
    },
    by,
  )
}

/** The items of a table: what comes first, and what is agreed under each and beside them. */
export const itemsRoutes: readonly Route[] = [setPriority, agreeUnder, agreeAlone]
