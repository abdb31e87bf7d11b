import type { Standing } from '../concerns/standing.ts'

export const VERDICTS = ['yes', 'little', 'no', 'unsure'] as const
export type Verdict = (typeof VERDICTS)[number]

/** How many readers said what of the copy that is public now. */
export type Verdicts = Record<Verdict, number>

/** Did it make a difference; is it still a problem. Their answers are never added together. */
export const QUESTIONS = ['difference', 'still'] as const
export type Question = (typeof QUESTIONS)[number]

/** ... as the desk speaks of them. */
export const SAY_QUESTION: Record<Question, string> = {
  difference: 'Did this make a difference?',
  still: 'Is this still a problem?',
}

/**
 * What readers are asked of an entry: whether it made a difference, where something was done or
 * goes on. Elsewhere there is nothing yet that could have made one.
 */
export const questionOf = (standing: Standing): Question =>
  standing === 'done' || standing === 'standing' ? 'difference' : 'still'

export const MOST_WORD_LETTERS = 500

/** So many who say so put it on the next agenda. */
const SEVERAL = 3
/** More say that it is not well than that it is, and several do. */
export const saysNo = (question: Question, { yes, no }: Verdicts): boolean =>
  question === 'difference' ? no >= SEVERAL && no > yes : yes >= SEVERAL && yes > no
