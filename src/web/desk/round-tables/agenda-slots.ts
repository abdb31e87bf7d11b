import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import {
  isOpen,
  isOverdue,
  sayNoDate,
  silence,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { sayWanted } from '../../../domain/actions/pace/say-pace.ts'
import { openWish } from '../../../domain/actions/pace/wishes.ts'
import { AGENDA_DAYS } from '../../../domain/actions/notices.ts'
import { wordingOf, type Concern } from '../../../domain/concerns/concern.ts'
import { prioritiesAt } from '../../../domain/concerns/priorities.ts'
import { sayWhen, type Day } from '../../../domain/day.ts'
import {
  agendaOf,
  type AgendaSources,
  type Slot,
  type SlotLine,
} from '../../../domain/round-tables/agenda.ts'
import { gapsAt, sayGap } from '../../../domain/round-tables/gaps.ts'
import { sayPassed } from '../../../domain/round-tables/agenda/reached.ts'
import { carriedTo } from '../../../domain/round-tables/minutes.ts'
import { isTouchedAt } from '../../../domain/round-tables/reviews.ts'
import { monthTitleOf, stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { say } from '../../../domain/say.ts'
import {
  arrangementOf,
  concernsOn,
  isAsked,
  namesOn,
  passedBy,
  questionsOn,
  topicsOf,
} from '../../../work/agenda.ts'
import { dueBefore } from '../../../work/due.ts'
import { namesOf, type Names } from '../../../work/names.ts'
import { heldGaps } from '../../../work/papers/held-gaps.ts'
import { linesOf } from '../names.ts'
import { madeNoDifference } from '../residents/verdicts.ts'
import type { Visit } from '../visit.ts'

/** The slots of an agenda, made of what is open now, as they are arranged. */
export const slotsOf = (visit: Visit, table: RoundTable): Slot[] =>
  agendaOf(sourcesOf(visit, table), arrangementOf(visit.store, table))

/**
 * Words of what is held in private never stand on an agenda, which hangs on the wall: of an action,
 * its number and ground, as minutes have it (R11).
 */
export const sourcesOf = (visit: Visit, table: RoundTable): AgendaSources => {
  const { store, today } = visit
  const tables = store.roundTables.list()
  const topics = topicsOf(store, table, today).map(({ passed, ...topic }) => ({
    ...topic,
    note: sayPassed(passed, ({ heldOn }) => sayWhen(heldOn.slice(0, 7))),
  }))
  return {
    ...namesOn(store, table, today),
    topics,
    lines: {
      minutes: tables
        .filter((each) => stateOf(each) === 'draft' && each.id !== table.id)
        .map((each) => line('minutes', each.id, monthTitleOf(each))),
      ...fromConcerns(visit, table, tables),
      ...fromActions(visit, table, tables),
      'no-difference': madeNoDifference(store).map((text) => line('no-difference', null, text)),
      next: [
        sayNext(
          tables
            .filter((each) => each.heldOn > table.heldOn && stateOf(each) !== 'cancelled')
            .at(-1),
        ),
      ],
    },
  }
}

const line = (of: SlotLine['of'], id: number | null, text: string, note = ''): SlotLine => ({
  of,
  id,
  text,
  note,
})

/** What was agreed before and is open: a question stands apart until it is answered. */
const fromActions = (
  { store, who, today }: Visit,
  table: RoundTable,
  tables: RoundTable[],
): AgendaSources['lines'] => {
  const carried = carriedTo(table, store.actions.openAt(table.id, who))
  const open = inAgendaOrder(carried, today, dueBefore(table)).filter(
    (action) => isOpen(action) && action.depth !== 'named',
  )
  const names = namesOf(store)
  return {
    carried: [
      ...open
        .filter((each) => !isAsked(each))
        .map((each) => line('carried', each.id, carriedLine(each, names, today))),
      ...gapsAt(table, heldGaps(store)).map((each) => line('carried', each.id, sayGap(each))),
    ],
    questions: questionsOn(store, table, open).map((each) => {
      const last = passedBy(table, tables, each.agreedAt)
      const note = last && !isTouchedAt(last, each) ? notReached(last) : ''
      return line('questions', each.id, questionLine(each, names), note)
    }),
  }
}

const notReached = ({ heldOn }: RoundTable): string =>
  `not reached in ${sayWhen(heldOn.slice(0, 7))}`

const carriedLine = (action: Action, names: Names, today: Day): string => {
  const { text, by, kind } = termsOf(action)
  const due = by
    ? `${isOverdue(action, today) ? 'Late: it was due' : 'By'} ${sayWhen(by)}`
    : sayNoDate(kind)
  const days = silence(action, today)
  const unheard = days > AGENDA_DAYS ? `, not heard of for ${say.days(days)}` : ''
  const wish = openWish(action)
  const asked = wish ? ` Its owner asks for ${sayWanted(wish, names)}.` : ''
  return `${action.number} ${ended(text)} ${due}${unheard}.${asked}`
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
): AgendaSources['lines'] => {
  const concerns = store.concerns
    .prioritiesAt(table)
    .filter((each) => each.mergedIntoId === null && each.depth !== 'named')
  const { waiting, kept } = prioritiesAt(table, concerns)
  const here = store.roundTables.concernIds(table.id)
  const last = ({ id, roundTableId, createdAt }: Concern): RoundTable | undefined =>
    roundTableId === null && !here.includes(id) ? passedBy(table, tables, createdAt) : undefined
  return {
    priorities: [...waiting, ...kept].map((each) =>
      line('priorities', each.id, wordingOf(each).text),
    ),
    concerns: linesOf(store, concernsOn(store, table), who, today).map(({ text, concern }) => {
      const passed = last(concern)
      const note = [sayOrigin(concern), passed && notReached(passed)].filter(Boolean).join(', ')
      return line('concerns', concern.id, text, note)
    }),
  }
}

const sayOrigin = ({ originKind }: Concern): string =>
  originKind === 'round-table' ? '' : say.origin(originKind).toLowerCase()

const sayNext = (next: RoundTable | undefined): SlotLine =>
  next
    ? line(
        'next',
        next.id,
        [sayWhen(next.heldOn), next.startsAt, next.place].filter(Boolean).join(', '),
      )
    : line('next', null, 'Not agreed yet.')
