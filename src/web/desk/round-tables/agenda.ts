import { z } from 'zod'
import { accept, conflict, refuse } from '../../../domain/decision.ts'
import { MOST_MINUTES, type Arrangement, type Slot } from '../../../domain/round-tables/agenda.ts'
import {
  asArranged,
  forEveryTable,
  rearrange,
} from '../../../domain/round-tables/agenda/arrange.ts'
import { HOLDINGS } from '../../../domain/round-tables/agenda/holdings.ts'
import {
  isTooLong,
  LONGEST_TITLE,
  orderAsTyped,
  readOrder,
} from '../../../domain/round-tables/agenda/order.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import { arrangementOf } from '../../../work/agenda.ts'
import { byPolicy, NothingTyped } from '../../change.ts'
import { words } from '../../forms.ts'
import { to } from '../../to.ts'
import { change, conflictPage, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { agendaAt, agendaPage, findAhead } from './agenda-page.ts'
import { slotsOf, sourcesOf } from './agenda-slots.ts'
import { findTable } from './find-round-table.ts'

const AGENDA = '/desk/round-tables/:slug/agenda'

const Minutes = z
  .string()
  .default('')
  .transform((text) => (text.trim() === '' ? null : Number(text)))
  .pipe(
    z
      .number('Write a number of minutes')
      .int('Write a whole number')
      .min(0, 'Write a number of minutes')
      .max(MOST_MINUTES, `${MOST_MINUTES} minutes at most`)
      .nullable(),
  )
const SlotForm = z.strictObject({
  key: z.string().max(60),
  move: z.enum(['up', 'down', 'out', '']).default(''),
  minutes: Minutes,
})
/** What a slot is: each of them is there, so that one left empty is meant so. */
const AsItIsForm = z.strictObject({
  key: z.string().max(60),
  title: words().pipe(z.string().min(1, 'Say what it is called')),
  leads: words(LONGEST_TITLE),
  holds: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(HOLDINGS)),
  ),
})
const OrderForm = z.strictObject({
  order: words(8000),
  basedOn: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

interface Found {
  table: RoundTable
  slots: Slot[]
}
const findSlots = (visit: Visit): Found => {
  const table = findAhead(visit)
  return { table, slots: slotsOf(visit, table) }
}
const NOT_THERE = 'This is not on the agenda any more'

const arrangeSlot = change(AGENDA, 'write', {
  name: 'slot',
  find: findSlots,
  allow: byPolicy,
  form: SlotForm,
  decide: ({ store }, { table, slots }, { key, move, minutes }) =>
    slots.some((slot) => slot.key === key)
      ? accept(rearrange(slots, key, { move: move || null, minutes }, arrangementOf(store, table)))
      : refuse('minutes', NOT_THERE),
  record: ({ store, by }, { table }, arrangement) =>
    store.agendas.arrange(table.id, arrangement, by),
  answer: (_visit, { table }, _done, { key, move }) =>
    agendaAt(table, move === 'out' ? 'order' : `slot-${key}`),
  again: (visit, { table }, failed) =>
    agendaPage(visit, table, { ...failed, form: `slot-${keyIn(failed.body)}` }),
})

/** What a slot is called, who leads it, and what the record puts under it. */
const changeSlot = change(`${AGENDA}/slots`, 'write', {
  name: 'slot',
  keepsWords: true,
  find: findSlots,
  allow: byPolicy,
  form: AsItIsForm,
  decide: ({ store }, { table, slots }, { key, ...said }) => {
    const slot = slots.find((each) => each.key === key)
    if (!slot) return refuse('title', NOT_THERE)
    return isTooLong(said.title, slot)
      ? refuse(
          'title',
          `Make this title shorter: ${LONGEST_TITLE} letters at most, and it has ${said.title.length}`,
        )
      : accept(
          rearrange(
            slots,
            key,
            { move: null, minutes: null, ...said },
            arrangementOf(store, table),
          ),
        )
  },
  record: ({ store, by }, { table }, arrangement) =>
    store.agendas.arrange(table.id, arrangement, by),
  answer: (_visit, { table }, _done, { key }) => agendaAt(table, `slot-${key}`),
  again: (visit, { table }, failed) =>
    agendaPage(visit, table, { ...failed, form: `what-${keyIn(failed.body)}` }),
})

const keyIn = (body: unknown): string => String((body as { key?: unknown } | null)?.key ?? '')

/** The whole order at once, as it is typed: one line for each slot. */
const typeOrder = change(`${AGENDA}/order`, 'write', {
  name: 'order',
  keepsWords: true,
  find: findSlots,
  allow: byPolicy,
  form: OrderForm,
  decide: (visit, { table, slots }, { order, basedOn }) => {
    const last = visit.store.agendas.arranged(table.id)
    return (last?.id ?? 0) === basedOn
      ? readOrder(order, slots, sourcesOf(visit, table))
      : conflict('Someone arranged this agenda while you were typing')
  },
  record: ({ store, by }, { table }, arrangement: Arrangement) =>
    store.agendas.arrange(table.id, arrangement, by),
  answer: (_visit, { table }) => agendaAt(table, 'order'),
  again: (visit, { table }, failed) => agendaPage(visit, table, failed),
  conflict: (visit, { table, slots }, { order }) =>
    conflictPage(visit, 'round-tables', {
      reason: 'Someone arranged this agenda while you were typing. Yours was not saved',
      theirs: orderAsTyped(slots),
      yours: order,
      back: to('/desk/round-tables', table.slug, 'agenda'),
    }),
})

/** This order is what every new agenda begins with. */
const keepOrder = change(`${AGENDA}/standing-order`, 'write', {
  name: 'standing-order',
  find: findSlots,
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ store }, { table, slots }) => {
    const gone = arrangementOf(store, table).filter(({ isGone }) => isGone)
    return accept(forEveryTable([...slots.map(asArranged), ...gone]))
  },
  record: ({ store, by }, _found, order) => store.agendas.recordStandingOrder(order, by),
  answer: (_visit, { table }) => agendaAt(table, 'standing-order'),
  again: (visit, { table }, failed) => agendaPage(visit, table, { ...failed, body: {} }),
})

const dropOrder = change(`${AGENDA}/standing-order/ending`, 'write', {
  name: 'standing-order',
  find: findAhead,
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ store }) => accept(store.agendas.standingOrder() !== undefined),
  record: ({ store, by }, _table, isKept) => {
    if (isKept) store.agendas.recordStandingOrder(null, by)
  },
  answer: (_visit, table) => agendaAt(table, 'standing-order'),
  again: (visit, table, failed) => agendaPage(visit, table, { ...failed, body: {} }),
})

/** The agenda of a table: made from what is open, in the order that the coordinator gives it. */
export const agendaRoutes: readonly Route[] = [
  page(AGENDA, 'read', (visit) => agendaPage(visit, findTable(visit))),
  arrangeSlot,
  changeSlot,
  typeOrder,
  keepOrder,
  dropOrder,
]
