import { z } from 'zod'
import { raise, type Raised } from '../../../../domain/concerns/concern.ts'
import { accept, refuse, type Decision } from '../../../../domain/decision.ts'
import { GROUNDS } from '../../../../domain/depth.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { byPolicy, type Failed } from '../../../change.ts'
import { maybeId } from '../../../forms.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { concernForm } from '../../concerns/concern-forms.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findOpen } from '../find-round-table.ts'
import { itemSaved } from './items.ts'
import { othersOf } from '../document/minute-items.ts'
import { againIn, dropKept, partOf } from './part.ts'

const BringForm = z.strictObject({ concernId: maybeId() })
type ConcernForm = z.infer<ReturnType<typeof concernForm>>

/** What both ways to add a concern have in common: the part with their two forms. */
const atTable = {
  find: (visit: Visit) => findOpen(visit),
  allow: byPolicy,
  again: (visit: Visit, table: RoundTable, failed: Failed) =>
    againIn(visit, table, failed, (here) => newConcernPart(visit, table, here)),
}

const newConcernPart = (visit: Visit, table: RoundTable, failed: Failed): Drawn =>
  view('desk/round-tables/minuting/_new-concern', {
    ...partOf(visit, table, failed.form, failed),
    others: othersOf(visit, table),
  })

const raiseHere = change('/desk/round-tables/:slug/concerns', 'write', {
  ...atTable,
  name: 'new-concern',
  keepsWords: true,
  form: ({ today }: Visit) => concernForm(today, 'round-table'),
  decide: (visit, table, form) => raiseAt(visit, table, form),
  record: (visit, table, raised) => {
    const { store, by } = visit
    const isFromHere = raised.originKind === 'round-table'
    const roundTableId = isFromHere ? table.id : null
    const id = store.concerns.record(raised, { roundTableId, splitFromId: null }, by)
    dropKept(visit, table, 'new-concern')
    return isFromHere ? id : store.roundTables.recordConcern(table.id, id, by)
  },
  answer: (visit, table, id) => itemSaved(visit, table, id),
})

/**
 * The tick beside the words is the quick way to hold a family's matter: its usual ground, and who
 * writes it down.
 */
const raiseAt = (
  { who, today }: Visit,
  { heldOn }: RoundTable,
  form: ConcernForm,
): Decision<Raised> => {
  const { held } = form
  const isNamed = held || form.depth === 'named'
  return raise(
    {
      ...form,
      raisedOn: form.raisedOn ?? (heldOn <= today ? heldOn : today),
      originNote: form.originNote || null,
      depth: held ? 'named' : form.depth,
      ground: (held ? form.ground || GROUNDS[0] : form.ground) || null,
      list: isNamed ? [...new Set([...form.list, who.personId])] : [],
    },
    today,
  )
}

const bringHere = change('/desk/round-tables/:slug/bringing', 'write', {
  ...atTable,
  name: 'bring',
  form: BringForm,
  decide: ({ store, who }: Visit, _table, { concernId }) => {
    const concern = concernId === null ? undefined : store.concerns.find(concernId, who)
    return concern ? accept(concern) : refuse('concernId', 'Choose a concern from the list')
  },
  record: ({ store, by }, table, { id }) => {
    store.roundTables.recordConcern(table.id, id, by)
    return id
  },
  answer: (visit, table, id) => itemSaved(visit, table, id),
})

/** A concern that is raised at the table, or brought to it. */
export const newConcernsRoutes: readonly Route[] = [raiseHere, bringHere]
