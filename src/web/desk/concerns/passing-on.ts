import { z } from 'zod'
import {
  answerPassing,
  passOn,
  takePassingBack,
  type Passing,
} from '../../../domain/concerns/passing.ts'
import type { Concern } from '../../../domain/concerns/concern.ts'
import { accept, refuse, type Decision } from '../../../domain/decision.ts'
import type { Day } from '../../../domain/day.ts'
import { maybeId, ticked, when, words } from '../../forms.ts'
import { change, type Route } from '../route.ts'
import { ofConcern } from './concern-page.ts'

const PassingForm = (today: Day) =>
  z.strictObject({
    toWhom: words(200),
    contact: words(200),
    isPublicContact: ticked(),
    on: when(today, 'behind'),
  })
const AnswerForm = (today: Day) =>
  z.strictObject({ passingId: maybeId(), words: words(1000), on: when(today, 'behind') })
const TakingBackForm = z.strictObject({ passingId: maybeId(), why: words(300) })

const passOnConcern = change('/desk/concerns/:id/passings', 'matter', {
  ...ofConcern,
  name: 'passing',
  keepsWords: true,
  form: ({ today }) => PassingForm(today),
  decide: ({ today }, _concern, form) =>
    passOn({ ...form, contact: form.contact || null, on: form.on ?? today }, today),
  record: ({ store, by }, { id }, passed) => store.concerns.recordPassing(id, passed, by),
})

const writeAnswer = change('/desk/concerns/:id/answers', 'matter', {
  ...ofConcern,
  name: 'answer',
  keepsWords: true,
  form: ({ today }) => AnswerForm(today),
  decide: ({ today }, concern, form) =>
    ofPassing(concern, form.passingId, (passing) =>
      answerPassing(passing, { words: form.words, on: form.on ?? today }, today),
    ),
  record: ({ store, by }, _concern, { passing, said }) =>
    store.concerns.recordPassingWords(passing, { kind: 'answer', ...said }, by),
})

const takeBack = change('/desk/concerns/:id/taking-back', 'matter', {
  ...ofConcern,
  name: 'taking-back',
  keepsWords: true,
  form: TakingBackForm,
  decide: (_visit, concern, form) =>
    ofPassing(concern, form.passingId, (passing) => takePassingBack(passing, form.why)),
  record: ({ store, by, today }, _concern, { passing, said }) =>
    store.concerns.recordPassingWords(passing, { kind: 'taken-back', words: said, on: today }, by),
})

/** What is said of one of this concern's, and of none of another's. */
const ofPassing = <T>(
  { passings }: Concern,
  id: number | null,
  say: (passing: Passing) => Decision<T>,
): Decision<{ passing: Passing; said: T }> => {
  const passing = passings.find((each) => each.id === id)
  if (!passing) return refuse('passingId', 'Choose whom it was passed on to')
  const said = say(passing)
  return said.accepted ? accept({ passing, said: said.value }) : said
}

/** A concern that another body has to answer: passed on, and what they answered. */
export const passingOnRoutes: readonly Route[] = [passOnConcern, writeAnswer, takeBack]
