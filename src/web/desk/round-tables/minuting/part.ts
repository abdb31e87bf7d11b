import { timeOf } from '../../../../domain/day.ts'
import { titleOf, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { choicesOf, namesOf } from '../../../../work/names.ts'
import { wantsPart } from '../../../answer.ts'
import type { Failed, Redrawn } from '../../../change.ts'
import { openedLine } from '../document/opened.ts'
import { to } from '../../../to.ts'
import type { MinutePart } from '../../../views/desk/round-tables/round-tables.ts'
import type { Drawn } from '../../../views/view.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { placeOf } from '../line/quick-box.ts'
import { minutePage } from './minuting-page.ts'

/** What every part of the page is drawn from, as the table stands now: saved, or with what failed. */
export const partOf = (
  visit: Visit,
  table: RoundTable,
  form: string,
  failed?: Failed,
): MinutePart => ({
  frame: frameOf(visit, titleOf(table), 'round-tables', failed ?? { form, errors: [], body: {} }),
  names: namesOf(visit.store),
  choices: choicesOf(visit.store),
  table: visit.store.roundTables.find(table.slug)!,
  savedAt: failed ? null : timeOf(visit.by.at),
  at: wantsPart(visit.request) ? form : '',
  open: visit.query.open ?? '',
  opened: openedLine(visit, table, visit.query.open ?? ''),
})

/** The part with the form that was refused, in the page for whoever has no htmx. */
export const againIn = (
  visit: Visit,
  table: RoundTable,
  failed: Failed,
  part: (failed: Failed) => Drawn,
): Redrawn => ({ page: () => minutePage(visit, table, failed), part: () => part(failed) })

/** A place on the minuting page, with the form there that is gone on with. */
export const placeAt = (table: RoundTable, form: string, field = ''): string =>
  `${to('/desk/round-tables', table.slug, { at: form })}#${form}${field && `-${field}`}`

/** What was kept while it was typed in a form is on the record now (R25). */
export const dropKept = ({ store, who }: Visit, table: RoundTable, form: string): void =>
  store.typedLines.drop(who.personId, placeOf(table), form)
