import { silence } from '../../../../domain/actions/action.ts'
import { inAgendaOrder } from '../../../../domain/actions/agenda-order.ts'
import { AGENDA_DAYS } from '../../../../domain/actions/notices.ts'
import { may } from '../../../../domain/may.ts'
import { carriedTo } from '../../../../domain/round-tables/minutes.ts'
import {
  answersBefore,
  answersNow,
  mayTakeAnswerBack,
} from '../../../../domain/round-tables/planning/answers.ts'
import {
  planHistory,
  sayPlanChange,
  sayTime,
  type Plan,
} from '../../../../domain/round-tables/planning/plan.ts'
import { liveDraftOf, type Publication } from '../../../../domain/publishing/publication.ts'
import {
  isFinished,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../../domain/round-tables/round-table.ts'
import { sameWords } from '../../../../domain/same-words.ts'
import { dueBefore } from '../../../../work/due.ts'
import { expectedAt, guestsAt } from '../../../../work/expected.ts'
import { namesOf, type Names } from '../../../../work/names.ts'
import type { Failed } from '../../../change.ts'
import { view } from '../../../views/desk.ts'
import type { PlanLine } from '../../../views/desk/round-tables/planning.ts'
import type { Drawn } from '../../../views/view.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'

/** A table that is planned, or was cancelled: its plan, who is asked, and what will come to it. */
export const plannedPage = (visit: Visit, table: RoundTable, failed?: Failed): Drawn => {
  const { store, who, today } = visit
  const names = namesOf(store)
  const carried = inAgendaOrder(
    carriedTo(table, store.actions.openAt(table.id, who)),
    today,
    dueBefore(table),
  )
  const publication = store.publications.findFor({ kind: 'round-table', roundTableId: table.id })
  return view('desk/round-tables/planning/show', {
    frame: frameOf(visit, titleOf(table), 'round-tables', failed),
    names,
    table,
    state: stateOf(table),
    history: historyOf(table, names),
    ...askedTo(visit, table),
    ...guestsOf(visit, table),
    carried,
    mayWrite: may.write(who),
    publication,
    toldAs: toldOtherwise(table, publication),
    silent: carried.filter((action) => silence(action, today) > AGENDA_DAYS),
  })
}

/** R30: the day that residents still read, where it is not the plan's. */
const toldOtherwise = (table: RoundTable, publication: Publication | undefined): string | null => {
  const words = publication && !publication.withdrawal ? liveDraftOf(publication)?.words : undefined
  if (words?.kind !== 'round-table') return null
  const isSame =
    words.heldOn === table.heldOn &&
    words.startsAt === table.startsAt &&
    (words.state === 'cancelled') === (table.cancelledAt !== null)
  return isSame ? null : sayTime(words)
}

/** Each change of the plan, newest first, with who and why (R30). */
const historyOf = (table: RoundTable, names: Names): PlanLine[] =>
  planHistory(table)
    .map(({ change, after }) => ({
      verb: change.verb,
      what: sayPlanChange(change.before, after, names.organisation),
      reason: change.reason,
      by: names.person(change.personId),
      at: change.at,
    }))
    .toReversed()

/** Who is expected, who was written to, and what they answered. */
const askedTo = (visit: Visit, table: RoundTable) => {
  const { store, who, today, by } = visit
  const asked = store.answers.asked(table.id)
  const all = store.answers.ofTable(table.id)
  const answers = answersNow(all, table)
  const before = answersBefore(all, table)
  const expected = expectedAt(store, table, today).map(({ person, seats }) => ({
    id: person.id,
    name: person.name,
    seats: seats.map((seat) => seat.title),
    asked: asked.findLast((each) => each.personId === person.id) ?? null,
    answer: answers.get(person.id) ?? null,
    before: before.get(person.id) ?? null,
  }))
  const others = [...answers.values()].filter(
    ({ personId }) => !expected.some((each) => each.id === personId),
  )
  const own = expected.find((each) => each.id === who.personId)
  return {
    expected,
    others,
    empty: emptyAt(visit, table),
    own: own
      ? {
          answer: own.answer,
          mayTakeBack:
            own.answer !== null &&
            mayTakeAnswerBack(own.answer, { personId: who.personId, at: by.at }),
        }
      : null,
  }
}

/**
 * Guests without an account, and those who got the last minutes by letter and are not among them;
 * an address is for those alone who may write to it.
 */
const guestsOf = ({ store, who }: Visit, table: RoundTable) => {
  const asked = store.guests.asked(table.id)
  const all = store.guests.answers(table.id)
  const answers = answersNow(all, table)
  const before = answersBefore(all, table)
  const here = store.letters.readers(table.id)
  return {
    guests: guestsAt(store, table).map(({ id, role, organisationId }) => ({
      id,
      role,
      organisationId,
      asked: asked.findLast((each) => each.readerId === id) ?? null,
      answer: answers.get(id) ?? null,
      before: before.get(id) ?? null,
    })),
    lastTime: may.write(who)
      ? (store.roundTables
          .list()
          .filter(isFinished)
          .map(({ id }) => store.letters.readers(id))
          .findLast((readers) => readers.length > 0)
          ?.filter(({ email }) => !here.some((each) => sameWords(each.email, email))) ?? [])
      : [],
    organisations: store.organisations.list().filter((each) => each.endedOn === null),
  }
}

/** Organisations that are expected and have nobody to be asked. */
const emptyAt = ({ store, today }: Visit, table: RoundTable): number[] => {
  const asked = expectedAt(store, table, today).flatMap(({ seats }) =>
    seats.map((seat) => seat.organisationId),
  )
  const guests = guestsAt(store, table).map((each) => each.organisationId)
  return table.expectedIds.filter((id) => !asked.includes(id) && !guests.includes(id))
}

/** The page that changes a plan: its form, cancelling it, and taking it back. */
export const editPage = (
  visit: Visit,
  table: RoundTable,
  hangs: string | null,
  failed?: Failed,
): Drawn =>
  view('desk/round-tables/planning/edit', {
    frame: frameOf(visit, `Change the ${titleOf(table)}`, 'round-tables', failed),
    table,
    state: stateOf(table),
    hangs,
    asked:
      new Set(visit.store.answers.asked(table.id).map((each) => each.personId)).size +
      new Set(visit.store.guests.asked(table.id).map((each) => each.readerId)).size,
    organisations: visit.store.organisations
      .list()
      .filter((each) => each.endedOn === null || table.expectedIds.includes(each.id)),
  })

/** A plan in words, for two people who changed one. */
export const planInWords = ({ heldOn, startsAt, place }: Partial<Plan>, names: string[]): string =>
  [heldOn, startsAt, place, names.join(', ')].filter(Boolean).join('\n')
