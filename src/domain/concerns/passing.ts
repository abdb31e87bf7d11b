import { daysBetween, type Day, type When } from '../day.ts'
import { decide, type Decision } from '../decision.ts'

/** What is written of a concern that was passed on: an answer, or that it was a mistake. */
export type PassingWord = 'answer' | 'taken-back'
export const PASSING_WORDS = ['answer', 'taken-back'] as const

/** What that body answered, and when; or why it is taken back. */
export interface PassingWords {
  kind: PassingWord
  words: string
  on: When
  personId: number
  at: string
}

/**
 * A concern that is not the partnership's to answer, passed on to a named body outside it. The body
 * is kept in words: it signs in nowhere.
 */
export interface Passing {
  id: number
  concernId: number
  toWhom: string
  contact: string | null
  /** True where the body gives this contact to everyone, so that it may be told in public (R12). */
  isPublicContact: boolean
  on: When
  personId: number
  at: string
  words: PassingWords[]
}

export type PassedOn = Pick<Passing, 'toWhom' | 'contact' | 'isPublicContact' | 'on'>

/** Passes a concern on to a body outside the partnership. */
export const passOn = (passed: PassedOn, today: Day): Decision<PassedOn> =>
  decide(
    [
      !passed.toWhom.trim() && { field: 'toWhom', reason: 'Write which body it was passed on to' },
      isAhead(passed.on, today) && { field: 'on', reason: AHEAD },
      passed.isPublicContact &&
        !passed.contact && {
          field: 'contact',
          reason: 'Write the contact that they give to everyone, or take the tick away',
        },
    ],
    () => passed,
  )

/** Writes down what that body answered. A later answer is one more row. */
export const answerPassing = (
  passing: Passing,
  answer: { words: string; on: When },
  today: Day,
): Decision<{ words: string; on: When }> =>
  decide(
    [
      isTakenBack(passing) && { field: 'words', reason: GONE },
      !answer.words.trim() && { field: 'words', reason: 'Write what they answered' },
      isAhead(answer.on, today) && { field: 'on', reason: AHEAD },
      answer.on.slice(0, 7) < passing.on.slice(0, 7) && {
        field: 'on',
        reason: 'This is before it was passed on. Write the day they answered',
      },
    ],
    () => ({ ...answer, words: answer.words.trim() }),
  )

/** Written down by mistake: the row stays, struck through, and counts no more. */
export const takePassingBack = (passing: Passing, why: string): Decision<string> =>
  decide(
    [
      isTakenBack(passing) && { field: 'why', reason: GONE },
      !why.trim() && { field: 'why', reason: 'Write why it is taken back' },
    ],
    () => why.trim(),
  )

export const isTakenBack = (passing: Passing): boolean =>
  passing.words.some((each) => each.kind === 'taken-back')

/** What they answered last. */
export const answerOf = (passing: Passing): PassingWords | undefined =>
  passing.words.findLast((each) => each.kind === 'answer')

/** Those that count. */
export const inForce = (passings: Passing[]): Passing[] =>
  passings.filter((each) => !isTakenBack(each))

/** Days since it was passed on, where nobody answered; null where somebody did. */
export const unansweredDays = (passing: Passing, today: Day): number | null =>
  isTakenBack(passing) || answerOf(passing) ? null : daysBetween(passing.on, today)

/** Those that no body has answered. */
export const waitingElsewhere = (passings: Passing[]): Passing[] =>
  inForce(passings).filter((each) => answerOf(each) === undefined)

/** Passed on, and every body that has it has answered. */
export const isAnsweredElsewhere = (passings: Passing[]): boolean => {
  const all = inForce(passings)
  return all.length > 0 && all.every((each) => answerOf(each) !== undefined)
}

const GONE = 'This was taken back already'
const AHEAD = 'This day lies ahead. Write the day it was'
const isAhead = (on: When, today: Day): boolean => on > today.slice(0, on.length)
