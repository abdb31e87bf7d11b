import { changeSteps } from '../../../../domain/actions/pace/steps.ts'
import { may } from '../../../../domain/may.ts'
import { stepsForm } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { change } from '../../route.ts'
import { ofAction } from '../action-page.ts'

/** Steps are ticked, added and taken out by whoever may say where the action stands. */
export const changeActionSteps = change('/desk/actions/:id/steps', 'matter', {
  ...ofAction,
  name: 'steps',
  keepsWords: true,
  allow: ({ who }, action) => may.report(who, action),
  form: stepsForm,
  decide: (_visit, action, form) => changeSteps(action, form),
  record: ({ store, by }, { id }, changed) => store.actions.recordSteps(id, changed, by),
  answer: (_visit, { id }) => `${to('/desk/actions', id, { saved: 'steps' })}#steps`,
})
