import type { Action } from '../../domain/actions/action.ts'
import type { AgreedTerms } from '../../domain/actions/agreement.ts'
import { grantedBy, type Answered } from '../../domain/actions/pace/wishes.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'

/**
 * Writes down newer terms. Where they are all that the owner asked for, they are the answer to it,
 * however they were typed (R5).
 * @param roundTableId the table that agrees, or null between tables.
 */
export const agreeAnew = (
  store: Store,
  action: Action,
  terms: AgreedTerms & { proposed: boolean; reason: string },
  roundTableId: number | null,
  by: By,
): void => {
  store.actions.recordTerms(action.id, terms, by)
  const granted = grantedBy(action, terms)
  const answer = { granted: true, words: null, roundTableId }
  if (granted) store.actions.recordWishAnswer(action.id, granted.id, answer, by)
}

/** Writes down the answer to what an owner asked, and with a yes what is agreed now. */
export const answerOwner = (
  store: Store,
  { id }: Action,
  { wish, granted, words, terms }: Answered,
  roundTableId: number | null,
  by: By,
): void => {
  if (terms) store.actions.recordTerms(id, terms, by)
  store.actions.recordWishAnswer(id, wish.id, { granted, words, roundTableId }, by)
}
