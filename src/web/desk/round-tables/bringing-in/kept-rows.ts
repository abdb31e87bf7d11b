import { accept } from '../../../../domain/decision.ts'
import { byPolicy, nothing, NothingTyped } from '../../../change.ts'
import { change, page } from '../../route.ts'
import { keptForm, PLACE } from './kept-form.ts'
import { pastePage } from './paste-page.ts'
import { sentReview } from './read-again.ts'
import { reviewPage } from './review-page.ts'

/** R25: the rows as they were when the page was left. */
export const showKept = page('/desk/bringing-in/rows', 'write', (visit) => {
  const form = keptForm(visit)
  return form ? reviewPage(visit, sentReview(visit, form)) : pastePage(visit)
})

/** ... or dropped, by the one who typed them. */
export const dropKept = change('/desk/bringing-in/rows/dropping', 'write', {
  name: 'kept',
  find: nothing,
  allow: byPolicy,
  form: NothingTyped,
  decide: () => accept(null),
  record: ({ store, who, by }) => store.typedLines.dropTyped(who.personId, PLACE, 'rows', by),
  answer: () => PLACE,
  again: (visit, _nothing, { errors }) => pastePage(visit, errors),
})
