import { sayWhen } from '../../day.ts'
import { dueAgain, isReviewLate, isRhythm, RHYTHMS, sayAgain, sayReview } from './review.ts'
import { isStepDone, sayStepsDone, stepsOf } from './steps.ts'
import { openWish, wishOf, wasReplaced, type Wish } from './wishes.ts'

/** What ids are called, as a sentence needs them. */
interface Called {
  organisation: (id: number | null) => string
  seat: (id: number | null) => string
}

/** `June 2022`, `June 2022, and for the council to lead`: what is asked for, after “asked for”. */
export const sayWanted = (
  { by, leadId }: Pick<Wish, 'by' | 'leadId'>,
  { organisation }: Pick<Called, 'organisation'>,
): string =>
  [by && sayWhen(by), leadId !== null && `${organisation(leadId)} to lead`]
    .filter(Boolean)
    .join(', and for ')

/** `Ward sergeant, Church Street, Metropolitan Police Service`: who asks. */
export const sayAsker = (
  { seatId, organisationId }: Pick<Wish, 'seatId' | 'organisationId'>,
  { organisation, seat }: Called,
): string => [seat(seatId), organisation(organisationId)].filter(Boolean).join(', ')

/** What templates say of how an action goes on. */
export const sayPace = {
  /** As a form offers them: none is agreed unless it is chosen (R2). */
  rhythms: [
    { value: '', label: 'Not agreed yet' },
    ...RHYTHMS.map((each) => ({ value: each as string, label: sayReview(each) })),
  ],
  isRhythm,
  review: sayReview,
  again: sayAgain,
  dueAgain,
  isReviewLate,
  steps: stepsOf,
  isStepDone,
  stepsDone: sayStepsDone,
  openWish,
  lastWish: wishOf,
  wasReplaced,
  wanted: sayWanted,
  asker: sayAsker,
}
