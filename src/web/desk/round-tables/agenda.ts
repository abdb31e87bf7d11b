import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import type { Desk, Visit } from '../visit.ts'
import { namesOf } from '../../../work/names.ts'
import { z } from 'zod'
import { isFinished, isOpen, isOverdue, silence, termsOf } from '../../../domain/actions/action.ts'
import {
  agendaOf,
  lengthOf,
  MOST_MINUTES,
  rearrange,
  timesOf,
  type Slot,
} from '../../../domain/round-tables/agenda.ts'
import { wordingOf } from '../../../domain/concerns/concern.ts'
import { sayWhen } from '../../../domain/day.ts'
import type { Refusal } from '../../../domain/decision.ts'
import { AGENDA_DAYS } from '../../../domain/actions/notices.ts'
import { may } from '../../../domain/may.ts'
import { carriedTo } from '../../../domain/round-tables/minutes.ts'
import { prioritiesAt } from '../../../domain/concerns/priorities.ts'
import {
  monthTitle,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import { refused, saved, show } from '../../answer.ts'
import { notAllowed, notFound, Problem } from '../../errors.ts'
import { needed, parse } from '../../forms.ts'
import { say } from '../../../domain/say.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { dueBefore } from '../../../work/due.ts'
import { findTable } from './find-round-table.ts'
import { idIn, linesOf } from '../names.ts'
import { madeNoDifference } from '../residents/verdicts.ts'

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
const EmptyForm = z.strictObject({})

/**
 * The agenda of a table: made from what is open, arranged by the coordinator, with what members put
 * down beforehand.
 */
export const agendaRoutes = (desk: Desk): void => {
  const { store } = desk

  /**
   * Made from what is open now, so that a table that is over has none: what became of it stands in
   * its minutes.
   */
  desk.get('/desk/round-tables/:slug/agenda', 'read', (visit) => {
    const table = findTable(store, visit)
    if (!isToCome(table)) throw notFound()
    return show(visit.reply, agendaPage(visit, table))
  })

  desk.change('/desk/round-tables/:slug/agenda', 'write', (visit) => {
    const table = findAhead(visit)
    const form = parse(SlotForm, visit.body)
    const slots = slotsOf(visit, table)
    const errors: Refusal[] = !form.accepted
      ? form.refusals
      : slots.some((slot) => slot.key === form.value.key)
        ? []
        : [{ field: 'minutes', reason: 'This is not on the agenda any more' }]
    if (!form.accepted || errors.length > 0)
      return refused(visit.request, visit.reply, errors, () =>
        agendaPage(visit, table, {
          form: `slot-${String((visit.body as { key?: unknown })?.key ?? '')}`,
          errors,
          body: visit.body,
        }),
      )
    store.agendas.arrange(
      table.id,
      rearrange(slots, form.value.key, {
        move: form.value.move || null,
        minutes: form.value.minutes,
      }),
      visit.by,
    )
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug, 'agenda')}#slot-${form.value.key}`,
    )
  })

  desk.change('/desk/round-tables/:slug/topics', 'comment', (visit) => {
    const table = findAhead(visit)
    const form = parse(TopicForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        agendaPage(visit, table, { form: 'topic', errors: form.refusals, body: visit.body }),
      )
    store.agendas.recordTopic(table.id, form.value.text, visit.by)
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug, 'agenda')}#topics`,
    )
  })

  desk.change('/desk/round-tables/:slug/topics/:id/ending', 'matter', (visit) => {
    const table = findAhead(visit)
    const topic = store.agendas.topics(table.id).find((each) => each.id === idIn(visit.params.id))
    if (!topic) throw notFound()
    if (topic.personId !== visit.who.personId && !may.write(visit.who)) throw notAllowed()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        agendaPage(visit, table, { form: 'topic', errors: form.refusals, body: {} }),
      )
    store.agendas.endTopic(topic.id, visit.by)
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug, 'agenda')}#topics`,
    )
  })

  const findAhead = (visit: Visit): RoundTable => {
    const table = findTable(store, visit)
    if (isToCome(table)) return table
    throw new Problem(
      409,
      'This round table is over',
      'Nothing was saved. Put it down for the next one.',
    )
  }

  /**
   * What is open now; words of what is held in private never stand on an agenda, which hangs on the
   * wall.
   */
  const slotsOf = (visit: Visit, table: RoundTable): Slot[] => {
    const actions = inAgendaOrder(
      carriedTo(table, store.actions.list(visit.who)),
      visit.today,
      dueBefore(table),
    ).filter((action) => isOpen(action) && action.depth !== 'named')
    const tables = store.roundTables.list()
    const before = tables.filter((each) => each.openedAt !== null && each.heldOn < table.heldOn)[0]
    const here = store.roundTables.concernIds(table.id)
    const concerns = store.concerns
      .list(visit.who)
      .filter((each) => each.mergedIntoId === null && each.depth !== 'named')
    const fresh = concerns.filter(
      (each) =>
        here.includes(each.id) ||
        (each.createdAt > (before?.openedAt ?? '') && each.roundTableId === null),
    )
    const next = tables.filter((each) => each.heldOn > table.heldOn).at(-1)
    const due = (action: (typeof actions)[number]) => {
      const { by } = termsOf(action)
      return [
        by
          ? `${isOverdue(action, visit.today) ? 'Late: it was due' : 'By'} ${sayWhen(by)}`
          : 'No date agreed yet',
        ...(silence(action, visit.today) > AGENDA_DAYS
          ? [`not heard of for ${say.days(silence(action, visit.today))}`]
          : []),
      ].join(', ')
    }
    const ended = (text: string) => text.replace(/(?<![.?!…])$/, '.')
    const names = namesOf(store)
    const asked = (action: (typeof actions)[number]) => {
      const { leadId, by, text } = termsOf(action)
      return `${action.number} ${ended(text)} ${leadId === null ? 'Not said yet who answers' : names.organisation(leadId)}${by ? `, promised by ${sayWhen(by)}` : ''}.`
    }
    const { waiting, kept } = prioritiesAt(table, concerns)
    return agendaOf(
      {
        organisations: store.organisations
          .list()
          .filter((each) => table.expectedIds.includes(each.id)),
        toAgree: tables
          .filter((each) => stateOf(each) === 'draft' && each.id !== table.id)
          .map((each) => monthTitle(each.heldOn)),
        priorities: [...waiting, ...kept].map((each) => wordingOf(each).text),
        carried: actions
          .filter((each) => termsOf(each).kind !== 'question' || isFinished(each))
          .map((each) => `${each.number} ${ended(termsOf(each).text)} ${due(each)}.`),
        concerns: linesOf(store, fresh, visit.who, visit.today).map(
          (line) =>
            `${line.text}${line.concern.originKind === 'round-table' ? '' : ` (${say.origin(line.concern.originKind).toLowerCase()})`}`,
        ),
        questions: actions
          .filter((each) => termsOf(each).kind === 'question' && !isFinished(each))
          .map(asked),
        noDifference: madeNoDifference(store),
        topics: store.agendas.topics(table.id),
        next: next
          ? [sayWhen(next.heldOn), next.startsAt, next.place].filter(Boolean).join(', ')
          : 'Not agreed yet.',
      },
      store.agendas.arrangement(table.id),
    )
  }

  const agendaPage = (visit: Visit, table: RoundTable, failed?: Parameters<Desk['frame']>[3]) => {
    const slots = slotsOf(visit, table)
    const isAhead = isToCome(table)
    const names = namesOf(store)
    return view('desk/round-tables/agenda', {
      frame: desk.frame(visit, `Agenda, ${titleOf(table)}`, 'round-tables', failed),
      table,
      slots,
      times: timesOf(slots, table.startsAt),
      length: lengthOf(slots),
      large: visit.query.large === 'yes',
      mayWrite: may.write(visit.who) && isAhead,
      mayPark: may.comment(visit.who) && isAhead,
      topics: store.agendas.topics(table.id).map((each) => ({
        ...each,
        by: names.person(each.personId),
        mayEnd: isAhead && (each.personId === visit.who.personId || may.write(visit.who)),
      })),
    })
  }
}

const isToCome = (table: RoundTable): boolean => ['planned', 'open'].includes(stateOf(table))
