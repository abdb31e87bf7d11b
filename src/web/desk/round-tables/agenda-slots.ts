import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import {
  isFinished,
  isOpen,
  isOverdue,
  silence,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { AGENDA_DAYS } from '../../../domain/actions/notices.ts'
import { wordingOf, type Concern } from '../../../domain/concerns/concern.ts'
import { prioritiesAt } from '../../../domain/concerns/priorities.ts'
import { sayWhen, type Day } from '../../../domain/day.ts'
import { agendaOf, type AgendaSources, type Slot } from '../../../domain/round-tables/agenda.ts'
import { carriedTo } from '../../../domain/round-tables/minutes.ts'
import { monthTitleOf, stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { say } from '../../../domain/say.ts'
import { dueBefore } from '../../../work/due.ts'
import { namesOf, type Names } from '../../../work/names.ts'
import { linesOf } from '../names.ts'
import { madeNoDifference } from '../residents/verdicts.ts'
import type { Visit } from '../visit.ts'

/**
 * The slots of an agenda, made of what is open now; words of what is held in private never stand on
 * an agenda, which hangs on the wall.
 */
export const slotsOf = (visit: Visit, table: RoundTable): Slot[] => {
  const { store } = visit
  const tables = store.roundTables.list()
  return agendaOf(
    {
      organisations: store.organisations.list().filter(({ id }) => table.expectedIds.includes(id)),
      toAgree: tables
        .filter((each) => stateOf(each) === 'draft' && each.id !== table.id)
        .map(monthTitleOf),
      ...fromActions(visit, table),
      ...fromConcerns(visit, table, tables),
      noDifference: madeNoDifference(store),
      topics: store.agendas.topics(table.id),
      next: sayNext(
        tables.filter((each) => each.heldOn > table.heldOn && stateOf(each) !== 'cancelled').at(-1),
      ),
    },
    store.agendas.arrangement(table.id),
  )
}

/** What was agreed before and is open: a question stands apart until it is answered. */
const fromActions = (
  { store, who, today }: Visit,
  table: RoundTable,
): Pick<AgendaSources, 'carried' | 'questions'> => {
  const carried = carriedTo(table, store.actions.list(who))
  const open = inAgendaOrder(carried, today, dueBefore(table)).filter(
    (action) => isOpen(action) && action.depth !== 'named',
  )
  const isAsked = (action: Action): boolean =>
    termsOf(action).kind === 'question' && !isFinished(action)
  const names = namesOf(store)
  return {
    carried: open.filter((each) => !isAsked(each)).map((each) => carriedLine(each, today)),
    questions: open.filter(isAsked).map((each) => questionLine(each, names)),
  }
}

const carriedLine = (action: Action, today: Day): string => {
  const { text, by } = termsOf(action)
  const due = by
    ? `${isOverdue(action, today) ? 'Late: it was due' : 'By'} ${sayWhen(by)}`
    : 'No date agreed yet'
  const days = silence(action, today)
  const unheard = days > AGENDA_DAYS ? `, not heard of for ${say.days(days)}` : ''
  return `${action.number} ${ended(text)} ${due}${unheard}.`
}

const questionLine = (action: Action, names: Names): string => {
  const { leadId, by, text } = termsOf(action)
  const who = leadId === null ? 'Not said yet who answers' : names.organisation(leadId)
  const promised = by ? `, promised by ${sayWhen(by)}` : ''
  return `${action.number} ${ended(text)} ${who}${promised}.`
}

/** A sentence with its full stop, where whoever wrote it left that out. */
const ended = (text: string): string => text.replace(/(?<![.?!…])$/, '.')

const fromConcerns = (
  { store, who, today }: Visit,
  table: RoundTable,
  tables: RoundTable[],
): Pick<AgendaSources, 'priorities' | 'concerns'> => {
  const concerns = store.concerns
    .list(who)
    .filter((each) => each.mergedIntoId === null && each.depth !== 'named')
  const { waiting, kept } = prioritiesAt(table, concerns)
  const here = store.roundTables.concernIds(table.id)
  const since = openedBefore(table, tables)
  const fresh = concerns.filter(
    ({ id, createdAt, roundTableId }) =>
      here.includes(id) || (createdAt > since && roundTableId === null),
  )
  return {
    priorities: [...waiting, ...kept].map((each) => wordingOf(each).text),
    concerns: linesOf(store, fresh, who, today).map(
      ({ text, concern }) => `${text}${sayOrigin(concern)}`,
    ),
  }
}

/** When the table before this one began. */
const openedBefore = (table: RoundTable, tables: RoundTable[]): string =>
  tables.find((each) => each.openedAt !== null && each.heldOn < table.heldOn)?.openedAt ?? ''

const sayOrigin = ({ originKind }: Concern): string =>
  originKind === 'round-table' ? '' : ` (${say.origin(originKind).toLowerCase()})`

const sayNext = (next: RoundTable | undefined): string =>
  next
    ? [sayWhen(next.heldOn), next.startsAt, next.place].filter(Boolean).join(', ')
    : 'Not agreed yet.'
