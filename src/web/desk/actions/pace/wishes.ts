import { z } from 'zod'
import { answerWish, askFor, takeWishBack } from '../../../../domain/actions/pace/wishes.ts'
import { may } from '../../../../domain/may.ts'
import type { Action } from '../../../../domain/actions/action.ts'
import type { Store } from '../../../../store/store.ts'
import { answerOwner } from '../../../../work/actions/agree-anew.ts'
import { NothingTyped } from '../../../change.ts'
import { maybeId, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { due } from '../../due.ts'
import { idIn } from '../../names.ts'
import { change } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { ofAction } from '../action-page.ts'
import { isHereToAgree, openTableIn } from '../open-table.ts'
import { saidByThemselves } from '../said-by.ts'

const askForm = (visit: Visit) =>
  z.strictObject({ by: due(visit), leadId: maybeId(), reason: words(1000) })
export const AnswerForm = z.strictObject({
  answer: z.enum(['yes', 'yes-and-help', 'no'], 'Choose yes or no'),
  words: words(500),
})

/** An owner asks the table for another date or lead; nothing moves until it has answered. */
export const askForChange = change('/desk/actions/:id/wishes', 'matter', {
  ...ofAction,
  name: 'wish',
  keepsWords: true,
  allow: ({ who }, action) => may.ask(who, action),
  form: (visit) => askForm(visit),
  decide: ({ store, today }, action, form) =>
    isNobody(store, form.leadId)
      ? { accepted: false, refusals: [{ field: 'leadId', reason: 'Choose from the list' }] }
      : askFor(action, form, today),
  record: (visit, action, wanted) => {
    const { organisationId, seatId } = saidByThemselves(visit, action)!
    visit.store.actions.recordWish(action.id, wanted, { organisationId, seatId }, visit.by)
  },
  answer: (_visit, { id }) => to('/desk/actions', id, { saved: 'asked' }),
})

/** ... and takes it back within the hour. */
export const takeAskedBack = change('/desk/actions/:id/wishes/:wishId/withdrawal', 'matter', {
  ...ofAction,
  name: 'wish-back',
  allow: ({ who }, action) => may.ask(who, action),
  form: NothingTyped,
  decide: ({ params, who, by }, action) =>
    takeWishBack(action, idIn(params.wishId), { personId: who.personId, at: by.at }),
  record: ({ store, by }, { id }, wish) => store.actions.recordWishTakenBack(id, wish.id, by),
  answer: (_visit, { id }) => to('/desk/actions', id, { saved: 'unasked' }),
})

/** The table answers, or a coordinator between tables, and the record says which. */
export const answerAsked = change('/desk/actions/:id/wishes/:wishId/answer', 'matter', {
  ...ofAction,
  name: 'wish-answer',
  allow: ({ who }, action) => may.change(who, action),
  form: AnswerForm,
  decide: (visit, action, form) =>
    answering(action, idIn(visit.params.wishId), form, (id) => isHereToAgree(visit, id)),
  record: ({ store, by }, action, answered) =>
    answerOwner(store, action, answered, openTableIn(store)?.id ?? null, by),
  answer: (_visit, { id }) => to('/desk/actions', id, { saved: 'told' }),
})

/** An answer as it was typed in a form. */
export const answering = (
  action: Action,
  wishId: number,
  { answer, words: said }: z.infer<typeof AnswerForm>,
  isRepresented: (organisationId: number) => boolean,
): ReturnType<typeof answerWish> =>
  answerWish(
    action,
    { wishId, granted: answer !== 'no', words: said, oldLeadHelps: answer === 'yes-and-help' },
    isRepresented,
  )

/** No organisation that is there to lead. */
const isNobody = (store: Store, id: number | null): boolean =>
  id !== null && !store.organisations.list().some((each) => each.id === id && each.endedOn === null)
