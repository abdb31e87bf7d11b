import { may } from '../domain/may.ts'
import { answeredOn, type Answered } from '../domain/people/list-answer.ts'
import { listQuestions, type ListQuestion, type Lists } from '../domain/people/list-question.ts'
import type { Who } from '../domain/people/person.ts'
import { dayOf, daysBetween, type Day } from '../domain/day.ts'
import type { Store } from '../store/store.ts'

/** All that questions about private lists are worked out from. */
export const listsOf = (store: Store, today: Day): Lists => ({
  matters: store.privateLists.matters(),
  answers: store.privateLists.answers(),
  seats: store.organisations.seats(),
  people: store.people.list(),
  today,
})

/** The questions that this person may answer: a coordinator all of them, others those of their lists. */
export const questionsFor = (store: Store, who: Who, today: Day): ListQuestion[] =>
  listQuestions(listsOf(store, today)).filter((each) => may.answerList(who, each))

/** How long what was answered stands on the page of the questions, in days. */
const SHOWN_DAYS = 14

/** What was answered these days, for whoever may answer about that list; the newest first. */
export const answeredFor = (store: Store, who: Who, today: Day): Answered[] => {
  const { matters, answers } = listsOf(store, today)
  return answers
    .filter((each) => daysBetween(dayOf(each.at), today) < SHOWN_DAYS)
    .flatMap((answer) => {
      const { noun, nounId, leaverId } = answer
      const matter = matters.find((each) => each.noun === noun && each.nounId === nounId)
      const othersIds = (matter?.list ?? []).map((each) => each.personId)
      return matter && may.answerList(who, { leaverId, othersIds })
        ? [answeredOn(answer, matter, { answers, wasOpened: store.privateLists.wasOpened(answer) })]
        : []
    })
    .toReversed()
}
