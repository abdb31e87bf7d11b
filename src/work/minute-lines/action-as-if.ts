import type { AgreedAction, AgreedTerms } from '../../domain/actions/agreement.ts'
import type { Said, SaidBy } from '../../store/actions/reports.ts'
import {
  termsOf,
  type Action,
  type Closing,
  type Terms,
  type Update,
} from '../../domain/actions/action.ts'
import type { Actor } from '../actor.ts'

// An action as the record would hold it once something more was written: to ask the domain what
// may be said next, with nothing written yet. What is as if has no id.

const NO_ID = 0

/** What was just agreed, and nothing said of it since. */
export const asAgreed = (
  agreed: AgreedAction,
  where: Pick<Action, 'number' | 'roundTableId' | 'concernIds' | 'depth' | 'ground' | 'list'>,
  actor: Actor,
): Action => {
  const { first, ...terms } = agreed
  const agreedBy = { organisationId: agreed.leadId, seatId: null, roundTableId: where.roundTableId }
  const said = { ...first, waitingFor: null, on: null }
  return {
    ...where,
    id: NO_ID,
    agreedAt: actor.by.at,
    terms: [termsBy({ ...terms, reason: null }, actor)],
    updates: [updateBy(said, agreedBy, actor)],
    held: [],
    acceptances: [],
    moves: [],
    closings: [],
    wishes: [],
    steps: [],
    takenOutAt: null,
  }
}

/** ... with newer terms, */
export const withTerms = (
  action: Action,
  terms: AgreedTerms & { proposed: boolean; reason: string },
  actor: Actor,
): Action => ({ ...action, terms: [...action.terms, termsBy(terms, actor)] })

/** ... with the answer of its lead to the terms as they are, */
export const withAnswer = (
  action: Action,
  answer: { accepted: boolean; words: string | null; organisationId: number },
  { who, by }: Actor,
): Action => ({
  ...action,
  acceptances: [
    ...action.acceptances,
    { ...answer, termsId: termsOf(action).id, personId: who.personId, at: by.at },
  ],
})

/** ... with one more update, */
export const withUpdate = (action: Action, said: Said, from: SaidBy, actor: Actor): Action => ({
  ...action,
  updates: [...action.updates, updateBy(said, from, actor)],
})

/** ... and closed. */
export const withClosing = (action: Action, roundTableId: number, { by }: Actor): Action => {
  const closing: Closing = {
    id: NO_ID,
    roundTableId,
    at: by.at,
    reopenedAt: null,
    reopeningReason: null,
  }
  return { ...action, closings: [...action.closings, closing] }
}

const termsBy = (
  terms: AgreedTerms & { proposed: boolean; reason: string | null },
  { who, by }: Actor,
): Terms => ({
  ...terms,
  review: terms.review ?? null,
  id: NO_ID,
  personId: who.personId,
  at: by.at,
})

const updateBy = (said: Said, from: SaidBy, { who, by }: Actor): Update => ({
  ...said,
  ...from,
  id: NO_ID,
  personId: who.personId,
  at: by.at,
  takenBackAt: null,
})
