import { dayOf, sayWhen } from '../../day.ts'
import { latestOf, openedAgain, saidBeforeLead, termsOf, type Action } from '../action.ts'
import { withoutStop, withStop } from '../../same-words.ts'
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

/** `The police said this on 1 March 2022, before the council led it.`: whose words stand (R5). */
export const sayBeforeLead = (
  action: Action,
  { publicName }: { publicName: (id: number | null) => string },
): string => {
  const said = saidBeforeLead(action)
  if (!said) return ''
  const who = publicName(said.organisationId)
  const on = sayWhen(said.saidAt ? dayOf(said.saidAt) : dayOf(said.at))
  const { leadId } = termsOf(action)
  return `${who.slice(0, 1).toUpperCase()}${who.slice(1)} said this on ${on}, before ${publicName(leadId)} led it.`
}

/** That it is to be done again, since when and why; nothing where its owner said another word since. */
export const sayOpenedAgain = (action: Action): string => {
  const again = openedAgain(action)
  return again
    ? `It was opened again on ${sayWhen(dayOf(again.at))}. Why: ${withoutStop(again.reason)}.`
    : ''
}

/** What was said last, and where it is to be done again all the same, why. */
export const sayLastWords = (action: Action): string => {
  const { text } = latestOf(action)
  const again = sayOpenedAgain(action)
  return again ? `${withStop(text)} ${again}` : text
}

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
  saidBeforeLead,
  beforeLead: sayBeforeLead,
  openedAgain: sayOpenedAgain,
  lastWords: sayLastWords,
}
