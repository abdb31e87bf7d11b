import type { Decision } from '../domain/decision.ts'

/** What was decided, or an error: a sample that the rules refuse must not stand. */
export const must = <T>(decision: Decision<T>): T => {
  if (decision.accepted) return decision.value
  throw new Error(
    `the sample was refused: ${decision.refusals.map((each) => `${each.field}: ${each.reason}`).join('; ')}`,
  )
}
