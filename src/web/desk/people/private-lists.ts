import { z } from 'zod'
import { conflict, type Decision } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import {
  answerList,
  isAbout,
  LIST_ANSWERS,
  LIST_NOUNS,
  listQuestions,
  successorsOf,
  type ListAnswerKind,
  type ListQuestion,
} from '../../../domain/people/list-question.ts'
import { takeBackAnswer } from '../../../domain/people/list-answer.ts'
import { answeredFor, listsOf } from '../../../work/list-questions.ts'
import type { Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { maybeId } from '../../forms.ts'
import { idIn } from '../names.ts'
import { change, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { answerPage, formOfList, privateListsPage } from './private-lists-page.ts'

const LISTS = '/desk/private-lists'
const QUESTION = `${LISTS}/:noun/:id/:personId` as const

const AnswerForm = z.strictObject({
  kind: z.enum(LIST_ANSWERS).nullable().default(null),
  toId: maybeId(),
})

const TakingBackForm = z.strictObject({ answerId: maybeId() })

/** The question of an address: it waits, or somebody has answered it since. */
type Found = Pick<ListQuestion, 'noun' | 'nounId' | 'leaverId'> & { waiting: ListQuestion | null }

/** R11: nothing is there for whoever may not answer, as where there is no such list. */
const findQuestion = (visit: Visit): Found => {
  const { store, who, today, params } = visit
  const noun = LIST_NOUNS.find((each) => each === params.noun)
  if (!noun) throw notFound()
  const [nounId, leaverId] = [idIn(params.id), idIn(params.personId)]
  const lists = listsOf(store, today)
  const asked = (each: Parameters<typeof isAbout>[0]): boolean =>
    isAbout(each, { noun, nounId }, leaverId)
  const waiting = listQuestions(lists).find(asked) ?? null
  const list = lists.matters.find((each) => each.noun === noun && each.nounId === nounId)?.list
  const othersIds = (list ?? []).map((each) => each.personId)
  const isThere = waiting !== null || lists.answers.some(asked)
  if (!isThere || !may.answerList(who, { leaverId, othersIds })) throw notFound()
  return { noun, nounId, leaverId, waiting }
}

/** The page of the question again; where somebody has answered it since, what they answered. */
const again = (visit: Visit, { waiting }: Found, failed?: Failed) =>
  waiting ? answerPage(visit, waiting, failed) : privateListsPage(visit, failed)

/** Asked on a page of its own, which says what each answer does (R7, R11). */
const showQuestion = (visit: Visit) => again(visit, findQuestion(visit))

/** A place on a private list is kept, handed on or ended by a person, and by nothing else (R7). */
const answerQuestion = change(`${QUESTION}/answers`, 'matter', {
  name: 'list',
  find: findQuestion,
  allow: ({ who }, { waiting }) => waiting === null || may.answerList(who, waiting),
  form: AnswerForm,
  decide: (
    { store, who, today },
    { waiting },
    form,
  ): Decision<{ kind: ListAnswerKind; toId: number | null }> => {
    if (waiting === null) return conflict('Someone has answered this already. You changed nothing')
    const lists = listsOf(store, today)
    return answerList(waiting, form, {
      successors: successorsOf(waiting, lists, who.personId),
      people: lists.people,
    })
  },
  record: ({ store, by }, found, answer) => store.privateLists.recordAnswer(found, answer, by),
  answer: () => `${LISTS}#answered`,
  again: (visit, found, failed) => again(visit, found, { ...failed, form: formOfList(found) }),
})

/** A wrong answer is put right while nobody has read anything by it. */
const takeBack = change(`${QUESTION}/taking-back`, 'matter', {
  name: 'list',
  find: findQuestion,
  // Nobody finds it who may not answer.
  allow: () => true,
  form: TakingBackForm,
  decide: ({ store, who, today }, _found, { answerId }) =>
    takeBackAnswer(answeredFor(store, who, today).find(({ answer }) => answer.id === answerId)),
  record: ({ store, by }, _found, answer) => store.privateLists.recordTakingBack(answer, by),
  answer: (_visit, found) => `${LISTS}#${formOfList(found)}`,
  again: (visit, found, failed) => privateListsPage(visit, { ...failed, form: formOfList(found) }),
})

/** `/desk/private-lists`: who left and is on the list of a matter held in private still. */
export const privateListsRoutes: readonly Route[] = [
  page(LISTS, 'read', (visit) => privateListsPage(visit)),
  page(QUESTION, 'read', showQuestion),
  answerQuestion,
  takeBack,
]
