/** Why something was not accepted: a sentence for the person, and the form field it belongs to. */
export interface Refusal {
  field: string
  reason: string
  /** Nothing is wrong with what was typed: there were too many before it. */
  isTooMuch?: true
}

/**
 * What every verb of the domain answers: accepted with the new value, or refused with reasons a
 * person can read.
 */
export type Decision<T> = { accepted: true; value: T } | { accepted: false; refusals: Refusal[] }

export const accept = <T>(value: T): Decision<T> => ({ accepted: true, value })

export const refuse = (field: string, reason: string): Decision<never> => ({
  accepted: false,
  refusals: [{ field, reason }],
})

export const refuseForNow = (field: string, reason: string): Decision<never> => ({
  accepted: false,
  refusals: [{ field, reason, isTooMuch: true }],
})

/** Accepts the value unless any refusal was collected on the way. */
export const decide = <T>(
  refusals: (Refusal | false | undefined)[],
  value: () => T,
): Decision<T> => {
  const found = refusals.filter((refusal): refusal is Refusal => Boolean(refusal))
  return found.length > 0 ? { accepted: false, refusals: found } : accept(value())
}

/** Two people changed one thing: nothing is saved, and both texts are shown (R23). */
export const conflict = (reason: string): Decision<never> => refuse(CONFLICT, reason)

export const CONFLICT = 'conflict'

export const isConflict = (decision: Decision<unknown>): boolean =>
  !decision.accepted && decision.refusals.some((refusal) => refusal.field === CONFLICT)
