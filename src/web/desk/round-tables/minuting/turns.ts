import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { accept, refuse } from '../../../../domain/decision.ts'
import { placesOf } from '../../../../work/minute-lines/plan-turn.ts'
import { byPolicy } from '../../../change.ts'
import { to } from '../../../to.ts'
import { change, type Route } from '../../route.ts'
import { findOpen } from '../find-round-table.ts'
import { minutePage } from './minuting-page.ts'

const TurnForm = z.strictObject({ key: z.string().max(60) })

/** The table turns to a slot of its agenda, as a line `# Police report` says it. */
const turnTo = change('/desk/round-tables/:slug/turns', 'write', {
  name: 'turn',
  find: (visit) => findOpen(visit),
  allow: byPolicy,
  form: TurnForm,
  decide: (visit, table, { key }) => {
    const place = placesOf(visit.store, visit, table).find((each) => each.key === key)
    return place ? accept(place) : refuse('key', 'This is not on the agenda any more')
  },
  record: ({ store, by }, { id }, { key, title }) => {
    const turnId = store.agendas.recordTurn({ roundTableId: id, slotKey: key, title }, by)
    const became = { noun: 'turn', id: turnId } as const
    store.typedLines.record(
      { roundTableId: id, key: randomUUID(), place: 0, became, typed: title },
      by,
    )
  },
  answer: (_visit, { slug }) => `${to('/desk/round-tables', slug)}#quick-text`,
  again: minutePage,
})

/** What the table speaks of now: what is typed from here on stands under it in the minutes. */
export const turnsRoutes: readonly Route[] = [turnTo]
