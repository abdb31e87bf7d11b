import { may } from '../domain/may.ts'
import { listQuestions, type ListQuestion, type Lists } from '../domain/people/list-question.ts'
import type { Who } from '../domain/people/person.ts'
import type { Day } from '../domain/day.ts'
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
