import { addDays, type Day } from '../day.ts'
import { decide, refuse, type Decision } from '../decision.ts'

/**
 * What someone said and may be quoted with: their words, a role and never a name, and the consent
 * they gave (R18).
 */
export interface Quote {
  id: number
  concernId: number
  words: string
  role: string
  /** Who asked them, and for what. */
  askedById: number
  use: string
  /** The last day it may be shown. */
  until: Day
  at: string
  withdrawnAt: string | null
}

const SOON_DAYS = 30
const LONGEST_DAYS = 3 * 366

/**
 * Writes down a quote with its consent. Nothing of the consent is filled in for the one who writes.
 */
export const takeQuote = (
  quote: {
    words: string
    role: string
    askedById: number | null
    use: string
    until: string | null
  },
  today: Day,
): Decision<{ words: string; role: string; askedById: number; use: string; until: Day }> =>
  decide(
    [
      !quote.words.trim() && { field: 'words', reason: 'Write what they said, in their own words' },
      !quote.role.trim() && {
        field: 'role',
        reason: 'Say who they are by role, like “a mother” or “a young player”. Never a name',
      },
      quote.askedById === null && { field: 'askedById', reason: 'Choose who asked them' },
      !quote.use.trim() && {
        field: 'use',
        reason: 'Say what they agreed to, like “the board and posters”',
      },
      quote.until?.length !== 10 && {
        field: 'until',
        reason: 'Write the last day they agreed to, like 31/12/2022',
      },
      quote.until?.length === 10 &&
        quote.until < today && {
          field: 'until',
          reason: 'This day has passed. Ask them again first',
        },
      quote.until?.length === 10 &&
        quote.until > addDays(today, LONGEST_DAYS) && {
          field: 'until',
          reason: 'Three years at most. Ask them again after that',
        },
    ],
    () => ({
      ...quote,
      words: quote.words.trim(),
      role: quote.role.trim(),
      askedById: quote.askedById!,
      use: quote.use.trim(),
      until: quote.until!,
    }),
  )

export const withdrawQuote = (quote: Quote): Decision<Quote> =>
  quote.withdrawnAt === null
    ? { accepted: true, value: quote }
    : refuse('quote', 'The consent was withdrawn already')

/** The consent runs out within a month, or has. */
export const isRunningOut = (quote: Quote, today: Day): boolean =>
  quote.withdrawnAt === null && quote.until <= addDays(today, SOON_DAYS)
/** It may be shown on this day. */
export const mayBeShown = ({ until }: { until: Day }, today: Day): boolean => today <= until
