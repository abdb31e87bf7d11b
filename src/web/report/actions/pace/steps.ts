import { changeSteps } from '../../../../domain/actions/pace/steps.ts'
import { byPolicy, nothing } from '../../../change.ts'
import { stepsForm } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { change } from '../../route.ts'
import { reportPage } from '../report-page.ts'

/** An owner, or someone who helps, ticks steps from the letter; only this saves it (R21). */
export const stepsFromLink = change('/report/:token/steps', {
  name: 'steps',
  find: nothing,
  allow: byPolicy,
  form: stepsForm,
  decide: ({ action }, _, form) => changeSteps(action, form),
  record: ({ store, action, by }, _, changed) => {
    store.actions.recordSteps(action.id, changed, by)
  },
  answer: ({ token }) => `${to('/report', token, { saved: 'steps' })}#steps`,
  again: (holder, _found, failed) => reportPage(holder, failed),
})
