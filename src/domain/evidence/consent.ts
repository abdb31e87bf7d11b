import { addDays, type Day } from '../day.ts'
import type { Refusal } from '../decision.ts'

/** What someone agreed to: who asked them, for what, and the last day it holds (R18). */
export interface Consent {
  askedById: number
  use: string
  until: Day
}

/** ... as it is typed, before it is known to be whole. */
export interface TypedConsent {
  askedById: number | null
  use: string
  until: string | null
}

const SOON_DAYS = 30
const LONGEST_DAYS = 3 * 366

/** What lacks in a consent. Nothing of it is filled in for the one who writes it down. */
export const consentLacks = (
  { askedById, use, until }: TypedConsent,
  today: Day,
): (Refusal | false)[] => [
  askedById === null && { field: 'askedById', reason: 'Choose who asked them' },
  !use.trim() && {
    field: 'use',
    reason: 'Say what they agreed to, like “the board and posters”',
  },
  until?.length !== 10 && {
    field: 'until',
    reason: 'Write the last day they agreed to, like 31/12/2022',
  },
  until?.length === 10 &&
    until < today && { field: 'until', reason: 'This day has passed. Ask them again first' },
  until?.length === 10 &&
    until > addDays(today, LONGEST_DAYS) && {
      field: 'until',
      reason: 'Three years at most. Ask them again after that',
    },
]

/** A consent in which nothing lacks. */
export const consentOf = ({ askedById, use, until }: TypedConsent): Consent => ({
  askedById: askedById!,
  use: use.trim(),
  until: until!,
})

/** It runs out within a month, or has. */
export const isSoonOver = ({ until }: Pick<Consent, 'until'>, today: Day): boolean =>
  until <= addDays(today, SOON_DAYS)

/** What was agreed to may be shown on this day; what needed nobody’s yes has no last day. */
export const mayBeShown = ({ until }: { until: Day | null }, today: Day): boolean =>
  until === null || today <= until
