import {
  acceptanceOf,
  isDeclined,
  isProposed,
  latestOf,
  sayNoDate,
  statusOf,
  termsOf,
  type Action,
} from '../actions/action.ts'
import { sayMoved } from '../actions/pace/moved.ts'
import { sayReview } from '../actions/pace/review.ts'
import { sayBeforeLead } from '../actions/pace/say-pace.ts'
import { dayOf, sayWhen } from '../day.ts'
import type { Block, Called } from './paper.ts'

/**
 * R2, R6: who and by when, or that it is not agreed; a named action that may not be read here is a
 * line with its ground.
 */
export const actionTable = (caption: string, actions: Action[], called: Called): Block => ({
  kind: 'table',
  caption,
  head: ['No.', 'What', 'Who', 'By', 'Where it stands'],
  rows: actions.map((action) => (isGap(action) ? gapRow(action) : actionRow(action, called))),
})

/**
 * Every question that was put or answered here, with its answer: they are followed like actions.
 */
export const questionTable = (actions: Action[], called: Called): Block[] => {
  const put = actions.filter((action) => termsOf(action).kind === 'question' && !isGap(action))
  if (put.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Questions put to an organisation',
      head: ['No.', 'Question', 'Asked of', 'Promised by', 'Answer'],
      rows: [...new Set(put)].map((action) => questionRow(action, called)),
    },
  ]
}

const isGap = (action: Action): boolean => action.terms.at(-1)!.text === ''

const gapRow = ({ number, ground }: Action): string[] => [
  number,
  `Held in private. ${ground ?? ''}`.trim(),
  '',
  '',
  '',
]

const actionRow = (action: Action, called: Called): string[] => [
  action.number,
  termsOf(action).text,
  sayWho(action, called),
  sayBy(action),
  sayStanding(action, called),
]

const questionRow = (action: Action, { organisation }: Called): string[] => {
  const { text, leadId } = termsOf(action)
  const askedOf = leadId === null ? 'Not said yet' : organisation(leadId)
  return [action.number, text, askedOf, sayBy(action), sayAnswer(action)]
}

/** Who leads and who helps, or that it is not agreed (R2). */
export const sayWho = (action: Action, { organisation, seat }: Called): string => {
  const { kind, leadId, seatId, helperIds } = termsOf(action)
  const nobody = kind === 'question' ? 'Not said yet who answers' : 'Owner not agreed yet'
  const lead =
    leadId === null ? nobody : [organisation(leadId), seat(seatId)].filter(Boolean).join(', ')
  return helperIds.length
    ? `${lead}, with ${helperIds.map((id) => organisation(id)).join(' and ')}`
    : lead
}

/** By when, and how often that was put off; or that it is not agreed (R2, R5). */
export const sayBy = (action: Action): string => {
  const { by, kind, review } = termsOf(action)
  if (by) return sayWhen(by) + sayMoved(action)
  return review ? sayReview(review) : sayNoDate(kind)
}

const sayStanding = (action: Action, { organisation, status }: Called): string => {
  const earlier = sayBeforeLead(action, { publicName: organisation })
  const { kind, leadId } = termsOf(action)
  if (isDeclined(action)) return sayNo(action, organisation(leadId))
  if (isProposed(action)) return `Not yet accepted by ${organisation(leadId)}`
  if (kind === 'question' && statusOf(action) === 'not-started') return 'Not answered'
  return earlier ? `${status(action)}. ${earlier}` : status(action)
}

/** R6: a no, with what would have to change. */
const sayNo = (action: Action, lead: string): string => {
  const words = acceptanceOf(action)?.words
  return `Declined by ${lead}${words ? `: “${words}”` : ''}`
}

const sayAnswer = (action: Action): string => {
  const latest = latestOf(action)
  const answer =
    latest.status === 'done'
      ? latest.text
      : latest.status === 'could-not'
        ? `Could not be answered: ${latest.text}`
        : ''
  return answer ? `${answer} (${sayWhen(latest.on ?? dayOf(latest.at))})` : 'Not answered'
}
