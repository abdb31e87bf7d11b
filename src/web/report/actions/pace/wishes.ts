import { z } from 'zod'
import { askFor, openWish, takeWishBack } from '../../../../domain/actions/pace/wishes.ts'
import { refuse } from '../../../../domain/decision.ts'
import { nextTableOf } from '../../../../work/next-table.ts'
import { namesOf } from '../../../../work/names.ts'
import { show } from '../../../answer.ts'
import { byPolicy, nothing, type Failed } from '../../../change.ts'
import { maybeId, when, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/report.ts'
import type { Holder } from '../../holder.ts'
import { change, get } from '../../route.ts'
import { leads, reportPage } from '../report-page.ts'
import { restOf } from '../rest.ts'

const askForm = ({ today, store }: Holder) =>
  z.strictObject({
    by: when(today, 'ahead', nextTableOf(store, today)),
    leadId: maybeId(),
    reason: words(1000),
  })
const UndoForm = z.strictObject({
  wishId: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

const ofWishes = {
  find: nothing,
  allow: byPolicy,
  again: (holder: Holder, _found: unknown, failed: Failed) => reportPage(holder, failed),
}

/** R21: an owner asks for another date or lead from the letter; only this saves it. */
export const askFromLink = change('/report/:token/wishes', {
  ...ofWishes,
  name: 'wish',
  form: (holder) => askForm(holder),
  decide: (holder, _, form) => {
    const { store, action, today } = holder
    const isThere = store.organisations
      .list()
      .some((each) => each.id === form.leadId && each.endedOn === null)
    if (!leads(holder)) return refuse('reason', 'Only the organisation that leads can ask for this')
    if (form.leadId !== null && !isThere) return refuse('leadId', 'Choose from the list')
    return askFor(action, form, today)
  },
  record: ({ store, action, seat, by }, _, wanted) => {
    const from = { organisationId: seat.organisationId, seatId: seat.id }
    store.actions.recordWish(action.id, wanted, from, by)
  },
  answer: ({ token }) => to('/report', token, 'wishes'),
})

/** What they asked for, and an hour to take it back. */
export const wishReceipt = get('/report/:token/wishes', (holder) => {
  const { store, action, token, reply, link, at } = holder
  const wish = openWish(action)
  if (wish?.personId !== link.personId) return reply.redirect(to('/report', token), 303)
  return show(
    reply,
    view('report/actions/pace/receipt', {
      token,
      action,
      wish,
      names: namesOf(store),
      rest: restOf(holder),
      mayUndo: takeWishBack(action, wish.id, { personId: link.personId, at }).accepted,
    }),
  )
})

/** ... and takes it back. */
export const unaskFromLink = change('/report/:token/wishes/withdrawal', {
  ...ofWishes,
  name: 'wish-back',
  form: UndoForm,
  decide: ({ action, link, at }, _, { wishId }) =>
    takeWishBack(action, wishId, { personId: link.personId, at }),
  record: ({ store, action, by }, _, wish) => {
    store.actions.recordWishTakenBack(action.id, wish.id, by)
  },
  answer: ({ token }) => to('/report', token, { asked: 'back' }),
})
