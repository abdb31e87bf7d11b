import { dayOf } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import type { Answered } from '../../../domain/people/list-answer.ts'
import {
  isOpenedByOthers,
  successorsOf,
  type ListNoun,
  type ListQuestion,
} from '../../../domain/people/list-question.ts'
import { openAt, saidOn } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { answeredFor, listsOf, questionsFor } from '../../../work/list-questions.ts'
import type { Failed } from '../../change.ts'
import { to, type Path } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { ListLine, ListReceipt } from '../../views/desk/people.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'

/**
 * The questions that wait for this person, the oldest first. No word of a matter is here: it is
 * opened on its own page by those on its list, and that look is written down (R11).
 */
export const privateListsPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, who, today } = visit
  return view('desk/people/private-lists/index', {
    frame: frameOf(visit, 'Lists of private matters', 'people', failed),
    lines: questionsFor(store, who, today).map((each) => lineOf(visit, each)),
    answered: answeredFor(store, who, today).map((each) => receiptOf(visit, each)),
  })
}

/** One question on a page of its own: what each answer does is said before it is given. */
export const answerPage = (visit: Visit, question: ListQuestion, failed?: Failed): Drawn =>
  view('desk/people/private-lists/answer', {
    frame: frameOf(visit, 'What becomes of their place', 'people', failed),
    line: lineOf(visit, question),
  })

/** What its form is called, on a page with many of them. */
export const formOfList = ({
  noun,
  nounId,
  leaverId,
}: Pick<ListQuestion, 'noun' | 'nounId' | 'leaverId'>): string =>
  `list-${noun}-${nounId}-${leaverId}`

/** R7: whoever ends something is asked at once what it leaves open. */
export const afterLeaving = ({ store, who, today, by }: Visit): Path =>
  questionsFor(store, who, today).some((each) => each.leftAt === by.at)
    ? '/desk/private-lists'
    : '/desk/people'

/** On how many lists one of these people stands: a number and nothing more (R11). */
export const listsOfPeople = (store: Store, ids: number[]): number =>
  store.privateLists
    .matters()
    .filter(({ list }) => list.some((each) => ids.includes(each.personId))).length

const lineOf = (visit: Visit, question: ListQuestion): ListLine => {
  const { store, who, today } = visit
  const { noun, nounId, leaverId, ground, seatIds, listedAt, leftAt } = question
  const lists = listsOf(store, today)
  const called = (id: number): string => store.people.find(id)?.name ?? ''
  const isGone = store.people.find(leaverId)?.endedAt !== null
  return {
    form: formOfList(question),
    noun,
    nounId,
    leaverId,
    leaver: called(leaverId),
    isGone,
    seats: lists.seats.filter((each) => seatIds.includes(each.id)).map((each) => each.title),
    ground,
    listedOn: saidOn(dayOf(listedAt), openAt(listedAt, store.roundTables.list())),
    leftOn: dayOf(leftAt),
    successors: successorsOf(question, lists, who.personId).map((id) => ({ id, name: called(id) })),
    others: question.othersIds.filter((id) => !lists.people.find((each) => each.id === id)?.endedAt)
      .length,
    mayRemove: isOpenedByOthers(question, lists.people),
    page: opensAt(visit, noun, nounId),
  }
}

/** What was done, when and by whom; and what can still be done about it. */
const receiptOf = (visit: Visit, { answer, matter, ...since }: Answered): ListReceipt => {
  const { noun, nounId, leaverId, toId } = answer
  const called = (id: number): string => visit.store.people.find(id)?.name ?? ''
  return {
    ...since,
    form: formOfList(answer),
    noun,
    nounId,
    leaverId,
    answerId: answer.id,
    kind: answer.kind,
    leaver: called(leaverId),
    to: toId === null ? null : called(toId),
    by: called(answer.personId),
    at: answer.at,
    ground: matter.ground,
    page: opensAt(visit, noun, nounId),
  }
}

/** Where those on its list open the matter; nothing for anyone else. */
const opensAt = ({ store, who }: Visit, noun: ListNoun, id: number): Path | null => {
  switch (noun) {
    case 'concern':
      return store.concerns.find(id, who) ? to('/desk/concerns', id) : null
    case 'action':
      return store.actions.find(id, who) ? to('/desk/actions', id) : null
    case 'event':
      return store.events.find(id, who) ? to('/desk/events', id) : null
    case 'programme':
      return store.programmes.find(id, who) ? to('/desk/programmes', id) : null
    case 'message': {
      const message = store.messages.findUnfiltered(id)
      return message && may.seeMessage(who, message) ? to('/desk/messages', id) : null
    }
  }
}
