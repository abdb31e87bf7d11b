import { conflict, type Decision } from '../decision.ts'
import { isAbout, type ListAnswer, type ListedMatter } from './list-question.ts'

/** An answer of these days, with what came of it since. */
export interface Answered {
  answer: ListAnswer
  matter: ListedMatter
  /** R11: the one whom a place went to has opened the matter, and cannot be made not to have read it. */
  wasOpened: boolean
  /** Nothing came of it yet: it can be as if it had not been given. */
  mayTakeBack: boolean
}

/**
 * R7: an answer is taken back while nobody has read anything by it, it is the last word about that
 * place, and the list is as it left it.
 */
export const answeredOn = (
  answer: ListAnswer,
  matter: ListedMatter,
  world: { answers: ListAnswer[]; wasOpened: boolean },
): Answered => {
  const { kind, toId, leaverId } = answer
  const listed = matter.list.map((each) => each.personId)
  const isLast = world.answers.findLast((each) => isAbout(each, matter, leaverId))?.id === answer.id
  const isAsLeft =
    listed.includes(leaverId) === (kind === 'kept') && (toId === null || listed.includes(toId))
  return {
    answer,
    matter,
    wasOpened: world.wasOpened,
    mayTakeBack: isLast && isAsLeft && !world.wasOpened,
  }
}

/** Takes an answer back: the list is as it was, and the question waits again. */
export const takeBackAnswer = (found: Answered | undefined): Decision<ListAnswer> => {
  if (found?.mayTakeBack) return { accepted: true, value: found.answer }
  return conflict(
    found?.wasOpened
      ? 'They have opened it since, so this cannot be taken back. You changed nothing'
      : 'This has changed since, so it cannot be taken back. You changed nothing',
  )
}
