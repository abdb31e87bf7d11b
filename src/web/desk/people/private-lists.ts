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
import { listsOf } from '../../../work/list-questions.ts'
import { notFound } from '../../errors.ts'
import { maybeId } from '../../forms.ts'
import { idIn } from '../names.ts'
import { change, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { formOfList, privateListsPage } from './private-lists-page.ts'

const AnswerForm = z.strictObject({
  kind: z.enum(LIST_ANSWERS).nullable().default(null),
  toId: maybeId(),
})

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

/** A place on a private list is kept, handed on or ended by a person, and by nothing else (R7). */
const answerQuestion = change('/desk/private-lists/:noun/:id/:personId/answers', 'matter', {
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
  answer: () => '/desk/private-lists',
  again: (visit, found, failed) => privateListsPage(visit, { ...failed, form: formOfList(found) }),
})

/** `/desk/private-lists`: who left and is on the list of a matter held in private still. */
export const privateListsRoutes: readonly Route[] = [
  page('/desk/private-lists', 'read', (visit) => privateListsPage(visit)),
  answerQuestion,
]
