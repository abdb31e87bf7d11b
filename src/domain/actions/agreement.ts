import type { Review } from './pace/review.ts'
import { conflict, decide, refuse, type Decision } from '../decision.ts'
import type { When } from '../day.ts'
import {
  acceptanceOf,
  isProposed,
  TAKEN_OUT,
  termsOf,
  type Action,
  type Kind,
  type Status,
  type Terms,
} from './action.ts'

export interface AgreedTerms {
  text: string
  kind: Kind
  leadId: number | null
  seatId: number | null
  helperIds: number[]
  by: When | null
  /** Left out where nothing is said of it: it stays as it was. */
  review?: Review | null
}
export interface AgreedAction extends AgreedTerms {
  proposed: boolean
  first: { status: Status; text: string }
}

/**
 * Agrees an action at a table, or between tables.
 * No lead and no date are allowed and said so (R2). A lead that was not represented makes it
 * proposed (R6).
 */
export const agree = (
  terms: AgreedTerms,
  isRepresented: (organisationId: number) => boolean,
): Decision<AgreedAction> =>
  decide(refusalsOf(terms), () => ({
    ...terms,
    helperIds: terms.helperIds.filter((id) => id !== terms.leadId),
    proposed: terms.leadId !== null && !isRepresented(terms.leadId),
    first: { status: 'not-started', text: '' },
  }))

/** The reason of a change that a typed line makes. */
export const AT_THE_TABLE = 'Agreed at the round table'

/**
 * New terms for an action already agreed: its words, lead, helpers or date. The old ones stay;
 * someone else's newer ones are a conflict (R23).
 */
export const change = (
  action: Action,
  wanted: AgreedTerms & { reason: string; basedOn: number },
  isRepresented: (id: number) => boolean,
): Decision<AgreedTerms & { proposed: boolean; reason: string }> => {
  if (action.takenOutAt !== null) return refuse('text', TAKEN_OUT)
  const now = termsOf(action)
  if (now.id !== wanted.basedOn)
    return conflict('Someone else changed what was agreed while you were writing')
  const { basedOn: _seen, ...terms } = wanted
  return decide(
    [
      ...refusalsOf(terms),
      !terms.reason.trim() && {
        field: 'reason',
        reason: 'Say why it changes. The first wording stays in the history',
      },
    ],
    () => ({
      ...terms,
      review: terms.review === undefined ? keptReview(now, terms) : terms.review,
      helperIds: terms.helperIds.filter((id) => id !== terms.leadId),
      proposed:
        now.leadId === terms.leadId
          ? isProposed(action)
          : terms.leadId !== null && !isRepresented(terms.leadId),
    }),
  )
}

/** What was agreed of it stays, as long as it keeps going. */
const keptReview = ({ review }: Terms, { kind }: AgreedTerms): Review | null =>
  kind === 'standing' ? review : null

/** How an organisation was at the table that agreed: here, said to be away, or not said yet. */
export type HowItWas = 'here' | 'away' | 'not said'

/**
 * R6: what a table gave to a lead waits for it only where the lead was away, in whatever order that
 * and who was here were typed. Whoever led before goes on leading as it was accepted.
 * @param openedAt when the table began.
 * @returns the terms that settle it, or nothing where they stand as they should.
 */
export const settle = (
  action: Action,
  openedAt: string,
  howItWas: (organisationId: number) => HowItWas,
): (AgreedTerms & { proposed: boolean; reason: string }) | undefined => {
  const { text, kind, leadId, seatId, helperIds, by, review, proposed } = termsOf(action)
  const before = action.terms.findLast((each) => each.at < openedAt)
  if (leadId === null || leadId === before?.leadId) return undefined
  if (action.takenOutAt !== null || acceptanceOf(action)) return undefined
  const was = howItWas(leadId)
  if (was === 'not said' || proposed === (was === 'away')) return undefined
  const reason = was === 'away' ? 'Its lead was not at the table' : 'Its lead was at the table'
  const terms = { text, kind, leadId, seatId, helperIds, by, review }
  return { ...terms, proposed: was === 'away', reason }
}

/**
 * A seat of the lead organisation accepts what was proposed, or declines and says what would have
 * to change.
 * @param mayTakeBack a yes of theirs that is not an hour old.
 */
export const answerProposal = (
  action: Action,
  accepted: boolean,
  words: string,
  mayTakeBack = false,
): Decision<{ accepted: boolean; words: string | null; organisationId: number }> => {
  if (action.takenOutAt !== null) return refuse('words', TAKEN_OUT)
  const lead = termsOf(action).leadId
  const isTakenBack = !accepted && mayTakeBack && termsOf(action).proposed
  if (lead === null || !(isProposed(action) || isTakenBack))
    return refuse('words', 'Nothing waits to be accepted here')
  if (!accepted && !words.trim()) return refuse('words', 'Say what would have to change')
  return { accepted: true, value: { accepted, words: words.trim() || null, organisationId: lead } }
}

/**
 * R6: the lead says yes at a table where it is represented, and a coordinator writes that down.
 */
export const acceptAt = (
  action: Action,
  words: string,
  isHere: (organisationId: number) => boolean,
): ReturnType<typeof answerProposal> => {
  const { leadId } = termsOf(action)
  return leadId !== null && isProposed(action) && !isHere(leadId)
    ? refuse('accepted', 'Its lead is not here to accept it. First say who is here')
    : answerProposal(action, true, words)
}

const refusalsOf = (terms: AgreedTerms) => [
  !terms.text.trim() && { field: 'text', reason: 'Say what will be done, in one sentence' },
  terms.seatId !== null &&
    terms.leadId === null && {
      field: 'lead',
      reason: 'Choose the organisation as well as the seat',
    },
  terms.kind !== 'standing' &&
    !!terms.review && {
      field: 'every',
      reason:
        'Only a standing action is done again and again. Choose that kind, or leave this open',
    },
]
