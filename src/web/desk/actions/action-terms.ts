import { z } from 'zod'
import { KINDS, sayNoDate, termsOf } from '../../../domain/actions/action.ts'
import {
  answerProposal,
  change as changeTerms,
  type AgreedTerms,
} from '../../../domain/actions/agreement.ts'
import { RHYTHMS, sayReview } from '../../../domain/actions/pace/review.ts'
import { sayWhen } from '../../../domain/day.ts'
import { accept, refuse, type Refusal } from '../../../domain/decision.ts'
import { DEPTHS, privacyRefusals } from '../../../domain/depth.ts'
import { may } from '../../../domain/may.ts'
import type { Store } from '../../../store/store.ts'
import { agreeAnew } from '../../../work/actions/agree-anew.ts'
import { holdAction } from '../../../work/hold-in-private.ts'
import { namesOf } from '../../../work/names.ts'
import { maybeId, someIds, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { look } from '../names.ts'
import { privacyFields, privacyIn, whoIsNotHere } from '../privacy.ts'
import { change, conflictPage, type Route } from '../route.ts'
import { due } from '../due.ts'
import type { Visit } from '../visit.ts'
import { ofAction } from './action-page.ts'
import { isHereToAgree, openTableIn } from './open-table.ts'

const WordsForm = z.strictObject({ words: words(1000) })
const termsForm = (visit: Visit) =>
  z
    .strictObject({
      text: words(500),
      kind: z.enum(KINDS, 'Choose what kind it is'),
      leadId: maybeId(),
      seatId: maybeId(),
      helperIds: someIds(),
      by: due(visit),
      every: z.enum(['', ...RHYTHMS], 'Choose from the list').optional(),
      reviewOn: due(visit),
      reason: words(500),
      basedOn: z.string().transform(Number),
    })
    .transform(({ every, reviewOn, ...form }, context) => {
      if (every && reviewOn)
        context.addIssue({
          code: 'custom',
          path: ['every'],
          message: 'Choose a rhythm or a day, not both',
        })
      // A form that does not ask for it changes nothing of it.
      return every === undefined ? form : { ...form, review: every || reviewOn }
    })
/** Nothing is widened by a form that does not say how deep. */
const DepthForm = z.strictObject({ ...privacyFields, depth: z.enum(DEPTHS) })

/** A seat of the lead says yes to what was agreed without it, or no and what would have to change. */
const answerAction = (noun: 'acceptance' | 'declining'): Route =>
  change(`/desk/actions/:id/${noun}`, 'matter', {
    ...ofAction,
    name: 'answer',
    allow: ({ who }, action) => may.answerFor(who, action),
    form: WordsForm,
    decide: (_visit, action, form) => answerProposal(action, noun === 'acceptance', form.words),
    record: ({ store, by }, action, answer) =>
      store.actions.recordAnswer(action.id, termsOf(action).id, answer, by),
    answer: (_visit, { id }) =>
      to('/desk/actions', id, { saved: noun === 'acceptance' ? 'accepted' : 'declined' }),
  })
export const acceptAction = answerAction('acceptance')
export const declineAction = answerAction('declining')

/** New terms, with a reason; the old ones stay in the history. */
export const changeActionTerms = change('/desk/actions/:id/terms', 'matter', {
  ...ofAction,
  name: 'terms',
  keepsWords: true,
  allow: ({ who }, action) => may.change(who, action),
  form: (visit) => termsForm(visit),
  decide: (visit, action, form) =>
    isSeatOfAnother(visit.store, form)
      ? refuse('seatId', 'This seat belongs to another organisation than the one that leads')
      : changeTerms(action, form, (id) => isHereToAgree(visit, id)),
  record: ({ store, by }, action, terms) =>
    agreeAnew(store, action, terms, openTableIn(store)?.id ?? null, by),
  conflict: (visit, action, form) => {
    look(visit.store, visit.by, 'action', action)
    return conflictPage(visit, 'actions', {
      reason:
        'Someone else changed what was agreed while you were writing. Nothing of yours is saved yet.',
      theirs: inWords(visit.store, termsOf(action)),
      yours: inWords(visit.store, form),
      back: to('/desk/actions', action.id),
    })
  },
})

/** Who may know of it. */
export const setActionDepth = change('/desk/actions/:id/depth', 'matter', {
  ...ofAction,
  name: 'depth',
  allow: ({ who }, action) => may.change(who, action),
  form: DepthForm,
  decide: ({ store }, _action, form) => {
    const privacy = privacyIn(form)
    const refusals: Refusal[] = [...privacyRefusals(privacy), ...whoIsNotHere(store, form.list)]
    return refusals.length ? { accepted: false, refusals } : accept(privacy)
  },
  record: ({ store, by }, { id }, privacy) => {
    holdAction(store, id, privacy, by)
    return privacy
  },
  // The list, for whoever has just put it out of their own sight.
  answer: ({ who }, { id }, { depth, list }) =>
    depth === 'named' && !list.includes(who.personId) ? '/desk/actions' : to('/desk/actions', id),
})

/** What its holder said would be of another organisation, and never count. */
const isSeatOfAnother = (
  store: Store,
  { leadId, seatId }: Pick<AgreedTerms, 'leadId' | 'seatId'>,
): boolean =>
  leadId !== null &&
  seatId !== null &&
  store.organisations.findSeat(seatId)?.organisationId !== leadId

const inWords = (store: Store, { text, kind, leadId, seatId, by, review }: AgreedTerms): string => {
  const names = namesOf(store)
  return [
    text,
    names.organisation(leadId),
    names.seat(seatId),
    by ? `By ${sayWhen(by)}` : sayNoDate(kind),
    review ? sayReview(review) : '',
  ]
    .filter(Boolean)
    .join('\n')
}
