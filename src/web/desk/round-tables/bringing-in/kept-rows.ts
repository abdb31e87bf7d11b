import { accept } from '../../../../domain/decision.ts'
import { show } from '../../../answer.ts'
import { byPolicy, nothing, NothingTyped } from '../../../change.ts'
import { parse } from '../../../forms.ts'
import { change, get, type Handler } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { sentReview } from './read-again.ts'
import { reviewPage } from './review-page.ts'
import { RowsForm, type Rows } from './rows-form.ts'

/** Where rows that are looked at are kept as they are typed (R25). */
const PLACE = '/desk/bringing-in'

const keptForm = ({ store, who }: Visit): Rows | undefined => {
  const fields = store.typedLines.kept(who.personId, PLACE).rows
  const form = fields && parse(RowsForm, { ...fields, step: '' })
  return form?.accepted && form.value.text.length > 0 ? form.value : undefined
}

/** How many rows wait to be gone on with. */
export const keptRows = (visit: Visit): number => keptForm(visit)?.text.length ?? 0

/** R25: the rows as they were when the page was left. */
const goOn: Handler = (visit) => {
  const form = keptForm(visit)
  return form
    ? show(visit.reply, reviewPage(visit, sentReview(visit, form)))
    : visit.reply.redirect(PLACE, 303)
}
export const showKept = get('/desk/bringing-in/rows', 'write', goOn)

export const dropKept = change('/desk/bringing-in/rows/dropping', 'write', {
  name: 'kept',
  find: nothing,
  allow: byPolicy,
  form: NothingTyped,
  decide: () => accept(null),
  record: ({ store, who, by }) => store.typedLines.dropTyped(who.personId, PLACE, 'rows', by),
  answer: () => PLACE,
  again: (visit) => reviewPage(visit, sentReview(visit, keptForm(visit)!)),
})
