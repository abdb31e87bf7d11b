import { z } from 'zod'
import { accept, refuse } from '../../../domain/decision.ts'
import type { Topic } from '../../../domain/round-tables/agenda.ts'
import { OUTCOMES, REACHABLE, type Reachable } from '../../../domain/round-tables/agenda/reached.ts'
import { stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { sameWords } from '../../../domain/same-words.ts'
import { concernsOn, questionsOn, topicsOf } from '../../../work/agenda.ts'
import { byPolicy, NothingTyped, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { needed, words } from '../../forms.ts'
import { to } from '../../to.ts'
import type { Drawn } from '../../views/view.ts'
import { idIn } from '../names.ts'
import { change, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { agendaAt, agendaPage, findAhead, mayEndTopic } from './agenda-page.ts'
import { finishingPage } from './minuting/finishing-page.ts'

const TopicForm = z.strictObject({ text: needed('Say what you want to talk about', 200) })
const OutcomeForm = z.strictObject({
  of: z.enum(REACHABLE),
  id: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  outcome: z.enum(OUTCOMES),
  reason: words(300),
  from: z.enum(['agenda', 'finishing']).default('agenda'),
})

const findTopic = (visit: Visit): { table: RoundTable; topic: Topic } => {
  const table = findAhead(visit)
  const id = idIn(visit.params.id)
  const topic = visit.store.agendas.topics(table.id).find((each) => each.id === id)
  if (!topic) throw notFound()
  return { table, topic }
}

const putDownTopic = change('/desk/round-tables/:slug/topics', 'park', {
  name: 'topic',
  keepsWords: true,
  find: findAhead,
  allow: byPolicy,
  form: TopicForm,
  decide: ({ store, today }, table, { text }) =>
    topicsOf(store, table, today).some((topic) => sameWords(topic.text, text))
      ? refuse('text', 'This is put down already. It stands on the agenda')
      : accept(text),
  record: ({ store, by }, { id }, text) => store.agendas.recordTopic(id, text, by),
  answer: (_visit, table) => agendaAt(table, 'topics'),
  again: agendaPage,
})

const endTopic = change('/desk/round-tables/:slug/topics/:id/ending', 'matter', {
  name: 'topic',
  find: findTopic,
  allow: (visit, { topic }) => mayEndTopic(visit, topic),
  form: NothingTyped,
  decide: (_visit, { topic }) => accept(topic),
  record: ({ store, by }, _found, { id }) => store.agendas.endTopic(id, by),
  answer: (_visit, { table }) => agendaAt(table, 'topics'),
  again: (visit, { table }, failed) => agendaPage(visit, table, { ...failed, body: {} }),
})

/**
 * R4: it comes to the next agenda by itself, until it is spoken of or someone drops it with a
 * reason.
 */
const sayOutcome = change('/desk/round-tables/:slug/outcomes', 'write', {
  name: 'outcome',
  keepsWords: true,
  find: findAhead,
  allow: byPolicy,
  form: OutcomeForm,
  decide: (visit, table, { of, id, outcome, reason }) => {
    if (!isOnAgenda(visit, table, { of, id })) throw notFound()
    return outcome === 'dropped' && reason === ''
      ? refuse('reason', 'Say why it is dropped. Whoever raised it will read that')
      : accept({ outcome, reason: outcome === 'dropped' ? reason : null })
  },
  record: ({ store, by }, table, said, { of, id }) =>
    store.agendas.recordOutcome(table.id, { of, id }, said, by),
  answer: (_visit, table, _done, { from }) =>
    from === 'finishing'
      ? `${to('/desk/round-tables', table.slug, 'finishing')}#not-reached`
      : agendaAt(table, 'topics'),
  again: (visit, table, failed) => outcomeAgain(visit, table, failed),
})

const outcomeAgain = (visit: Visit, table: RoundTable, failed: Failed): Drawn => {
  const { of, id, from } = (failed.body ?? {}) as Record<string, unknown>
  const here = { ...failed, form: `outcome-${String(of ?? '')}-${String(id ?? '')}` }
  return from === 'finishing' && stateOf(table) === 'open'
    ? finishingPage(visit, here)
    : agendaPage(visit, table, here)
}

/** ... and not held in private: what is said here is read by the whole table (R11). */
const isOnAgenda = ({ store, today }: Visit, table: RoundTable, { of, id }: Reachable): boolean => {
  switch (of) {
    case 'topic':
      return topicsOf(store, table, today).some((topic) => topic.id === id)
    case 'concern':
      return concernsOn(store, table).some((each) => each.id === id)
    default:
      return questionsOn(store, table, store.actions.listUnfiltered([id])).some(
        (action) => action.depth !== 'named' && action.roundTableId !== table.id,
      )
  }
}

/** What people put down for a table, and what it says of what it did not reach. */
export const agendaTopicsRoutes: readonly Route[] = [putDownTopic, endTopic, sayOutcome]
