import type { Concern } from '../concerns/concern.ts'
import { decide, refuse, type Decision } from '../decision.ts'

export const OUTCOMES = ['read', 'concern', 'joined', 'answered', 'closed'] as const
export type OutcomeKind = (typeof OUTCOMES)[number]
export const REPLIES = ['received', 'read', 'concern', 'told', 'answer', 'closed'] as const
export type ReplyKind = (typeof REPLIES)[number]

/** What staff made of a message. */
export interface Outcome {
  kind: OutcomeKind
  concernId: number | null
  personId: number
  at: string
}
/** What a resident wrote to us (R27). `list` is who may know it, once someone may be at risk. */
export interface Message {
  id: number
  text: string
  language: string
  area: string | null
  at: string
  atRisk: boolean
  list: number[]
  contact: { name: string; reach: string } | null
  outcomes: Outcome[]
}
/** What the one who holds the code is told. */
export interface ReplyTo {
  kind: ReplyKind
  words: string
  slug: string | null
  on: string
}

export const MOST_LETTERS = 4000

/** Whoever wrote it asked us to forget it (R29): that it came is all that is left. */
export const isErased = (message: Message): boolean => message.text === ''
export const ERASED = 'It was erased: whoever wrote it asked us to forget it'
/** Nothing more is to be done with it: it was answered, put aside, or erased. */
export const isEnded = (message: Message): boolean =>
  isErased(message) ||
  message.outcomes.some((each) => each.kind === 'answered' || each.kind === 'closed')
/** Where it went: the concerns it became or was joined to. */
export const concernsOf = (message: Message): number[] =>
  message.outcomes.flatMap((each) => (each.concernId === null ? [] : [each.concernId]))
/** Nobody has decided yet what becomes of it. */
export const isWaiting = (message: Message): boolean =>
  !isEnded(message) && concernsOf(message).length === 0

/** ... or whoever wrote it left a way to reach them and was not answered. */
export const needsUs = (message: Message): boolean =>
  isWaiting(message) || (message.contact !== null && !isEnded(message))

/** R27: someone may be at risk. From now on only the people listed may read it. */
export const markAtRisk = (message: Message, list: number[]): Decision<number[]> =>
  decide(
    [
      isErased(message) && { field: 'list', reason: ERASED },
      message.atRisk && { field: 'list', reason: 'It is held in private already' },
      list.length === 0 && { field: 'list', reason: 'Choose at least one person who may know' },
    ],
    () => list,
  )

/**
 * Joined to a concern that is there: never a named message to one that is not, or the other way
 * round.
 */
export const join = (message: Message, concern: Concern): Decision<Concern> => {
  if (isErased(message)) return refuse('concernId', ERASED)
  if (concern.mergedIntoId !== null || concern.takenOutAt !== null)
    return refuse('concernId', 'That concern is not there any more. Choose another')
  if (concernsOf(message).includes(concern.id))
    return refuse('concernId', 'It is joined to that concern already')
  return message.atRisk === (concern.depth === 'named')
    ? { accepted: true, value: concern }
    : refuse(
        'concernId',
        'One of the two is held in private and the other is not, so they cannot be joined',
      )
}

/**
 * Answered: words for the one who wrote. The way to reach them goes with it. Where someone may be
 * at risk, the code may be in other hands.
 */
export const answer = (message: Message, words: string): Decision<string> =>
  decide(
    [
      message.atRisk && {
        field: 'words',
        reason:
          'Someone may be at risk, and the code may be in other hands. Reach them as your own steps say',
      },
      isEnded(message) && { field: 'words', reason: 'It is answered already' },
      !words.trim() && {
        field: 'words',
        reason: 'Write the answer. The one who wrote to us will read it',
      },
    ],
    () => words.trim(),
  )

export const putAside = (message: Message): Decision<Message> =>
  isEnded(message)
    ? refuse('aside', 'It is dealt with already')
    : { accepted: true, value: message }
