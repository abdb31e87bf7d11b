import { z } from 'zod'
import { accept, refuse } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import {
  lengthOf,
  MOST_MINUTES,
  rearrange,
  timesOf,
  type Topic,
} from '../../../domain/round-tables/agenda.ts'
import { sameWords } from '../../../domain/same-words.ts'
import { stateOf, titleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { namesOf } from '../../../work/names.ts'
import { byPolicy, NothingTyped, type Failed } from '../../change.ts'
import { notFound, Problem } from '../../errors.ts'
import { needed } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { idIn } from '../names.ts'
import { change, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { slotsOf } from './agenda-slots.ts'
import { findTable } from './find-round-table.ts'

const SlotForm = z.strictObject({
  key: z.string().max(60),
  move: z.enum(['up', 'down', '']).default(''),
  minutes: z
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
    ),
})
const TopicForm = z.strictObject({ text: needed('Say what you want to talk about', 200) })

/**
 * Made from what is open now, so that a table that is over has none: what became of it stands in
 * its minutes.
 */
const showPage = (visit: Visit): Drawn => {
  const table = findTable(visit)
  if (!isToCome(table)) throw notFound()
  return agendaPage(visit, table)
}

const agendaPage = (visit: Visit, table: RoundTable, failed?: Failed): Drawn => {
  const { store, who } = visit
  const slots = slotsOf(visit, table)
  const isAhead = isToCome(table)
  const names = namesOf(store)
  return view('desk/round-tables/agenda', {
    frame: frameOf(visit, `Agenda, ${titleOf(table)}`, 'round-tables', failed),
    table,
    slots,
    times: timesOf(slots, table.startsAt),
    length: lengthOf(slots),
    large: visit.query.large === 'yes',
    mayWrite: may.write(who) && isAhead,
    mayPark: may.comment(who) && isAhead,
    topics: store.agendas.topics(table.id).map((topic) => ({
      ...topic,
      by: names.person(topic.personId),
      mayEnd: isAhead && mayEnd(visit, topic),
    })),
  })
}

const isToCome = (table: RoundTable): boolean => ['planned', 'open'].includes(stateOf(table))

/** Whoever put it down, and whoever writes the agenda. */
const mayEnd = ({ who }: Visit, { personId }: Topic): boolean =>
  personId === who.personId || may.write(who)

/** A table that people can still put something down for. */
const findAhead = (visit: Visit): RoundTable => {
  const table = findTable(visit)
  if (isToCome(table)) return table
  throw new Problem(
    409,
    'This round table is over',
    'Nothing was saved. Put it down for the next one.',
  )
}

const findTopic = (visit: Visit): { table: RoundTable; topic: Topic } => {
  const table = findAhead(visit)
  const id = idIn(visit.params.id)
  const topic = visit.store.agendas.topics(table.id).find((each) => each.id === id)
  if (!topic) throw notFound()
  return { table, topic }
}

const arrangeSlot = change('/desk/round-tables/:slug/agenda', 'write', {
  name: 'slot',
  find: (visit: Visit) => {
    const table = findAhead(visit)
    return { table, slots: slotsOf(visit, table) }
  },
  allow: byPolicy,
  form: SlotForm,
  decide: (_visit, { slots }, { key, move, minutes }) =>
    slots.some((slot) => slot.key === key)
      ? accept(rearrange(slots, key, { move: move || null, minutes }))
      : refuse('minutes', 'This is not on the agenda any more'),
  record: ({ store, by }, { table }, arrangement) =>
    store.agendas.arrange(table.id, arrangement, by),
  answer: (_visit, { table }, _done, { key }) => agendaAt(table, `slot-${key}`),
  again: (visit, { table }, failed) => {
    const { key } = (failed.body ?? {}) as { key?: unknown }
    return agendaPage(visit, table, { ...failed, form: `slot-${String(key ?? '')}` })
  },
})

const putDownTopic = change('/desk/round-tables/:slug/topics', 'comment', {
  name: 'topic',
  keepsWords: true,
  find: findAhead,
  allow: byPolicy,
  form: TopicForm,
  decide: ({ store }, { id }, { text }) =>
    store.agendas.topics(id).some((topic) => sameWords(topic.text, text))
      ? refuse('text', 'This is put down already. It stands on the agenda')
      : accept(text),
  record: ({ store, by }, { id }, text) => store.agendas.recordTopic(id, text, by),
  answer: (_visit, table) => agendaAt(table, 'topics'),
  again: agendaPage,
})

const endTopic = change('/desk/round-tables/:slug/topics/:id/ending', 'matter', {
  name: 'topic',
  find: findTopic,
  allow: (visit, { topic }) => mayEnd(visit, topic),
  form: NothingTyped,
  decide: (_visit, { topic }) => accept(topic),
  record: ({ store, by }, _found, { id }) => store.agendas.endTopic(id, by),
  answer: (_visit, { table }) => agendaAt(table, 'topics'),
  again: (visit, { table }, failed) => agendaPage(visit, table, { ...failed, body: {} }),
})

const agendaAt = ({ slug }: RoundTable, part: string): string =>
  `${to('/desk/round-tables', slug, 'agenda')}#${part}`

/**
 * The agenda of a table: made from what is open, arranged by the coordinator, with what members put
 * down beforehand.
 */
export const agendaRoutes: readonly Route[] = [
  page('/desk/round-tables/:slug/agenda', 'read', showPage),
  arrangeSlot,
  putDownTopic,
  endTopic,
]
