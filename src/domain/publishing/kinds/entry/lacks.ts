import type { EntryWords } from '../entry.ts'
import type { Lack } from '../kind.ts'
import { lackOf, lackOfWorked } from '../usual.ts'
import { hasAnswer } from './passed-on.ts'

/** The two halves of the pair. */
export const lacksOfPair = ({ said, did, standing: now, passedOn }: EntryWords): Lack[] => {
  const why =
    now === 'could-not'
      ? 'Give the reason. Residents will read it'
      : now === 'unanswered'
        ? hasAnswer(passedOn)
          ? 'Say what we do next. They have answered, and we have not yet'
          : 'Say that there is no answer yet, and what happens next'
        : 'Say what was done, or is being done'
  return [
    ...lackOf('said', said, 'Write what residents said, as a resident would say it'),
    ...lackOf('did', did, why),
  ]
}

/** Each action that it tells of: residents would read an owner and a date of they know not what. */
export const lacksOfActions = ({ actions }: EntryWords): Lack[] =>
  actions.some((action) => !action.words.trim())
    ? [{ field: 'actions', reason: 'Say each action in public words. One has none yet' }]
    : []

/** When, by whom and how well, where there is a result (R12). */
export const lacksOfResult = (words: EntryWords): Lack[] => {
  const { standing: now, on, who, actions, worked } = words
  const isDone = now === 'done' || now === 'standing'
  const hasOwner = who.length > 0 || actions.every((action) => action.who === null)
  const when =
    now === 'could-not' ? 'Say when this was answered' : 'Say when it was done. A month will do'
  return [
    ...((isDone || now === 'could-not') && !on ? [{ field: 'on', reason: when }] : []),
    ...(now !== 'unanswered' && !hasOwner
      ? [{ field: 'who', reason: 'Say which organisation answers' }]
      : []),
    ...(isDone && !worked
      ? [{ field: 'strength', reason: 'Say how well it worked, and how you know' }]
      : []),
    ...lackOfWorked(worked),
  ]
}
