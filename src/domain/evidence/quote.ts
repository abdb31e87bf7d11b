import type { Day } from '../day.ts'
import { decide, refuse, type Decision } from '../decision.ts'
import { consentLacks, consentOf, isSoonOver, type Consent, type TypedConsent } from './consent.ts'

/**
 * What someone said and may be quoted with: their words, a role and never a name, and the consent
 * they gave (R18).
 */
export interface Quote extends Consent {
  id: number
  concernId: number
  words: string
  role: string
  at: string
  withdrawnAt: string | null
}

/**
 * Writes down a quote with its consent. Nothing of the consent is filled in for the one who writes.
 */
export const takeQuote = (
  quote: { words: string; role: string } & TypedConsent,
  today: Day,
): Decision<{ words: string; role: string } & Consent> =>
  decide(
    [
      !quote.words.trim() && { field: 'words', reason: 'Write what they said, in their own words' },
      !quote.role.trim() && {
        field: 'role',
        reason: 'Say who they are by role, like “a mother” or “a young player”. Never a name',
      },
      ...consentLacks(quote, today),
    ],
    () => ({ words: quote.words.trim(), role: quote.role.trim(), ...consentOf(quote) }),
  )

export const withdrawQuote = (quote: Quote): Decision<Quote> =>
  quote.withdrawnAt === null
    ? { accepted: true, value: quote }
    : refuse('quote', 'The consent was withdrawn already')

/** The consent runs out within a month, or has. */
export const isRunningOut = (quote: Quote, today: Day): boolean =>
  quote.withdrawnAt === null && isSoonOver(quote, today)
