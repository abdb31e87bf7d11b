import { parse } from '../../../forms.ts'
import type { Visit } from '../../visit.ts'
import { RowsForm, type Rows } from './rows-form.ts'

/** Where rows that are looked at are kept as they are typed (R25). */
export const PLACE = '/desk/bringing-in'

/** The rows that this person was looking at, where there are any. */
export const keptForm = ({ store, who }: Visit): Rows | undefined => {
  const fields = store.typedLines.kept(who.personId, PLACE).rows
  const form = fields && parse(RowsForm, { ...fields, step: '' })
  return form?.accepted && form.value.text.length > 0 ? form.value : undefined
}
