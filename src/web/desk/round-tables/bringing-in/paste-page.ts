import type { Refusal } from '../../../../domain/decision.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { keptForm } from './kept-form.ts'

/** The page to paste into, or to choose a file on. */
export const pastePage = (visit: Visit, errors: Refusal[] = []): Drawn =>
  view('desk/round-tables/bringing-in/new', {
    frame: frameOf(visit, 'Add a list you already have', 'actions', {
      form: 'paste',
      errors,
      body: errors.length ? { ...(visit.body as object), file: undefined } : {},
    }),
    made: Number(visit.query.made ?? 0) || 0,
    doubles: Number(visit.query.doubles ?? 0) || 0,
    kept: keptForm(visit)?.text.length ?? 0,
  })
