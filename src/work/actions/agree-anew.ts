import type { Action } from '../../domain/actions/action.ts'
import type { AgreedTerms } from '../../domain/actions/agreement.ts'
import { answeredBy, type Answered } from '../../domain/actions/pace/wishes.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'

/**
 * Writes down newer terms. Where they give what the owner asked for, or move it to something else,
 * they are the answer to it, however they were typed (R5).
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
  const answered = answeredBy(action, terms)
  if (!answered) return
  const { wish, granted, words } = answered
  store.actions.recordWishAnswer(action.id, wish.id, { granted, words, roundTableId }, by)
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
